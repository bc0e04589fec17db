package org.quipu.stats;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Sums and products of items over the respondents who answered both of a pair: what covariances
 * with missing answers need. Exact; moments of parts add up in any order, and rows can be taken out
 * again.
 *
 * <ul>
 *   <li>respondents who answered every item with small whole numbers are added without a look at
 *       pairs' missing answers, in time items² / 2
 *   <li>{@code covariance} is NULL where fewer than two respondents answered both items
 * </ul>
 */
public final class PairwiseMoments implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Whole answers up to this size keep a sum of products in a long for 2^33 respondents. */
  public static final long LARGEST_WHOLE = 1 << 15;

  private final int items;
  private long complete;
  private final long[] completeSums;
  private final long[] completeProducts;

  /** Respondents with missing answers, by pair i ≥ j: n, Σ of i, Σ of j, Σ of products. */
  private long[] partialCounts;

  private long[] partialFirst;
  private long[] partialSecond;
  private long[] partialProducts;

  /** Respondents with other answers, by pair; null until there is one. */
  private BigDecimal[] decimals;

  public PairwiseMoments(int items) {
    this.items = items;
    this.completeSums = new long[items];
    this.completeProducts = new long[pairs(items)];
  }

  private static int pairs(int items) {
    return items * (items + 1) / 2;
  }

  private static int pair(int i, int j) {
    return i >= j ? i * (i + 1) / 2 + j : j * (j + 1) / 2 + i;
  }

  public int items() {
    return items;
  }

  /** Adds a respondent who answered every item, each with at most {@link #LARGEST_WHOLE}. */
  public void addComplete(long[] answers) {
    complete++;
    int cell = 0;
    for (int i = 0; i < items; i++) {
      long answer = answers[i];
      completeSums[i] += answer;
      for (int j = 0; j <= i; j++) {
        completeProducts[cell + j] += answer * answers[j];
      }
      cell += i + 1;
    }
  }

  /** Adds a respondent who answered some items, each with at most {@link #LARGEST_WHOLE}. */
  public void addPartial(long[] answers, boolean[] answered) {
    if (partialCounts == null) {
      partialCounts = new long[pairs(items)];
      partialFirst = new long[pairs(items)];
      partialSecond = new long[pairs(items)];
      partialProducts = new long[pairs(items)];
    }
    for (int i = 0; i < items; i++) {
      if (answered[i]) {
        int row = i * (i + 1) / 2;
        for (int j = 0; j <= i; j++) {
          if (answered[j]) {
            partialCounts[row + j]++;
            partialFirst[row + j] += answers[i];
            partialSecond[row + j] += answers[j];
            partialProducts[row + j] += answers[i] * answers[j];
          }
        }
      }
    }
  }

  /** Adds a respondent with any numbers; null stands for a missing answer. */
  public void add(BigDecimal[] answers) {
    if (decimals == null) {
      decimals = new BigDecimal[4 * pairs(items)];
    }
    for (int i = 0; i < items; i++) {
      for (int j = 0; answers[i] != null && j <= i; j++) {
        if (answers[j] != null) {
          int cell = 4 * pair(i, j);
          plus(cell, BigDecimal.ONE);
          plus(cell + 1, answers[i]);
          plus(cell + 2, answers[j]);
          plus(cell + 3, answers[i].multiply(answers[j]));
        }
      }
    }
  }

  private void plus(int cell, BigDecimal value) {
    decimals[cell] = decimals[cell] == null ? value : decimals[cell].add(value);
  }

  /**
   * Adds the moments of another part, or with sign −1 takes them out.
   *
   * @param sign 1 or −1
   */
  public void addAll(PairwiseMoments other, int sign) {
    complete += sign * other.complete;
    addAll(completeSums, other.completeSums, sign);
    addAll(completeProducts, other.completeProducts, sign);
    if (other.partialCounts != null) {
      if (partialCounts == null) {
        partialCounts = new long[pairs(items)];
        partialFirst = new long[pairs(items)];
        partialSecond = new long[pairs(items)];
        partialProducts = new long[pairs(items)];
      }
      addAll(partialCounts, other.partialCounts, sign);
      addAll(partialFirst, other.partialFirst, sign);
      addAll(partialSecond, other.partialSecond, sign);
      addAll(partialProducts, other.partialProducts, sign);
    }
    if (other.decimals != null) {
      if (decimals == null) {
        decimals = new BigDecimal[4 * pairs(items)];
      }
      for (int cell = 0; cell < decimals.length; cell++) {
        if (other.decimals[cell] != null) {
          plus(cell, sign > 0 ? other.decimals[cell] : other.decimals[cell].negate());
        }
      }
    }
  }

  private static void addAll(long[] mine, long[] theirs, int sign) {
    for (int i = 0; i < mine.length; i++) {
      mine[i] += sign * theirs[i];
    }
  }

  /** Respondents who answered both items; for i = j, who answered the item. */
  public long n(int i, int j) {
    int cell = pair(i, j);
    long n = complete + (partialCounts == null ? 0 : partialCounts[cell]);
    return decimals == null || decimals[4 * cell] == null
        ? n
        : n + decimals[4 * cell].longValueExact();
  }

  /** Σ of item i over the respondents who answered i and j. */
  public BigDecimal sum(int i, int j) {
    int cell = pair(i, j);
    long[] partial = i >= j ? partialFirst : partialSecond;
    long sum = completeSums[i] + (partial == null ? 0 : partial[cell]);
    return withDecimals(sum, 4 * cell + (i >= j ? 1 : 2));
  }

  /** Σ of i × j over the respondents who answered both. */
  public BigDecimal product(int i, int j) {
    int cell = pair(i, j);
    long sum = completeProducts[cell] + (partialProducts == null ? 0 : partialProducts[cell]);
    return withDecimals(sum, 4 * cell + 3);
  }

  private BigDecimal withDecimals(long whole, int cell) {
    BigDecimal sum = BigDecimal.valueOf(whole);
    return decimals == null || decimals[cell] == null ? sum : sum.add(decimals[cell]);
  }

  /** Covariance over the respondents who answered both items, n − 1 below, to 34 digits. */
  public BigDecimal covariance(int i, int j) {
    long n = n(i, j);
    if (n < 2) {
      return null;
    }
    BigDecimal count = BigDecimal.valueOf(n);
    BigDecimal above = count.multiply(product(i, j)).subtract(sum(i, j).multiply(sum(j, i)));
    return above.divide(count.multiply(BigDecimal.valueOf(n - 1)), MathContext.DECIMAL128);
  }
}

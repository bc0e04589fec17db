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
 *   <li>a missing answer counts as 0 in sums and products, and what it takes from the pairs of its
 *       item is noted apart: that costs items for each missing answer, not items²
 *   <li>{@code covariance} is NULL where fewer than two respondents answered both items
 * </ul>
 */
public final class PairwiseMoments implements Serializable {
  private static final long serialVersionUID = 2L;

  /** Stands for a missing answer among whole ones. */
  public static final int MISSING = Integer.MIN_VALUE;

  /** Whole answers up to this size keep a sum of products in a long for 2^33 respondents. */
  public static final int LARGEST_WHOLE = 1 << 15;

  /** Of few operations on {@link Twofold} numbers, with a wide margin. */
  private static final double QUICK_ERROR = 0x1p-94;

  /** Products below this differ by what fits in a long. */
  private static final double MOST = 0x1p61;

  private final int items;

  /** Respondents with whole answers. */
  private long respondents;

  private final long[] sums;

  /** By pair i ≥ j. */
  private final long[] products;

  /** By pair i ≥ j: respondents without either; null until an answer is missing. */
  private long[] bothMissing;

  /** By j and i: Σ of i over the respondents without j; null until an answer is missing. */
  private long[] sumsWithout;

  /** Respondents with other answers, by pair; null until there is one. */
  private BigDecimal[] decimals;

  /** Products on their way into {@link #products}. */
  private transient PackedProducts packed;

  public PairwiseMoments(int items) {
    this.items = items;
    this.sums = new long[items];
    this.products = new long[pairs(items)];
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

  /**
   * Adds a respondent.
   *
   * @param answers whole numbers of at most {@link #LARGEST_WHOLE}, or {@link #MISSING}; those are
   *     0 when this returns
   */
  public void add(int[] answers) {
    respondents++;
    boolean missing = false;
    int bits = 0;
    for (int answer : answers) {
      missing |= answer == MISSING;
      bits |= answer == MISSING ? 0 : answer;
    }
    if (missing) {
      noteMissing(answers);
    }
    for (int i = 0; i < items; i++) {
      sums[i] += answers[i];
    }
    // Numbers from 0 to one below a power of two have no other bits, and only they.
    boolean small = (bits & ~PackedProducts.LARGEST) == 0;
    if (small) {
      if (packed == null) {
        packed = new PackedProducts(items);
      }
      if (packed.add(answers)) {
        packed.empty(products);
      }
      return;
    }
    int cell = 0;
    for (int i = 0; i < items; i++) {
      long answer = answers[i];
      for (int j = 0; j <= i; j++) {
        products[cell + j] += answer * answers[j];
      }
      cell += i + 1;
    }
  }

  private void noteMissing(int[] answers) {
    reserveMissing();
    for (int i = 0; i < items; i++) {
      if (answers[i] == MISSING) {
        noteMissing(i, answers);
      }
    }
    for (int i = 0; i < items; i++) {
      answers[i] = answers[i] == MISSING ? 0 : answers[i];
    }
  }

  private void noteMissing(int j, int[] answers) {
    int row = j * items;
    for (int i = 0; i < items; i++) {
      if (answers[i] != MISSING) {
        sumsWithout[row + i] += answers[i];
      } else if (i <= j) {
        bothMissing[pair(j, i)]++;
      }
    }
  }

  private void reserveMissing() {
    if (bothMissing == null) {
      bothMissing = new long[pairs(items)];
      sumsWithout = new long[items * items];
    }
  }

  /** Both cleanings read what they have in common, side by side. */
  private synchronized void settle() {
    if (packed != null) {
      packed.empty(products);
    }
  }

  /** What serialization writes: this, once what is still packed has been added up. */
  private Object writeReplace() {
    settle();
    return this;
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
    settle();
    other.settle();
    respondents += sign * other.respondents;
    addAll(sums, other.sums, sign);
    addAll(products, other.products, sign);
    if (other.bothMissing != null) {
      reserveMissing();
      addAll(bothMissing, other.bothMissing, sign);
      addAll(sumsWithout, other.sumsWithout, sign);
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
    long n = respondents;
    if (bothMissing != null) {
      n -= bothMissing[pair(i, i)] + bothMissing[pair(j, j)] - bothMissing[cell];
    }
    return decimals == null || decimals[4 * cell] == null
        ? n
        : n + decimals[4 * cell].longValueExact();
  }

  /** Σ of item i over the respondents who answered i and j. */
  public BigDecimal sum(int i, int j) {
    long sum = sums[i] - (sumsWithout == null ? 0 : sumsWithout[j * items + i]);
    return withDecimals(sum, 4 * pair(i, j) + (i >= j ? 1 : 2));
  }

  /** Σ of i × j over the respondents who answered both. */
  public BigDecimal product(int i, int j) {
    settle();
    int cell = pair(i, j);
    return withDecimals(products[cell], 4 * cell + 3);
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

  /**
   * The correlation of two items of which neither is constant, correctly rounded; NaN where that is
   * not certain without exact arithmetic.
   */
  double quickCorrelation(int i, int j) {
    Twofold root = quickCovariance(i, i).times(quickCovariance(j, j)).sqrt();
    Twofold correlation = quickCovariance(i, j).over(root);
    return correlation.rounded(Math.abs(correlation.high()) * QUICK_ERROR);
  }

  private Twofold quickCovariance(int i, int j) {
    long n = n(i, j);
    BigDecimal first = sum(i, j);
    BigDecimal second = sum(j, i);
    BigDecimal product = product(i, j);
    boolean fits =
        first.scale() == 0
            && second.scale() == 0
            && product.scale() == 0
            && (double) n * n < MOST
            && Math.abs(n * product.doubleValue()) < MOST
            && Math.abs(first.doubleValue() * second.doubleValue()) < MOST;
    return fits
        ? Twofold.of(n * product.longValue() - first.longValue() * second.longValue())
            .over(Twofold.of(n * (n - 1)))
        : new Twofold(Double.NaN, Double.NaN);
  }
}

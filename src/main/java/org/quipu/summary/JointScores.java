package org.quipu.summary;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * What the respondents who have a score in every dimension add up to, for the tests that compare
 * dimensions within respondents (Friedman, repeated measures).
 */
public final class JointScores implements Serializable {
  private static final long serialVersionUID = 1L;
  private final int dimensions;
  private final long[] doubledRankSums;
  private final BigDecimal[] sums;
  private final BigDecimal[] products;
  private long n;
  private long tieTerm;

  JointScores(int dimensions) {
    this.dimensions = dimensions;
    this.doubledRankSums = new long[dimensions];
    this.sums = zeros(dimensions);
    this.products = zeros(dimensions * dimensions);
  }

  private static BigDecimal[] zeros(int length) {
    BigDecimal[] zeros = new BigDecimal[length];
    Arrays.fill(zeros, BigDecimal.ZERO);
    return zeros;
  }

  /** Adds one respondent's scores, one a dimension. */
  void add(BigDecimal[] scores) {
    n++;
    for (int i = 0; i < dimensions; i++) {
      int less = 0;
      int equal = 0;
      for (int j = 0; j < dimensions; j++) {
        int order = scores[j].compareTo(scores[i]);
        less += order < 0 ? 1 : 0;
        equal += order == 0 ? 1 : 0;
        if (j <= i) {
          int cell = i * dimensions + j;
          products[cell] = products[cell].add(scores[i].multiply(scores[j]));
        }
      }
      doubledRankSums[i] += 2L * less + equal + 1;
      // Each member of a tie of t adds (t³ − t) / t, which is t² − 1.
      tieTerm += (long) equal * equal - 1;
      sums[i] = sums[i].add(scores[i]);
    }
  }

  void addAll(JointScores other, int sign) {
    n += sign * other.n;
    tieTerm += sign * other.tieTerm;
    for (int i = 0; i < dimensions; i++) {
      doubledRankSums[i] += sign * other.doubledRankSums[i];
      sums[i] = sign > 0 ? sums[i].add(other.sums[i]) : sums[i].subtract(other.sums[i]);
    }
    for (int i = 0; i < products.length; i++) {
      products[i] =
          sign > 0 ? products[i].add(other.products[i]) : products[i].subtract(other.products[i]);
    }
  }

  /** Respondents with a score in every dimension. */
  public long n() {
    return n;
  }

  public int dimensions() {
    return dimensions;
  }

  /** Twice Σ over respondents of the mid-rank of a dimension among the respondent's scores. */
  public long doubledRankSum(int dimension) {
    return doubledRankSums[dimension];
  }

  /** Σ over respondents and ties of t³ − t, t being the size of the tie. */
  public long tieTerm() {
    return tieTerm;
  }

  /** Σ of a dimension's scores. */
  public BigDecimal sum(int dimension) {
    return sums[dimension];
  }

  /** Σ of products of two dimensions' scores. */
  public BigDecimal product(int a, int b) {
    return products[Math.max(a, b) * dimensions + Math.min(a, b)];
  }
}

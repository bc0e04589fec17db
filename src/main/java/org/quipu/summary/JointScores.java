package org.quipu.summary;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * What the respondents who have a score in every dimension add up to, for the tests that compare
 * dimensions within respondents (Friedman, repeated measures).
 *
 * <p>A score of whole answers is a fraction. Over a common multiple of the numbers of answers it is
 * a whole number, and sums and products of such are exact and cheap; other scores are added as
 * decimals of 34 digits.
 */
public final class JointScores implements Serializable {
  private static final long serialVersionUID = 2L;

  /** Scores up to this size, over the common multiple, have products that {@link WideSums} hold. */
  private static final long LARGEST = 1L << 46;

  private final int dimensions;
  private final long multiple;
  private final long[] doubledRankSums;
  private final WideSums sums;
  private final WideSums products;
  private BigDecimal[] otherSums;
  private BigDecimal[] otherProducts;
  private long n;
  private long tieTerm;

  /**
   * @param multiple a common multiple of the numbers of answers that most scores have
   */
  JointScores(int dimensions, long multiple) {
    this.dimensions = dimensions;
    this.multiple = multiple;
    this.doubledRankSums = new long[dimensions];
    this.sums = new WideSums(dimensions);
    this.products = new WideSums(dimensions * dimensions);
  }

  /**
   * Adds one respondent's scores.
   *
   * @param scoreSums sum of the whole answers, by dimension
   * @param parts number of answers in each sum, at least 1
   * @param scaled work space, a place a dimension; overwritten
   */
  void add(long[] scoreSums, int[] parts, long[] scaled) {
    for (int i = 0; i < dimensions; i++) {
      long factor = multiple / parts[i];
      scaled[i] = scoreSums[i] * factor;
      if (factor * parts[i] != multiple
          || Math.abs(scoreSums[i]) > LARGEST
          || Math.abs(scaled[i]) > LARGEST) {
        BigDecimal[] scores = new BigDecimal[dimensions];
        Arrays.setAll(scores, dimension -> Means.of(scoreSums[dimension], parts[dimension]));
        add(scores);
        return;
      }
    }
    n++;
    for (int i = 0; i < dimensions; i++) {
      int less = 0;
      int equal = 0;
      for (int j = 0; j < dimensions; j++) {
        less += scaled[j] < scaled[i] ? 1 : 0;
        equal += scaled[j] == scaled[i] ? 1 : 0;
        if (j <= i) {
          products.addProduct(i * dimensions + j, scaled[i], scaled[j]);
        }
      }
      rank(i, less, equal);
      sums.add(i, scaled[i]);
    }
  }

  /** Adds one respondent's scores, one a dimension. */
  void add(BigDecimal[] scores) {
    reserveOther();
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
          otherProducts[cell] = otherProducts[cell].add(scores[i].multiply(scores[j]));
        }
      }
      rank(i, less, equal);
      otherSums[i] = otherSums[i].add(scores[i]);
    }
  }

  private void rank(int dimension, int less, int equal) {
    doubledRankSums[dimension] += 2L * less + equal + 1;
    // Each member of a tie of t adds (t³ − t) / t, which is t² − 1.
    tieTerm += (long) equal * equal - 1;
  }

  private void reserveOther() {
    if (otherSums == null) {
      otherSums = zeros(dimensions);
      otherProducts = zeros(dimensions * dimensions);
    }
  }

  private static BigDecimal[] zeros(int length) {
    BigDecimal[] zeros = new BigDecimal[length];
    Arrays.fill(zeros, BigDecimal.ZERO);
    return zeros;
  }

  void addAll(JointScores other, int sign) {
    n += sign * other.n;
    tieTerm += sign * other.tieTerm;
    for (int i = 0; i < dimensions; i++) {
      doubledRankSums[i] += sign * other.doubledRankSums[i];
    }
    sums.addAll(other.sums, sign);
    products.addAll(other.products, sign);
    if (other.otherSums != null) {
      reserveOther();
      addAll(otherSums, other.otherSums, sign);
      addAll(otherProducts, other.otherProducts, sign);
    }
  }

  private static void addAll(BigDecimal[] mine, BigDecimal[] theirs, int sign) {
    for (int i = 0; i < mine.length; i++) {
      mine[i] = sign > 0 ? mine[i].add(theirs[i]) : mine[i].subtract(theirs[i]);
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

  /**
   * Σ of a dimension's scores, times the common multiple: what compares scores with each other is
   * the same of their multiples, and exact.
   */
  public BigDecimal sum(int dimension) {
    BigDecimal whole = new BigDecimal(sums.get(dimension));
    return otherSums == null
        ? whole
        : whole.add(otherSums[dimension].multiply(BigDecimal.valueOf(multiple)));
  }

  /** Σ of products of two dimensions' scores, times the square of the multiple. */
  public BigDecimal product(int a, int b) {
    int cell = Math.max(a, b) * dimensions + Math.min(a, b);
    BigDecimal whole = new BigDecimal(products.get(cell));
    BigDecimal square = BigDecimal.valueOf(multiple).pow(2);
    return otherProducts == null ? whole : whole.add(otherProducts[cell].multiply(square));
  }
}

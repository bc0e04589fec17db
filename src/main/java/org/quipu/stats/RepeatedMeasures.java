package org.quipu.stats;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Comparison of k measurements of the same n subjects: a row each, without gaps.
 *
 * <p>Edge cases, common to all:
 *
 * <ul>
 *   <li>fewer than 2 rows or fewer than 2 measurements: {@code too_few}
 *   <li>rows and columns may be permuted: the same result, to the bit
 *   <li>{@code n} of the result is the number of rows, {@code groups} that of the measurements
 * </ul>
 */
public final class RepeatedMeasures {
  private RepeatedMeasures() {}

  /**
   * Friedman's test, corrected for ties, with p from chi-square; the effect is Kendall's W, the
   * agreement of the rows, from 0 to 1. R's {@code friedman.test}.
   *
   * <p>Edge case beside the common ones: within each row all values are the same: {@code
   * no_variance}.
   *
   * <p>Reference: M. Friedman, "The use of ranks to avoid the assumption of normality implicit in
   * the analysis of variance", JASA 32 (1937) 675–701.
   * https://doi.org/10.1080/01621459.1937.10503522
   */
  public static TestResult friedman(RankSums rows) {
    String method = "friedman";
    long n = rows.n();
    int k = rows.k();
    Reason few = few(n, k);
    if (few != null) {
      return TestResult.undefined(method, n, k, few);
    }
    BigInteger expected = BigInteger.valueOf(n).multiply(BigInteger.valueOf(k + 1L));
    BigInteger squares = BigInteger.ZERO;
    for (long doubled : rows.doubledRankSums()) {
      squares = squares.add(BigInteger.valueOf(doubled).subtract(expected).pow(2));
    }
    // 12 Σ (R − n(k+1)/2)² / (n k (k+1) − ties / (k−1)), both sides times k − 1 and R doubled.
    BigInteger free = BigInteger.valueOf(k - 1L);
    BigInteger scale =
        expected.multiply(BigInteger.valueOf(k)).multiply(free).subtract(rows.ties());
    if (scale.signum() == 0) {
      return TestResult.undefined(method, n, k, UndefinedComparison.sameInRows());
    }
    BigDecimal numerator = new BigDecimal(squares.multiply(BigInteger.valueOf(3)).multiply(free));
    double q = PowerSums.quotient(numerator, new BigDecimal(scale));
    double w =
        PowerSums.quotient(
            numerator, new BigDecimal(scale.multiply(BigInteger.valueOf(n)).multiply(free)));
    return new TestResult(
        method,
        n,
        k,
        q,
        k - 1.0,
        null,
        Tails.chiSquareUpper(q, k - 1.0),
        "kendalls_w",
        w,
        null,
        null,
        null);
  }

  /** {@link #friedman(RankSums)} of a matrix, a row for each subject. */
  public static TestResult friedman(double[][] rows) {
    return friedman(RankSums.of(rows));
  }

  /**
   * Analysis of variance of repeated measurements with the degrees of freedom of Greenhouse and
   * Geisser, which do not suppose that all differences vary alike; the effect is partial η². R's
   * {@code car::Anova} with {@code idata}.
   *
   * <p>Edge cases beside the common ones:
   *
   * <ul>
   *   <li>the measurements differ by the same amounts in all rows, or not at all: {@code
   *       no_variance}
   *   <li>the degrees of freedom are those corrected by ε, between 1/(k−1) and 1; the F is the same
   *       with and without the correction
   * </ul>
   *
   * <p>Reference: S. W. Greenhouse, S. Geisser, "On methods in the analysis of profile data",
   * Psychometrika 24 (1959) 95–112. https://doi.org/10.1007/BF02289823
   */
  public static TestResult anova(MomentSums rows) {
    String method = "rm_anova";
    long n = rows.n();
    int k = rows.k();
    Reason few = few(n, k);
    if (few != null) {
      return TestResult.undefined(method, n, k, few);
    }
    RepeatedSplit split = RepeatedSplit.of(rows);
    if (split.error().signum() == 0) {
      return TestResult.undefined(method, n, k, UndefinedComparison.sameDifferences());
    }
    Double f = split.f();
    Double epsilon = split.epsilon();
    if (f == null || epsilon == null) {
      return TestResult.undefined(method, n, k, UndefinedComparison.outOfRange());
    }
    double df1 = epsilon * (k - 1);
    double df2 = df1 * (n - 1);
    return new TestResult(
        method,
        n,
        k,
        f,
        df1,
        df2,
        Tails.fUpper(f, df1, df2),
        "partial_eta_squared",
        split.partialEtaSquared(),
        null,
        null,
        null);
  }

  /** {@link #anova(MomentSums)} of a matrix, a row for each subject. */
  public static TestResult anova(double[][] rows) {
    return anova(MomentSums.of(rows));
  }

  private static Reason few(long n, int k) {
    if (k < 2) {
      return UndefinedComparison.fewColumns(k);
    }
    return n < 2 ? UndefinedComparison.fewRows(n) : null;
  }
}

package org.quipu.stats;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Coefficients of correlation of pairs (x, y), with test, interval and what any one pair changes.
 *
 * <p>Edge cases, the same for all:
 *
 * <ul>
 *   <li>a pair with a missing number (NaN) is left out
 *   <li>an infinite number: {@code not_computable}
 *   <li>fewer than 4 complete pairs: {@code too_few}
 *   <li>x or y constant: {@code no_variance}
 *   <li>pairs exactly on a line: estimate ±1; t is infinite and therefore null, p is the least
 *       p-value that is reported, 2.2e-308
 * </ul>
 *
 * <p>Sums are exact, so the order of the pairs changes no bit, and a coefficient is correctly
 * rounded even where x varies by 1e-15 of its size.
 */
public final class Correlations {
  static final int LEAST_PAIRS = 4;

  /** Where the exact distribution of Spearman's S gives way to t. */
  private static final int SPEARMAN_SERIES = 1290;

  /** Where the exact distribution of Kendall's T gives way to the normal. */
  private static final int KENDALL_EXACT = 49;

  private Correlations() {}

  /**
   * Pearson's r = Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)² Σ(y − ȳ)²), with t = r √((n − 2)/(1 − r²)) on n −
   * 2 degrees of freedom and the interval tanh(artanh r ± z/√(n − 3)): R. A. Fisher, "On the
   * probable error of a coefficient of correlation deduced from a small sample", Metron 1 (1921)
   * 3–32, https://hdl.handle.net/2440/15169.
   */
  public static Correlation pearson(double[] x, double[] y, double confidence) {
    Pairs pairs = Pairs.complete(x, y);
    Reason problem = pairs.problem(LEAST_PAIRS);
    if (problem != null) {
      return Correlation.undefined("pearson", pairs.n(), problem);
    }
    PearsonMoments moments = new PearsonMoments(pairs);
    ProductMoment[] without = new ProductMoment[pairs.n()];
    Arrays.setAll(without, moments::without);
    LeaveOneOut left = LeaveOneOut.of(estimates(without));
    return linear("pearson", pairs.n(), 0, moments.all(), left, confidence);
  }

  /**
   * Spearman's rho: Pearson's r of the ranks, ties sharing their mean rank. The statistic is S =
   * (n³ − n)(1 − rho)/6. Without ties p is exact up to n = 9 and by Edgeworth series up to 1,290;
   * with ties or beyond, from t on n − 2 degrees of freedom (R's {@code cor.test}). The interval is
   * tanh(artanh rho ± z √((1 + rho²/2)/(n − 3))): D. G. Bonett, T. A. Wright, "Sample size
   * requirements for estimating Pearson, Kendall and Spearman correlations", Psychometrika 65
   * (2000) 23–28, https://doi.org/10.1007/BF02294183; none where rho is ±1.
   */
  public static Correlation spearman(double[] x, double[] y, double confidence) {
    Pairs pairs = Pairs.complete(x, y);
    Reason problem = pairs.problem(LEAST_PAIRS);
    if (problem != null) {
      return Correlation.undefined("spearman", pairs.n(), problem);
    }
    PairRanks ranks = PairRanks.of(pairs);
    ProductMoment rho = ranks.spearman();
    int n = pairs.n();
    double s = ((double) n * n * n - n) * (1 - rho.r()) / 6;
    double p =
        ranks.hasTies() || n > SPEARMAN_SERIES
            ? rho.pValue(n - 2)
            : RankDistributions.spearman(n, Math.round(s));
    double variance = (1 + rho.r() * rho.r() / 2) / (n - 3);
    LeaveOneOut left = LeaveOneOut.of(estimates(ranks.spearmanWithout()));
    return ranked("spearman", n, rho.r(), s, p, variance, left, confidence);
  }

  /**
   * Kendall's tau-b: concordant less discordant pairs, over √((N − N<sub>x</sub>)(N −
   * N<sub>y</sub>)) with N = n(n − 1)/2 and N<sub>x</sub>, N<sub>y</sub> the pairs tied in x, in y.
   * Without ties and below n = 50 p is exact and the statistic is the number of concordant pairs;
   * else z with the variance under ties, without continuity correction (R's {@code cor.test}). The
   * interval is tanh(artanh tau ± z √(0.437/(n − 4))) from n = 5 on: Bonett and Wright (2000),
   * https://doi.org/10.1007/BF02294183; none where tau is ±1.
   */
  public static Correlation kendall(double[] x, double[] y, double confidence) {
    Pairs pairs = Pairs.complete(x, y);
    Reason problem = pairs.problem(LEAST_PAIRS);
    if (problem != null) {
      return Correlation.undefined("kendall", pairs.n(), problem);
    }
    PairRanks ranks = PairRanks.of(pairs);
    double tau = ranks.kendall();
    int n = pairs.n();
    LeaveOneOut left = LeaveOneOut.of(ranks.kendallWithout());
    double variance = n > 4 ? 0.437 / (n - 4) : Double.POSITIVE_INFINITY;
    if (!ranks.hasTies() && n <= KENDALL_EXACT) {
      long concordant = ((long) n * (n - 1) / 2 + ranks.score()) / 2;
      double p = RankDistributions.kendall(n, concordant);
      return ranked("kendall", n, tau, concordant, p, variance, left, confidence);
    }
    double z = ranks.score() / Math.sqrt(scoreVariance(ranks));
    return ranked("kendall", n, tau, z, Tails.normalTwoSided(z), variance, left, confidence);
  }

  /**
   * Pearson's r of what the controls leave unexplained of x and of y, with t on n − 2 − k degrees
   * of freedom for k controls. Observations with any number missing are left out; needed are 4 + k.
   * Where the controls determine x or y: {@code no_variance}. Controls that determine each other do
   * no harm. No leave-one-out range.
   */
  public static Correlation partial(
      double[] x, double[] y, double confidence, double[]... controls) {
    return PartialCorrelation.of(x, y, confidence, controls);
  }

  /** A product-moment coefficient after k controls, with t and Fisher's interval. */
  static Correlation linear(
      String method,
      long n,
      int controls,
      ProductMoment moment,
      LeaveOneOut left,
      double confidence) {
    double df = n - 2.0 - controls;
    double half = Confidence.z(confidence) / Math.sqrt(df - 1);
    return new Correlation(
        method,
        n,
        moment.r(),
        moment.t(df),
        df,
        moment.pValue(df),
        Math.tanh(moment.fisherZ() - half),
        Math.tanh(moment.fisherZ() + half),
        left.min(),
        left.max(),
        null);
  }

  private static Correlation ranked(
      String method,
      long n,
      double estimate,
      double statistic,
      double p,
      double variance,
      LeaveOneOut left,
      double confidence) {
    boolean interval = Math.abs(estimate) < 1 && variance < Double.POSITIVE_INFINITY;
    double z = ProductMoment.of(estimate).fisherZ();
    double half = Confidence.z(confidence) * Math.sqrt(variance);
    return new Correlation(
        method,
        n,
        estimate,
        statistic,
        null,
        p,
        interval ? Math.tanh(z - half) : null,
        interval ? Math.tanh(z + half) : null,
        left.min(),
        left.max(),
        null);
  }

  private static Double[] estimates(ProductMoment[] moments) {
    return Arrays.stream(moments).map(m -> m == null ? null : m.r()).toArray(Double[]::new);
  }

  /** Variance of concordant less discordant pairs, given the ties of x and of y. */
  private static double scoreVariance(PairRanks ranks) {
    double n = ranks.n();
    long[] x = ranks.x().counts();
    long[] y = ranks.y().counts();
    double all = n * (n - 1) * (2 * n + 5);
    double ties = sum(x, t -> t * (t - 1) * (2 * t + 5)) + sum(y, t -> t * (t - 1) * (2 * t + 5));
    double pairs = sum(x, t -> t * (t - 1)) * sum(y, t -> t * (t - 1));
    double triples = sum(x, t -> t * (t - 1) * (t - 2)) * sum(y, t -> t * (t - 1) * (t - 2));
    return (all - ties) / 18 + pairs / (2 * n * (n - 1)) + triples / (9 * n * (n - 1) * (n - 2));
  }

  private static double sum(long[] counts, DoubleUnaryOperator of) {
    return Arrays.stream(counts).mapToDouble(count -> count).map(of).sum();
  }
}

package org.quipu.stats;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Tail probabilities and quantiles of the distributions that tests refer to.
 *
 * <ul>
 *   <li>Tails are computed from the survival function, never as 1 − p: they keep their digits down
 *       to 1e-300.
 *   <li>A probability too small for a double is {@link Double#MIN_VALUE}: positive, and smaller
 *       than anything else. A p-value of 0 would claim that the data are impossible.
 * </ul>
 */
final class Tail {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Tail() {}

  /** A probability kept above 0 and not above 1. */
  static double positive(double p) {
    return Math.min(1, Math.max(p, Double.MIN_VALUE));
  }

  /** P(|T| ≥ |t|) of Student's t. */
  static double t(double t, double df) {
    return positive(2 * TDistribution.of(df).survivalProbability(Math.abs(t)));
  }

  /** P(|Z| ≥ |z|) of the standard normal. */
  static double normal(double z) {
    return positive(2 * NORMAL.survivalProbability(Math.abs(z)));
  }

  /** P(Z ≥ z) of the standard normal, not kept above 0. */
  static double normalUpper(double z) {
    return NORMAL.survivalProbability(z);
  }

  /** P(X ≥ x) of chi-square. */
  static double chiSquare(double x, double df) {
    return positive(ChiSquaredDistribution.of(df).survivalProbability(x));
  }

  /** P(F ≥ f). */
  static double f(double f, double df1, double df2) {
    return positive(FDistribution.of(df1, df2).survivalProbability(f));
  }

  /** z with P(|Z| ≤ z) = level. */
  static double normalQuantile(double level) {
    return NORMAL.inverseSurvivalProbability((1 - level) / 2);
  }

  /** t with P(|T| ≤ t) = level. */
  static double tQuantile(double level, double df) {
    return upperQuantile(TDistribution.of(df), (1 - level) / 2);
  }

  /** f with P(F ≥ f) = p. */
  static double fUpperQuantile(double p, double df1, double df2) {
    return upperQuantile(FDistribution.of(df1, df2), p);
  }

  /** The library solves to 1e-9; Newton steps on the tail carry on to the last digits. */
  private static double upperQuantile(ContinuousDistribution distribution, double p) {
    double x = distribution.inverseSurvivalProbability(p);
    for (int step = 0; step < 4; step++) {
      double density = distribution.density(x);
      double change = (distribution.survivalProbability(x) - p) / density;
      if (!(density > 0) || !(Math.abs(change) > Math.ulp(x))) {
        break;
      }
      x += change;
    }
    return x;
  }
}

package org.quipu.stats;

import org.apache.commons.statistics.distribution.FDistribution;

/** Quantiles of F to the last digits. */
final class FQuantile {
  private FQuantile() {}

  /** The f that F exceeds with the given probability. */
  static double upper(double probability, double df1, double df2) {
    FDistribution distribution = FDistribution.of(df1, df2);
    double f = distribution.inverseSurvivalProbability(probability);
    // The library solves to 1e-9; Newton steps on the tail carry on from there.
    for (int step = 0; step < 4; step++) {
      double density = distribution.density(f);
      double change = (Tails.fUpper(f, df1, df2) - probability) / density;
      if (!(density > 0) || !(Math.abs(change) > Math.ulp(f))) {
        break;
      }
      f += change;
    }
    return f;
  }
}

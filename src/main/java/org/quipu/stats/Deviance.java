package org.quipu.stats;

/**
 * The function (1 + d) ln(1 + d) − d, from which likelihood ratios of counts are summed, and by
 * which Poisson probabilities fall off.
 */
final class Deviance {
  private static final double SMALL = 0.05;

  private Deviance() {}

  /** Near 0, where the terms cancel, by the series d²/2 − d³/6 + d⁴/12 − … */
  static double of(double d) {
    if (d <= -1) {
      return 1;
    }
    if (Math.abs(d) >= SMALL) {
      return (1 + d) * Math.log1p(d) - d;
    }
    double sum = 0;
    double power = d * d;
    for (int k = 2; k < 20; k++) {
      sum += power / (k * (k - 1.0));
      power *= -d;
    }
    return sum;
  }
}

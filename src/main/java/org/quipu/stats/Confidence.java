package org.quipu.stats;

/** Levels of confidence, between 0 and 1, both exclusive. */
public final class Confidence {
  /** For those who want a p-value or a statistic and do not look at the interval. */
  public static final double USUAL = 0.95;

  private Confidence() {}

  /** The probability that lies beyond one end of a two-sided interval: 0.025 of 0.95. */
  static double tail(double level) {
    return (1 - level) / 2;
  }

  /** What a standard normal exceeds with that probability: 1.96 of 0.95. */
  static double z(double level) {
    return Tails.normalQuantile(tail(level));
  }
}

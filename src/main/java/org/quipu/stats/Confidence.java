package org.quipu.stats;

/** Levels of confidence, between 0 and 1, both exclusive. */
public final class Confidence {
  /** For those who want a p-value or a statistic and do not look at the interval. */
  public static final double USUAL = 0.95;

  private Confidence() {}
}

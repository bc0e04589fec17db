package org.quipu.config;

import java.math.BigDecimal;

/**
 * Settings of estimates and tests.
 *
 * @param confidence level of confidence intervals, in (0, 1)
 * @param seed of everything random
 * @param permutations draws of a permutation or Monte Carlo test; 0 is off
 */
public record StatisticsConfig(double confidence, long seed, int permutations) {
  /**
   * A p-value below it counts as significant: 0.05 of 0.95. Doubles would make of that a little
   * more, and significant what is 0.05 to the bit, as exact p-values may be.
   */
  public double alpha() {
    return BigDecimal.ONE.subtract(BigDecimal.valueOf(confidence)).doubleValue();
  }
}

package org.quipu.config;

/**
 * Settings of estimates and tests.
 *
 * @param confidence level of confidence intervals, in (0, 1)
 * @param seed of everything random
 * @param permutations draws of a permutation or Monte Carlo test; 0 is off
 */
public record StatisticsConfig(double confidence, long seed, int permutations) {}

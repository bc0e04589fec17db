package org.quipu.stats;

/**
 * A value that a rule finds too far from the others.
 *
 * @param rule the rule
 * @param value the value
 * @param count how often it occurs
 * @param limit the limit that it lies beyond
 */
public record Outlier(OutlierRule rule, double value, long count, double limit) {}

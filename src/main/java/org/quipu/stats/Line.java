package org.quipu.stats;

/**
 * A straight line y = slope · x + intercept.
 *
 * @param slope change of y for a step of 1 in x
 * @param intercept y at x = 0
 */
public record Line(double slope, double intercept) {}

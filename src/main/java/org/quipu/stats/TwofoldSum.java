package org.quipu.stats;

/**
 * A sum of doubles or of their products in twice the precision of a double, with a bound of its
 * error.
 *
 * <p>Reference: T. Ogita, S. M. Rump, S. Oishi, "Accurate sum and dot product", SIAM Journal on
 * Scientific Computing 26 (2005) 1955–1988. https://doi.org/10.1137/030601818
 */
final class TwofoldSum {
  /** Twice the square of a double's relative rounding error, and as much again to be safe. */
  private static final double UNIT = 0x1p-104;

  private double high;
  private double low;
  private double size;
  private int terms;

  void add(double term) {
    double sum = high + term;
    double part = sum - high;
    low += (high - (sum - part)) + (term - part);
    high = sum;
    size += Math.abs(term);
    terms++;
  }

  void addProduct(double a, double b) {
    double product = a * b;
    add(product);
    low += Math.fma(a, b, -product);
  }

  Twofold value() {
    return Twofold.sum(high, low);
  }

  /** How far the sum of the terms may be from {@link #value}. */
  double error() {
    double count = terms + 8.0;
    return count * count * UNIT * size;
  }
}

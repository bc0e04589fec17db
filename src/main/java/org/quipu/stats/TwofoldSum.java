package org.quipu.stats;

import java.math.BigDecimal;

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
  private boolean exact = true;

  void add(double term) {
    double sum = high + term;
    double part = sum - high;
    addLow((high - (sum - part)) + (term - part));
    high = sum;
    size += Math.abs(term);
    terms++;
  }

  void addProduct(double a, double b) {
    double product = a * b;
    add(product);
    addLow(Math.fma(a, b, -product));
  }

  private void addLow(double term) {
    double sum = low + term;
    double part = sum - low;
    exact &= (low - (sum - part)) + (term - part) == 0;
    low = sum;
  }

  /** Whether {@link #value} is the sum of the terms without rounding. */
  boolean isExact() {
    return exact;
  }

  /** The sum over a number, correctly rounded; NaN where that is not certain. */
  double roundedOver(long divisor, double error) {
    Twofold quotient = value().over(divisor);
    double rounded = quotient.rounded(error() / divisor + error);
    // The mean of doubles often lies in the middle between two others, where only exactness tells.
    return Double.isNaN(rounded) && exact
        ? Rounding.quotient(
            new BigDecimal(high).add(new BigDecimal(low)), BigDecimal.valueOf(divisor))
        : rounded;
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

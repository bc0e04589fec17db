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

  /** Adds a number of twice a double's precision some times; most often once. */
  void add(double number, double rest, double times) {
    if (times == 1) {
      add(number);
    } else {
      addProduct(number, times);
    }
    if (rest != 0) {
      double share = rest * times;
      addLow(share);
      exact &= Math.fma(rest, times, -share) == 0;
    }
  }

  /** Adds all terms of another sum. */
  void addAll(TwofoldSum other) {
    add(other.high);
    addLow(other.low);
    size += other.size;
    terms += other.terms;
    exact &= other.exact;
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

  /** The sum, correctly rounded; NaN where that is not certain. */
  double rounded() {
    return exact ? value().high() + 0.0 : value().rounded(error());
  }

  /** Whether the sum over a number is {@link Twofold#over} without rounding. */
  boolean isExactOver(long divisor) {
    return exact && value().isExactOver(divisor);
  }

  /**
   * The sum over a number, correctly rounded; NaN where that is not certain.
   *
   * @param error how far the terms may be from what they stand for, on average
   */
  double roundedOver(long divisor, double error) {
    Twofold quotient = value().over(divisor);
    // The mean of doubles often lies in the middle between two others, where only exactness tells.
    return error == 0 && isExactOver(divisor)
        ? quotient.high() + 0.0
        : quotient.rounded(error() / divisor + error);
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

package org.quipu.stats;

import java.math.BigDecimal;

/**
 * A number as the unevaluated sum of two doubles, the second at most half a unit in the last place
 * of the first: some 106 bits. Enough to tell how an exact result rounds to a double, at a
 * hundredth of the cost of decimals, in all but one of some ten million cases; {@link #rounded}
 * says which.
 *
 * <p>Reference: T. J. Dekker, "A floating-point technique for extending the available precision",
 * Numerische Mathematik 18 (1971) 224–242. https://doi.org/10.1007/BF01397083; for the test of
 * rounding A. Ziv, "Fast evaluation of elementary mathematical functions with correctly rounded
 * last bit", ACM Transactions on Mathematical Software 17 (1991) 410–423.
 * https://doi.org/10.1145/114697.116813
 *
 * @param high the number rounded to a double
 * @param low the rest
 */
record Twofold(double high, double low) {
  static final Twofold ZERO = new Twofold(0, 0);

  /** The sum of two doubles, without rounding. */
  static Twofold sum(double a, double b) {
    double high = a + b;
    return new Twofold(high, lost(a, b, high));
  }

  /** What the sum of two doubles lacks, as a double rounds it. */
  private static double lost(double a, double b, double sum) {
    double part = sum - a;
    return (a - (sum - part)) + (b - part);
  }

  /** The product of two doubles, without rounding. */
  static Twofold product(double a, double b) {
    double high = a * b;
    return new Twofold(high, Math.fma(a, b, -high));
  }

  /** A whole number below 2^62 in size, without rounding. */
  static Twofold of(long whole) {
    double high = whole;
    return new Twofold(high, whole - (long) high);
  }

  /** A decimal to some 106 bits; not finite where it is beyond the range of a double. */
  static Twofold of(BigDecimal exact) {
    if (exact.scale() == 0 && exact.precision() <= 18) {
      return of(exact.longValue());
    }
    double high = Rounding.of(exact);
    return Double.isFinite(high)
        ? new Twofold(high, Rounding.of(exact.subtract(new BigDecimal(high))))
        : new Twofold(high, Double.NaN);
  }

  Twofold plus(Twofold that) {
    return plus(that.high, that.low);
  }

  Twofold minus(Twofold that) {
    return plus(-that.high, -that.low);
  }

  /** One object, not one for each step: this is where most of them would come from. */
  private Twofold plus(double thatHigh, double thatLow) {
    double highs = high + thatHigh;
    double lows = low + thatLow;
    double middle = lost(high, thatHigh, highs) + lows;
    double first = highs + middle;
    return sum(first, lost(highs, middle, first) + lost(low, thatLow, lows));
  }

  Twofold negated() {
    return new Twofold(-high, -low);
  }

  Twofold abs() {
    return high < 0 ? negated() : this;
  }

  Twofold times(double factor) {
    double product = high * factor;
    return sum(product, Math.fma(low, factor, Math.fma(high, factor, -product)));
  }

  Twofold times(Twofold that) {
    double product = high * that.high;
    double rest = Math.fma(high, that.high, -product);
    return sum(product, rest + (high * that.low + low * that.high));
  }

  Twofold over(double divisor) {
    double first = high / divisor;
    double rest = Math.fma(-first, divisor, high) + low;
    return sum(first, rest / divisor);
  }

  /** Whether {@link #over(double)} leaves no rest; no may also mean that it is hard to tell. */
  boolean isExactOver(double divisor) {
    double first = high / divisor;
    Twofold rest = sum(Math.fma(-first, divisor, high), low);
    return rest.low == 0 && Math.fma(-(rest.high / divisor), divisor, rest.high) == 0;
  }

  Twofold over(Twofold divisor) {
    double first = high / divisor.high;
    Twofold rest = minus(divisor.times(first));
    double second = rest.high / divisor.high;
    double third = rest.minus(divisor.times(second)).high / divisor.high;
    return sum(first, second).plus(third, 0);
  }

  /** The square root of a number above 0. */
  Twofold sqrt() {
    double root = Math.sqrt(high);
    Twofold rest = minus(product(root, root));
    return sum(root, rest.high / (2 * root));
  }

  /** −1, 0 or 1 as this is below, at or above the other. */
  int compareTo(Twofold that) {
    int order = Double.compare(high, that.high);
    return order != 0 ? order : Double.compare(low, that.low);
  }

  /**
   * The nearest double to a number of which this is an approximation; NaN where the error leaves
   * open which of two that is.
   *
   * @param error not less than the distance of this from the number
   */
  double rounded(double error) {
    double down = high + (low - error);
    double up = high + (low + error);
    return down == up ? up + 0.0 : Double.NaN;
  }
}

package org.quipu.source;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Binary floating-point numbers as the shortest decimal that reads back as the same number, without
 * exponent: what a person typed into a spreadsheet or a statistics package. {@link Double#toString}
 * of Java 17 is not always the shortest (JDK-4511638). Not-a-number is what programs write for no
 * value: the empty text. Infinity is a result gone wrong, {@code Infinity}, for a rule to refuse.
 */
public final class NumberText {
  private static final int LONG_DIGITS = 15;
  private static final double LARGEST_EXACT = 1e15;

  private static final int HALF_BITS = 10;
  private static final int HALF_EXPONENTS = 31;

  /** Of an exponent as it is stored, and the ten digits behind the point. */
  private static final int HALF_BIAS = 25;

  private NumberText() {}

  public static String of(double value) {
    if (value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT) {
      return Long.toString((long) value);
    }
    if (Double.isNaN(value)) {
      return "";
    }
    if (Double.isInfinite(value)) {
      return Double.toString(value);
    }
    BigDecimal exact = new BigDecimal(value);
    for (int digits = LONG_DIGITS; digits <= 17; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits));
      if (rounded.doubleValue() == value) {
        return plain(rounded);
      }
    }
    return plain(exact);
  }

  public static String of(float value) {
    if (Float.isNaN(value)) {
      return "";
    }
    if (Float.isInfinite(value)) {
      return Float.toString(value);
    }
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 6; digits <= 9; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits));
      if (rounded.floatValue() == value) {
        return plain(rounded);
      }
    }
    return plain(exact);
  }

  /**
   * A number of 16 bits (IEEE 754 binary16): eleven binary digits, which five decimal ones tell.
   */
  static String ofHalf(short bits) {
    int exponent = bits >> HALF_BITS & HALF_EXPONENTS;
    int fraction = bits & (1 << HALF_BITS) - 1;
    int least = Math.max(exponent, 1) - HALF_BIAS;
    double size = Math.scalb((exponent == 0 ? 0 : 1 << HALF_BITS) + fraction, least);
    double value = bits < 0 ? -size : size;
    if (exponent == HALF_EXPONENTS) {
      return of(
          fraction != 0
              ? Double.NaN
              : bits < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    BigDecimal exact = new BigDecimal(value);
    // Nearer than half a last bit; below a power of two the next number is half a last bit away.
    BigDecimal near = new BigDecimal(Math.scalb(1.0, least - (fraction == 0 ? 2 : 1)));
    for (int digits = 1; digits <= 5; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits));
      if (rounded.subtract(exact).abs().compareTo(near) < 0) {
        return plain(rounded);
      }
    }
    return plain(exact);
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}

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

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}

package org.quipu.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as sentences show them, with a decimal point in English and a comma in Spanish. */
final class Numbers {
  private static final int DIGITS = 6;
  private static final BigDecimal SMALLEST = new BigDecimal("1e-7");

  private Numbers() {}

  /** Six digits at most; 7.1e-99 where zeros would fill the line. */
  static String en(double value) {
    return en(new BigDecimal(value).round(new MathContext(DIGITS)));
  }

  /** All digits of a decimal. */
  static String en(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return plain.signum() != 0 && plain.abs().compareTo(SMALLEST) < 0
        ? plain.toString().replace("E", "e")
        : plain.toPlainString();
  }

  /** Rounded to decimals, which are all written: 11.90. */
  static String en(double value, int decimals) {
    return new BigDecimal(value)
        .setScale(Math.max(0, decimals), RoundingMode.HALF_EVEN)
        .toPlainString();
  }

  /** Two digits, as p-values are given. */
  static String enP(double p) {
    return en(new BigDecimal(p).round(new MathContext(2)));
  }

  /** An English number in Spanish. */
  static String es(String english) {
    return english.replace('.', ',');
  }
}

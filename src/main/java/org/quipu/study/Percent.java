package org.quipu.study;

import java.math.BigDecimal;
import java.math.MathContext;

/** Shares in percent. */
final class Percent {
  /** Digits of a quotient that is held as a decimal: far beyond those of a double. */
  static final MathContext DIGITS = MathContext.DECIMAL128;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Percent() {}

  /** 100 × part / whole, correctly rounded for counts up to 9e13; null of a whole of 0. */
  static Double of(long part, long whole) {
    return whole == 0 ? null : (Double) (100.0 * part / whole);
  }

  /** The same to 34 digits, of a whole that is not 0. */
  static BigDecimal decimal(long part, long whole) {
    return HUNDRED.multiply(BigDecimal.valueOf(part)).divide(BigDecimal.valueOf(whole), DIGITS);
  }
}

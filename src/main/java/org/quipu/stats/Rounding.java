package org.quipu.stats;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.stream.Stream;

/**
 * Exact numbers rounded once to the nearest double, ties to even, by integer arithmetic: {@link
 * BigDecimal#doubleValue} goes by way of text and takes most of the time of a description.
 */
final class Rounding {
  /** Bits of a quotient before it is rounded: the 53 of a double, and some to spare. */
  private static final int BITS = 66;

  /** Integers of so many digits are doubles. */
  private static final int BRIEF = 15;

  /** Powers of ten beyond this are rarer than they are worth. */
  private static final int LARGEST_SCALE = 4000;

  private static final MathContext DIGITS = new MathContext(60);

  /** The powers of ten that doubles of everyday size need. */
  private static final BigInteger[] POWERS =
      Stream.iterate(BigInteger.ONE, power -> power.multiply(BigInteger.TEN))
          .limit(256)
          .toArray(BigInteger[]::new);

  private Rounding() {}

  /** A decimal; infinite beyond the range of a double. */
  static double of(BigDecimal exact) {
    // So short a number the platform converts by a single division.
    boolean brief = exact.precision() <= 15 && exact.scale() >= 0 && exact.scale() <= 22;
    return brief ? exact.doubleValue() : quotient(exact, BigDecimal.ONE);
  }

  /** a / b with b not 0; infinite beyond the range of a double. */
  static double quotient(BigDecimal a, BigDecimal b) {
    int scale = a.scale() - b.scale();
    if (scale >= 0 && scale <= BRIEF && a.precision() <= BRIEF && b.precision() + scale <= BRIEF) {
      // Both are doubles once the point is moved, and the platform divides doubles correctly. Of
      // no size there is no sign: adding 0 turns −0 into 0.
      return a.unscaledValue().doubleValue()
              / b.unscaledValue().multiply(power(scale)).doubleValue()
          + 0.0;
    }
    if (a.signum() == 0 || Math.abs(scale) > LARGEST_SCALE) {
      return a.divide(b, DIGITS).doubleValue();
    }
    BigInteger above = a.unscaledValue().abs();
    BigInteger below = b.unscaledValue().abs();
    if (scale > 0) {
      below = below.multiply(power(scale));
    } else if (scale < 0) {
      above = above.multiply(power(-scale));
    }
    int shift = BITS - above.bitLength() + below.bitLength();
    BigInteger[] parts =
        shift >= 0
            ? above.shiftLeft(shift).divideAndRemainder(below)
            : above.divideAndRemainder(below.shiftLeft(-shift));
    double size = times2ToThe(parts[0], parts[1].signum() != 0, -shift);
    return Double.isNaN(size) ? a.divide(b, DIGITS).doubleValue() : a.signum() * b.signum() * size;
  }

  private static BigInteger power(int exponent) {
    return exponent < POWERS.length ? POWERS[exponent] : BigInteger.TEN.pow(exponent);
  }

  /** An integer of any size, times a power of two; null where the result is below the normal. */
  static Double times2ToThe(int exponent, BigInteger integer) {
    int cut = Math.max(0, integer.bitLength() - BITS);
    BigInteger size = integer.abs();
    boolean more = cut > 0 && size.getLowestSetBit() < cut;
    double rounded = times2ToThe(size.shiftRight(cut), more, exponent + cut);
    return Double.isNaN(rounded) ? null : (Double) (integer.signum() * rounded);
  }

  /**
   * An integer of some 66 bits, with or without more below them, times a power of two; NaN where
   * the result has fewer bits than a normal double, and would be rounded twice.
   */
  private static double times2ToThe(BigInteger integer, boolean more, int exponent) {
    // The lowest bit stands for all that is cut off: it breaks ties, and does no more.
    double rounded = (more ? integer.setBit(0) : integer).doubleValue();
    return rounded != 0 && Math.getExponent(rounded) + exponent < Double.MIN_EXPONENT
        ? Double.NaN
        : Math.scalb(rounded, exponent);
  }
}

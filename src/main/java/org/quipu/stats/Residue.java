package org.quipu.stats;

import java.math.BigDecimal;

/**
 * What rounding leaves where an exact difference is 0. Scores such as 17 / 6 have 34 digits ({@link
 * java.math.MathContext#DECIMAL128}), so that sums of them that are equal differ by some 1e-34 of
 * themselves; answers are doubles, whose differences are some 1e-16 of them or nothing.
 */
final class Residue {
  private static final BigDecimal OF_SUMS = new BigDecimal("1e-31");

  /** Of squares: their rounding leaves at most 4e-34, a last digit of doubles some 1e-32. */
  private static final BigDecimal OF_SQUARES = new BigDecimal("1e-33");

  private Residue() {}

  /** a − b, sums of scores. */
  static BigDecimal difference(BigDecimal a, BigDecimal b) {
    return of(a.subtract(b), a.abs().add(b.abs()));
  }

  /** What is left of sums of scores of some size that were taken from each other, or 0. */
  static BigDecimal of(BigDecimal left, BigDecimal size) {
    return isSmall(left, size, OF_SUMS) ? BigDecimal.ZERO : left;
  }

  /** What is left of sums of squares that were taken from each other, or 0. */
  static BigDecimal ofSquares(BigDecimal left, BigDecimal squares) {
    return isSmall(left, squares, OF_SQUARES) ? BigDecimal.ZERO : left;
  }

  private static boolean isSmall(BigDecimal left, BigDecimal of, BigDecimal share) {
    return left.abs().compareTo(of.multiply(share)) <= 0;
  }
}

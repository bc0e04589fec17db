package org.quipu.stats;

import java.math.BigDecimal;

/**
 * A decimal of which many samples have some, with what statistics ask of it, found once.
 *
 * @param decimal without zeros at its end
 * @param rounded to a double
 * @param rest what the decimal is more than that, rounded likewise
 * @param pieces the decimal and its square as {@link PieceSums} adds them; null where they are too
 *     long for that
 */
public record KnownDecimal(BigDecimal decimal, double rounded, double rest, int[] pieces) {

  /**
   * All of a decimal.
   *
   * @throws NumberFormatException when it is beyond the range of a double
   */
  public static KnownDecimal of(BigDecimal decimal) {
    BigDecimal plain = decimal.stripTrailingZeros();
    double rounded = plain.doubleValue();
    double rest = plain.subtract(new BigDecimal(rounded)).doubleValue();
    return new KnownDecimal(plain, rounded, rest, PieceSums.pieces(plain));
  }
}

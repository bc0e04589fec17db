package org.quipu.stats;

import java.math.BigDecimal;

/**
 * A number as a publication prints it: all that is known is that the number itself lies within half
 * a unit of the last decimal. Both ends count, since not everyone rounds halves up.
 *
 * @param value the number printed
 * @param decimals its decimals, zeros at the end included: 2 for 11.90; -3 where it was rounded to
 *     thousands
 */
public record Rounded(BigDecimal value, int decimals) {
  /** Relative error that a computation in doubles may carry. */
  private static final BigDecimal NOISE = new BigDecimal("1e-12");

  /** With the decimals that the text has: {@code parse("11.90")} has 2. */
  public static Rounded parse(String text) {
    BigDecimal value = new BigDecimal(text.strip());
    return new Rounded(value, Math.max(0, value.scale()));
  }

  /** Half a unit of the last decimal. */
  public BigDecimal halfUnit() {
    return BigDecimal.valueOf(5).movePointLeft(decimals + 1);
  }

  /** The least number that may have been printed so. */
  public BigDecimal low() {
    return value.subtract(halfUnit());
  }

  /** The greatest number that may have been printed so. */
  public BigDecimal high() {
    return value.add(halfUnit());
  }

  /**
   * Whether a computed number may have been printed so. 0.285 held as 0.28499999999999998 is 0.285:
   * an error of 1e-12 of its size is allowed for.
   */
  public boolean reproduces(double computed) {
    return Double.isFinite(computed) && reproduces(computed, computed);
  }

  /** Whether some number from a range of computed ones may have been printed so. */
  public boolean reproduces(double from, double to) {
    BigDecimal noise = NOISE.multiply(new BigDecimal(Math.max(Math.abs(from), Math.abs(to))));
    return new BigDecimal(to).add(noise).compareTo(low()) >= 0
        && new BigDecimal(from).subtract(noise).compareTo(high()) <= 0;
  }
}

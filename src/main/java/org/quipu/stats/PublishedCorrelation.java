package org.quipu.stats;

/**
 * The test of a Pearson correlation of which only the coefficient and its degrees of freedom are
 * known, as publications print them.
 *
 * @param t r √(df / (1 − r²)); null where r is ±1
 * @param pValue two-sided, never 0
 */
public record PublishedCorrelation(Double t, double pValue) {

  /**
   * Tests a coefficient.
   *
   * @param r from -1 to 1
   * @param df above 0
   * @throws IllegalArgumentException for any other r or df
   */
  public static PublishedCorrelation of(double r, double df) {
    if (!(Math.abs(r) <= 1) || !(df > 0)) {
      throw new IllegalArgumentException(
          "r = " + r + " with " + df + " degrees of freedom; r is from -1 to 1 and df above 0");
    }
    ProductMoment moment = ProductMoment.of(r);
    return new PublishedCorrelation(moment.t(df), moment.pValue(df));
  }
}

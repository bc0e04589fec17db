package org.quipu.stats;

/**
 * A coefficient with its standard error, held against 0.
 *
 * <ul>
 *   <li>statistic: estimate / standard error
 *   <li>p-value: two-sided, of the standard normal, or of Student's t where degrees of freedom are
 *       given; never 0
 *   <li>interval: estimate ± quantile × standard error
 * </ul>
 *
 * <p>Source: A. Wald, "Tests of statistical hypotheses concerning several parameters when the
 * number of observations is large", Transactions of the American Mathematical Society 54 (1943).
 * https://doi.org/10.1090/S0002-9947-1943-0012401-3
 *
 * @param df degrees of freedom of Student's t; null for the normal
 */
public record Wald(
    double estimate,
    double stdError,
    double statistic,
    Double df,
    double pValue,
    double confLow,
    double confHigh) {

  /**
   * Against the standard normal.
   *
   * @param stdError greater than 0
   * @param confidence level of the interval, in (0, 1)
   */
  public static Wald normal(double estimate, double stdError, double confidence) {
    double z = estimate / stdError;
    double half = Confidence.z(confidence) * stdError;
    return new Wald(
        estimate, stdError, z, null, Tails.normalTwoSided(z), estimate - half, estimate + half);
  }

  /**
   * Against Student's t.
   *
   * @param stdError greater than 0
   * @param df greater than 0
   * @param confidence level of the interval, in (0, 1)
   */
  public static Wald student(double estimate, double stdError, double df, double confidence) {
    double t = estimate / stdError;
    double half = Tails.tQuantile(Confidence.tail(confidence), df) * stdError;
    return new Wald(
        estimate, stdError, t, df, Tails.tTwoSided(t, df), estimate - half, estimate + half);
  }
}

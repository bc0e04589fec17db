package org.quipu.stats;

/**
 * A coefficient of correlation, or why there is none. Every number is finite; what does not apply
 * or is undefined is null.
 *
 * @param method {@code pearson}, {@code spearman}, {@code kendall} or {@code partial_pearson}
 * @param n complete pairs
 * @param estimate the coefficient, from -1 to 1
 * @param statistic t of Pearson and partial correlation; S of Spearman; of Kendall the number of
 *     concordant pairs where p is exact, else z. Null where t is infinite
 * @param df degrees of freedom of t
 * @param pValue two-sided, never 0
 * @param confLow lower end of the interval
 * @param confHigh upper end of the interval
 * @param looMin the smallest estimate with one pair left out
 * @param looMax the largest estimate with one pair left out
 * @param reason null when there is an estimate
 */
public record Correlation(
    String method,
    long n,
    Double estimate,
    Double statistic,
    Double df,
    Double pValue,
    Double confLow,
    Double confHigh,
    Double looMin,
    Double looMax,
    Reason reason) {

  /** A correlation that cannot be computed. */
  public static Correlation undefined(String method, long n, Reason reason) {
    return new Correlation(method, n, null, null, null, null, null, null, null, null, reason);
  }

  public State state() {
    return reason == null ? State.OK : reason.state();
  }
}

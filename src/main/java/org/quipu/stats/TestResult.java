package org.quipu.stats;

/**
 * What a hypothesis test found, or why it could not be made. Every number is finite; what does not
 * apply or is undefined is null.
 *
 * @param method lower snake_case of the usual name, e.g. {@code welch_anova}
 * @param n observations used
 * @param groups groups compared
 * @param statistic the test statistic, null where the method has none (Fisher's exact test)
 * @param df1 degrees of freedom, or of the numerator
 * @param df2 degrees of freedom of the denominator
 * @param pValue two-sided unless the method says otherwise, never 0
 * @param effect name of the effect size, e.g. {@code eta_squared}
 * @param effectSize its estimate
 * @param confLow lower end of its interval
 * @param confHigh upper end of its interval
 * @param reason null when the test was made
 */
public record TestResult(
    String method,
    long n,
    int groups,
    Double statistic,
    Double df1,
    Double df2,
    Double pValue,
    String effect,
    Double effectSize,
    Double confLow,
    Double confHigh,
    Reason reason) {

  /** A test that could not be made. */
  public static TestResult undefined(String method, long n, int groups, Reason reason) {
    return new TestResult(
        method, n, groups, null, null, null, null, null, null, null, null, reason);
  }

  public State state() {
    return reason == null ? State.OK : reason.state();
  }
}

package org.quipu.stats;

/**
 * Two of several groups against each other.
 *
 * @param method {@code tukey_hsd}, {@code games_howell} or {@code dunn_holm}
 * @param groupA the group whose name sorts first
 * @param groupB the other
 * @param estimate mean, or mean rank, of A less that of B
 * @param statistic estimate by its standard error: t, or z of ranks
 * @param df degrees of freedom, null for z
 * @param confLow lower end of the interval of the estimate that holds for all pairs at once, null
 *     for ranks
 * @param confHigh its upper end
 * @param pValue two-sided, of this pair by itself
 * @param pAdjusted adjusted for all pairs
 * @param reason null when the comparison was made; otherwise only the estimate may be known
 */
public record PairComparison(
    String method,
    String groupA,
    String groupB,
    Double estimate,
    Double statistic,
    Double df,
    Double confLow,
    Double confHigh,
    Double pValue,
    Double pAdjusted,
    Reason reason) {

  static PairComparison undefined(
      String method, String groupA, String groupB, Double estimate, Reason reason) {
    return new PairComparison(
        method, groupA, groupB, estimate, null, null, null, null, null, null, reason);
  }

  PairComparison withAdjusted(Double adjusted) {
    return new PairComparison(
        method, groupA, groupB, estimate, statistic, df, confLow, confHigh, pValue, adjusted,
        reason);
  }

  public State state() {
    return reason == null ? State.OK : reason.state();
  }
}

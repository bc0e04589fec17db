package org.quipu.stats;

/**
 * An intraclass correlation, or why there is none.
 *
 * @param type {@code icc1}, {@code icc1k}, {@code icc2}, {@code icc2k}
 * @param units subjects that are rated, or units that staff are nested in
 * @param size ratings of a subject, or mean number of staff of a unit
 * @param estimate the coefficient; below 0 where units differ less than chance has it
 * @param f variance ratio that tests it against 0
 * @param df1 its degrees of freedom
 * @param df2 its degrees of freedom
 * @param pValue P(F ≥ f), never 0
 * @param confLow lower end of the interval
 * @param confHigh upper end of the interval
 * @param reason null when there is an estimate
 */
public record IntraclassCorrelation(
    String type,
    long units,
    Double size,
    Double estimate,
    Double f,
    Double df1,
    Double df2,
    Double pValue,
    Double confLow,
    Double confHigh,
    Reason reason) {

  static IntraclassCorrelation undefined(String type, long units, Reason reason) {
    return new IntraclassCorrelation(
        type, units, null, null, null, null, null, null, null, null, reason);
  }

  public State state() {
    return reason == null ? State.OK : reason.state();
  }
}

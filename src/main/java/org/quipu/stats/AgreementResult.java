package org.quipu.stats;

/**
 * How far raters agree, or why that is not known.
 *
 * @param method {@code percent_agreement}, {@code fleiss_kappa} or {@code gwet_ac1}
 * @param subjects rated by at least one rater
 * @param estimate the coefficient, at most 1
 * @param standardError with regard to the sampling of subjects; null with one subject
 * @param confLow lower end of its interval, at least -1
 * @param confHigh upper end, at most 1
 * @param reason null when there is an estimate
 */
public record AgreementResult(
    String method,
    long subjects,
    Double estimate,
    Double standardError,
    Double confLow,
    Double confHigh,
    Reason reason) {

  static AgreementResult undefined(String method, long subjects, Reason reason) {
    return new AgreementResult(method, subjects, null, null, null, null, reason);
  }

  public State state() {
    return reason == null ? State.OK : reason.state();
  }
}

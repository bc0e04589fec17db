package org.quipu.stats;

/**
 * A reliability coefficient, or why there is none.
 *
 * @param method {@code alpha}, {@code alpha_std}, {@code kr20} or {@code split_half}
 * @param items in the scale
 * @param n respondents
 * @param estimate the coefficient; null unless {@link #state} is ok
 * @param confLow lower end of its interval; null where the method has none
 * @param confHigh upper end of its interval
 * @param reason null when there is an estimate
 */
public record ReliabilityResult(
    String method,
    int items,
    long n,
    Double estimate,
    Double confLow,
    Double confHigh,
    Reason reason) {

  static ReliabilityResult undefined(String method, int items, long n, Reason reason) {
    return new ReliabilityResult(method, items, n, null, null, null, reason);
  }

  public State state() {
    return reason == null ? State.OK : reason.state();
  }
}

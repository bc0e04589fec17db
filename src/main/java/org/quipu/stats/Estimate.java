package org.quipu.stats;

/**
 * An estimate with its interval, or why there is none. Every number is finite; what is undefined is
 * null.
 *
 * @param name lower snake_case of what is estimated, e.g. {@code risk_difference}
 * @param n observations used
 * @param value the estimate
 * @param confLow lower end of its interval
 * @param confHigh upper end of its interval
 * @param reason null when there is an estimate
 */
public record Estimate(
    String name, long n, Double value, Double confLow, Double confHigh, Reason reason) {

  /** What cannot be estimated. */
  public static Estimate undefined(String name, long n, Reason reason) {
    return new Estimate(name, n, null, null, null, reason);
  }

  public State state() {
    return reason == null ? State.OK : reason.state();
  }
}

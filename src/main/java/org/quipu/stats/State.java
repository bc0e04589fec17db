package org.quipu.stats;

/** Whether a statistic is a number or, where it is undefined, why it is not. */
public enum State {
  OK,
  TOO_FEW,
  NO_VARIANCE,
  NOT_COMPUTABLE,
  SUPPRESSED;

  /** The name in result tables: lower snake_case. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}

package org.quipu.quality;

/** What a failing row means. */
public enum Severity {
  /** The row is quarantined. */
  REJECT,
  /** The row is used, and the failure reported. */
  WARN,
  /** The run ends. */
  STOP;

  /** The name in result tables. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}

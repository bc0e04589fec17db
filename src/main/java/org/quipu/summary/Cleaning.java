package org.quipu.summary;

import java.util.Locale;

/** Whether an analysis sees every numeric answer, or those that the configured rules leave. */
public enum Cleaning {
  RAW,
  CLEAN;

  /** The name in result tables. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.quipu.summary;

import java.util.Locale;

/** Whether an analysis sees every numeric answer, or those that the configured rules leave. */
public enum Cleaning {
  RAW,
  CLEAN;

  /** Made once: millions of rows name it. */
  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name in result tables. */
  public String id() {
    return id;
  }
}

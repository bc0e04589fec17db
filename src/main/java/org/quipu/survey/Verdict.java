package org.quipu.survey;

import java.util.Locale;

/** What an expert panel holds a practice for. */
public enum Verdict {
  GOOD,
  LESS_EFFECTIVE,
  /** The experts' verdicts do not become one. */
  NO_CONSENSUS;

  /** The name in files and tables. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

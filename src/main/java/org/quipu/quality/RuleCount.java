package org.quipu.quality;

import java.io.Serializable;

/** How many of the rows that a rule looked at broke it. */
public record RuleCount(String id, Severity severity, Sentence meaning, long rows, long failing)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public RuleCount plus(RuleCount other) {
    return new RuleCount(id, severity, meaning, rows + other.rows, failing + other.failing);
  }
}

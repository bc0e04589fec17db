package org.quipu.quality;

/** A rule whose severity the user has decided. */
record Decided(Rule rule, Severity severity) implements Rule {
  private static final long serialVersionUID = 1L;

  @Override
  public String id() {
    return rule.id();
  }

  @Override
  public boolean isOwn() {
    return rule.isOwn();
  }

  @Override
  public Sentence meaning() {
    return rule.meaning();
  }

  @Override
  public boolean passes(RowView row) {
    return rule.passes(row);
  }

  @Override
  public Sentence failure(RowView row) {
    return rule.failure(row);
  }
}

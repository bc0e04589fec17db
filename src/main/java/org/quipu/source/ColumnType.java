package org.quipu.source;

/**
 * What the text of a column must be. Typing is a rule that a row can fail, not the reader's job.
 */
public enum ColumnType {
  TEXT("a text", "un texto"),
  DECIMAL("a number such as 12 or 12.5", "un número como 12 o 12.5"),
  INTEGER("a whole number such as 12", "un número entero como 12"),
  FLAG("0 or 1 (also true, false, si, no)", "0 o 1 (también true, false, si, no)"),
  PERIOD(
      "a year such as 2007 or a month such as 2007-03", "un año como 2007 o un mes como 2007-03");

  private final String en;
  private final String es;

  ColumnType(String en, String es) {
    this.en = en;
    this.es = es;
  }

  /** What is allowed, in English. */
  public String english() {
    return en;
  }

  /** What is allowed, in Spanish. */
  public String spanish() {
    return es;
  }
}

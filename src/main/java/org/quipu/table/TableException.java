package org.quipu.table;

/**
 * A table, a column or a filter that cannot be used as asked. The sentence names what was asked,
 * where it stands, and what is allowed.
 */
public final class TableException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String spanish;

  /**
   * @param sentence what is wrong; {@link #getMessage()} is the English of it
   */
  TableException(Text sentence) {
    super(sentence.en());
    this.spanish = sentence.es();
  }

  /** The sentence in Spanish. */
  public String spanish() {
    return spanish;
  }
}

package org.quipu.source;

/**
 * An input that breaks its contract as a whole: it is not there, cannot be read, or lacks a key
 * column. Single bad rows are quarantined and never raise this.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String spanish;

  public InputException(String en, String es) {
    super(en);
    this.spanish = es;
  }

  /** The same sentence in Spanish. */
  public String spanish() {
    return spanish;
  }
}

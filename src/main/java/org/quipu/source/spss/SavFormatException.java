package org.quipu.source.spss;

import java.io.IOException;

/** A file that is no SPSS system file, or one that contradicts itself. */
public final class SavFormatException extends IOException {
  private static final long serialVersionUID = 1L;
  private final String spanish;

  SavFormatException(String en, String es) {
    super(en);
    this.spanish = es;
  }

  /** The same sentence in Spanish. */
  public String spanish() {
    return spanish;
  }
}

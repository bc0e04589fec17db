package org.quipu.table;

/**
 * The same words in the two languages that users read.
 *
 * @param en in English
 * @param es in Spanish
 */
public record Text(String en, String es) {

  /** The words in a language: {@code es}, or English for anything else. */
  public String in(String language) {
    return "es".equals(language) ? es : en;
  }
}

package org.quipu.config;

import java.util.Locale;

/** The two languages in which everything that a user reads exists. */
public enum Language {
  EN,
  ES;

  /** Spanish for a Spanish locale, English for any other. */
  public static Language of(Locale locale) {
    return locale.getLanguage().equals("es") ? ES : EN;
  }

  /** The one of two sentences that is in this language. */
  public String pick(String en, String es) {
    return this == ES ? es : en;
  }
}

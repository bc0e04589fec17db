package org.quipu.config;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** The two languages in which everything that a user reads exists. */
public enum Language {
  EN,
  ES;

  /** Spanish for a Spanish locale, English for any other. */
  public static Language of(Locale locale) {
    return locale.getLanguage().equals("es") ? ES : EN;
  }

  /**
   * The language of this machine's user: LC_ALL, LC_MESSAGES or LANG, the first that is set, as
   * POSIX orders them, even where that locale is not installed; else Java's locale.
   */
  public static Language ofMachine() {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(System::getenv)
        .filter(Objects::nonNull)
        .filter(value -> !value.isEmpty())
        .findFirst()
        .filter(value -> value.matches("es([_.@-].*)?"))
        .map(value -> ES)
        .orElseGet(() -> of(Locale.getDefault()));
  }

  /** The one of two sentences that is in this language. */
  public String pick(String en, String es) {
    return this == ES ? es : en;
  }
}

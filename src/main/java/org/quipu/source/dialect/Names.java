package org.quipu.source.dialect;

import java.util.function.Predicate;

/** Likeness of names as dialects have it: {@code *} for any characters, no case, no accents. */
public final class Names {
  private Names() {}

  /** Names that a pattern fits. */
  public static Predicate<String> like(String pattern) {
    return new HeaderPattern(pattern)::fits;
  }
}

package org.quipu.quality;

import java.util.Collection;
import java.util.stream.Collectors;

/** How failures are put into words. */
final class Sentences {
  private static final int LONGEST_VALUE = 80;
  private static final int LONGEST_LIST = 12;

  private Sentences() {}

  /** "Column c holds 'v'; … is allowed." */
  static Sentence notAllowed(String column, String value, String en, String es) {
    String shown = shorten(value);
    return new Sentence(
        "Column " + column + " holds '" + shown + "'; allowed is " + en + ".",
        "La columna " + column + " contiene «" + shown + "»; se permite " + es + ".");
  }

  static String list(Collection<String> values) {
    String shown = values.stream().sorted().limit(LONGEST_LIST).collect(Collectors.joining(", "));
    return values.size() > LONGEST_LIST ? shown + ", …" : shown;
  }

  private static String shorten(String value) {
    return value == null || value.length() <= LONGEST_VALUE
        ? String.valueOf(value)
        : value.substring(0, LONGEST_VALUE) + "…";
  }
}

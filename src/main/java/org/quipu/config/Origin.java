package org.quipu.config;

import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;

/** Where a setting was made, as a user finds it. */
final class Origin {
  private Origin() {}

  /** {@code file:line}, or e.g. {@code --set groups.threshold} where there is no file. */
  static String of(ConfigValue value) {
    ConfigOrigin origin = value.origin();
    if (origin.filename() == null) {
      // Typesafe Config appends ": line" to the description of a parsed text, and joins those of a
      // block that came in pieces.
      return origin
          .description()
          .replaceFirst(": \\d+(-\\d+)?$", "")
          .replaceFirst("^merge of ", "")
          .replace(",--set ", ", --set ");
    }
    return origin.lineNumber() > 0
        ? origin.filename() + ":" + origin.lineNumber()
        : origin.filename();
  }
}

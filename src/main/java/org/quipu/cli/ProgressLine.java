package org.quipu.cli;

import java.time.Duration;
import java.util.Locale;
import org.quipu.config.Language;

/** One line of progress: what, how far, how long. */
final class ProgressLine {
  private ProgressLine() {}

  /**
   * For example {@code reading facility-indicator 42 % 4,200,000 of 10,000,000 rows 0:21, 0:29
   * left}. Percent and time left only where the total is known; time left only after two seconds,
   * before which it means nothing.
   */
  static String of(String stage, long rows, long total, Duration elapsed, Language language) {
    var line = new StringBuilder(stage);
    boolean known = total > 0 && rows <= total;
    if (known) {
      line.append("  ").append(100 * rows / total).append(" %");
    }
    if (rows > 0) {
      line.append("  ").append(number(rows, language));
      if (known) {
        line.append(language.pick(" of ", " de ")).append(number(total, language));
      }
      line.append(language.pick(" rows", " filas"));
    }
    line.append("  ").append(clock(elapsed.toSeconds()));
    if (known && rows > 0 && elapsed.toSeconds() >= 2) {
      double secondsPerRow = elapsed.toMillis() / 1000.0 / rows;
      long left = Math.round(secondsPerRow * (total - rows));
      line.append(language.pick(", %s left", ", faltan %s").formatted(clock(left)));
    }
    return line.toString();
  }

  /** Thousands apart as Peru and English write them: 1,381. */
  private static String number(long value, Language language) {
    Locale locale = language == Language.ES ? Locale.forLanguageTag("es-PE") : Locale.ENGLISH;
    return String.format(locale, "%,d", value);
  }

  private static String clock(long seconds) {
    return seconds < 3600
        ? "%d:%02d".formatted(seconds / 60, seconds % 60)
        : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}

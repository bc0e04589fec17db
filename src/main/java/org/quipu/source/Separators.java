package org.quipu.source;

import java.util.ArrayList;
import java.util.List;
import org.quipu.config.SourceConfig;

/** What stands between the fields of a delimited file. */
final class Separators {
  private static final List<Character> CANDIDATES = List.of(',', ';', '\t', '|');
  private static final int LINES = 20;

  /** What a line begins with that Excel puts before the header to name the separator. */
  static final String NAMED = "sep=";

  private Separators() {}

  /**
   * The configured separator; else the one that the header has most of and that the next lines have
   * as many of, outside quotes.
   *
   * @throws InputException if the configured one is not ASCII
   */
  static char of(SourceConfig config, String head) {
    String configured = config.separator();
    if (!configured.equals("auto")) {
      return configured(config.name(), configured);
    }
    String text = head.startsWith("\uFEFF") ? head.substring(1) : head;
    if (text.matches("(?s)sep=.[\r\n].*")) {
      return text.charAt(NAMED.length());
    }
    char best = ',';
    long most = 0;
    for (char candidate : CANDIDATES) {
      List<Long> counts = counts(head, candidate);
      long inHeader = counts.get(0);
      long alike = counts.stream().filter(count -> count == inHeader).count();
      if (inHeader * alike > most) {
        most = inHeader * alike;
        best = candidate;
      }
    }
    return best;
  }

  private static char configured(String source, String configured) {
    char separator = configured.equals("\\t") ? '\t' : configured.charAt(0);
    if (separator > '~' || separator == '"' || separator == '\n' || separator == '\r') {
      throw new InputException(
          "Source " + source + ": '" + separator + "' cannot separate fields; use , ; | or tab.",
          "Fuente " + source + ": «" + separator + "» no puede separar campos; use , ; | o tab.");
    }
    return separator;
  }

  /** How often a character stands outside quotes, for each of the first lines. */
  private static List<Long> counts(String head, char candidate) {
    List<Long> counts = new ArrayList<>();
    boolean quoted = false;
    long count = 0;
    for (int i = 0; i < head.length() && counts.size() < LINES; i++) {
      char c = head.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        if (i > 0 && head.charAt(i - 1) != '\n' && head.charAt(i - 1) != '\r') {
          counts.add(count);
        }
        count = 0;
      } else if (!quoted && c == candidate) {
        count++;
      }
    }
    if (counts.isEmpty()) {
      counts.add(count);
    }
    return counts;
  }
}

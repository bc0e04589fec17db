package org.quipu.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quipu.config.SourceConfig;

/** What stands between the fields of a delimited file. */
final class Separators {
  private static final List<Character> CANDIDATES = List.of(',', ';', '\t', '|');
  private static final List<Character> RARE = List.of('^', '~', '#', '!', '\u001f', '\u0001', ':');
  private static final int LINES = 20;

  /** What a line begins with that Excel puts before the header to name the separator. */
  static final String NAMED = "sep=";

  private Separators() {}

  /**
   * The configured separator; else the one that the header, below any titles, has most of and that
   * the next lines have as many of, outside quotes.
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
    Map<Character, List<Long>> counts = new LinkedHashMap<>();
    CANDIDATES.forEach(candidate -> counts.put(candidate, counts(head, candidate)));
    int lines = counts.get(',').size();
    for (int line = 0; line < lines; line++) {
      // A title above the header has none, or as many as hardly any line below it.
      char best = best(counts, line, Math.min(lines - line, Math.max(2, lines / 4)));
      if (best != 0) {
        return best;
      }
    }
    char inFirst = best(counts, 0, 1);
    return inFirst != 0 ? inFirst : rare(head);
  }

  /** One that is seen now and then, where each of the first lines has as many of it. */
  private static char rare(String head) {
    for (char candidate : RARE) {
      List<Long> counts = counts(head, candidate);
      if (counts.size() > 1
          && counts.get(0) > 0
          && counts.stream().allMatch(count -> count.equals(counts.get(0)))) {
        return candidate;
      }
    }
    return ',';
  }

  /** The one that a line has most of and that the next lines have as many of; 0 where none is. */
  private static char best(Map<Character, List<Long>> counts, int line, long least) {
    char best = 0;
    long most = 0;
    for (Map.Entry<Character, List<Long>> each : counts.entrySet()) {
      long here = each.getValue().get(line);
      long alike = each.getValue().stream().skip(line).filter(count -> count == here).count();
      if (alike >= least && here * alike > most) {
        most = here * alike;
        best = each.getKey();
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

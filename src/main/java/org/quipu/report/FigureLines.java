package org.quipu.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.quipu.table.row.FigureCheckRow;

/** The published figures, re-computed, on the screen. */
final class FigureLines {
  private static final int MOST_DETAILS = 6;
  static final String REPRODUCED = "reproduced";

  private FigureLines() {}

  static List<String> of(ResultRows rows, Phrases phrases, int width) {
    List<FigureCheckRow> checks = checks(rows);
    if (checks.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    TreeMap<String, Long> verdicts =
        checks.stream()
            .collect(
                Collectors.groupingBy(
                    FigureCheckRow::verdict, TreeMap::new, Collectors.counting()));
    long reproduced = verdicts.getOrDefault(REPRODUCED, 0L);
    String others =
        verdicts.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(REPRODUCED))
            .map(entry -> " · " + verdict(entry.getKey(), phrases) + ": " + entry.getValue())
            .collect(Collectors.joining());
    lines.add(
        phrases.say("PUBLISHED FIGURES · reproduced: ", "CIFRAS PUBLICADAS · reproducidas: ")
            + phrases.count(reproduced)
            + phrases.say(" of ", " de ")
            + phrases.count(checks.size())
            + others);
    checks.stream()
        .filter(check -> !check.verdict().equals(REPRODUCED))
        .limit(MOST_DETAILS)
        .forEach(check -> lines.add(Phrases.cut(detail(check, phrases), width)));
    return lines;
  }

  /** The figures in the order of their ids. */
  static List<FigureCheckRow> checks(ResultRows rows) {
    return rows.of(FigureCheckRow.class).stream()
        .sorted(
            Comparator.comparing(FigureCheckRow::figureId).thenComparing(FigureCheckRow::quantity))
        .toList();
  }

  private static String detail(FigureCheckRow check, Phrases phrases) {
    String computed = shortest(check.computed(), phrases);
    String published = shortest(check.published(), phrases);
    return "  %s %s: %s %s, %s %s (%s)"
        .formatted(
            check.figureId(),
            check.quantity(),
            phrases.say("published", "publicado"),
            published,
            phrases.say("computed", "calculado"),
            computed,
            verdict(check.verdict(), phrases));
  }

  /** As few digits as tell what it is; a dash for null. */
  static String shortest(Double value, Phrases phrases) {
    if (value == null) {
      return "–";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      return phrases.count(value.longValue());
    }
    return Math.abs(value) < 0.001 ? phrases.twoDigits(value) : phrases.shortest(value);
  }

  static String verdict(String verdict, Phrases phrases) {
    return switch (verdict) {
      case "reproduced" -> phrases.say("reproduced", "reproducida");
      case "differs" -> phrases.say("differs", "difiere");
      case "inconsistent" -> phrases.say("inconsistent", "inconsistente");
      case "not_computable" -> phrases.say("not computable", "no computable");
      default -> verdict;
    };
  }
}

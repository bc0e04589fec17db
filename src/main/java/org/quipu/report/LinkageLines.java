package org.quipu.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quipu.table.row.CorrelationRow;

/** Study 3 on the screen: one paragraph. */
final class LinkageLines {
  private static final List<String> LEVELS = List.of("network", "diresa");

  private LinkageLines() {}

  static List<String> of(ResultRows rows, Phrases phrases, int width) {
    List<CorrelationRow> spearman =
        rows.of(CorrelationRow.class).stream()
            .filter(row -> row.study().equals("linkage") && row.method().equals("spearman"))
            .filter(row -> row.y().equals("performance") && row.x().endsWith("_median_clean"))
            .sorted(Comparator.comparing(CorrelationRow::x))
            .toList();
    if (spearman.isEmpty()) {
      return List.of();
    }
    List<String> parts = new ArrayList<>();
    for (String level : LEVELS) {
      List<CorrelationRow> known =
          spearman.stream()
              .filter(row -> row.level().equals(level) && row.estimate() != null)
              .toList();
      for (CorrelationRow row : known) {
        parts.add(
            "%s: %s ρ = %s %s, n = %d"
                .formatted(
                    level(level, phrases),
                    row.x().replace("_median_clean", ""),
                    phrases.number(row.estimate(), 2),
                    phrases.interval(row.confLow(), row.confHigh(), 2),
                    row.n()));
      }
    }
    String title = phrases.say("STAFF AND PERFORMANCE", "PERSONAL Y DESEMPEÑO");
    return Columns.wrapped(
        title
            + " · "
            + (parts.isEmpty() ? none(spearman, phrases) : String.join("; ", parts) + "."),
        width);
  }

  private static String none(List<CorrelationRow> spearman, Phrases phrases) {
    Optional<CorrelationRow> network =
        spearman.stream().filter(row -> row.level().equals("network")).findFirst();
    CorrelationRow row = network.orElse(spearman.get(0));
    return phrases.say(
        "No correlation yet across " + row.level() + "s: " + row.reason(),
        "Aún no hay correlación entre unidades (" + row.level() + "): " + row.reasonEs());
  }

  static String level(String level, Phrases phrases) {
    return level.equals("network") ? phrases.say("networks", "redes") : "DIRESA";
  }
}

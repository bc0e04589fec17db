package org.quipu.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quipu.table.row.ConclusionRow;
import org.quipu.table.row.CorrelationRow;
import org.quipu.table.row.HypothesisTestRow;
import org.quipu.table.row.Robustness;

/** What the table {@code conclusion} says of each headline, to stand beside the figure itself. */
final class Conclusions {
  private final Map<List<String>, Robustness> headlines = new HashMap<>();

  private Conclusions() {}

  static Conclusions of(List<ConclusionRow> rows) {
    Map<List<String>, List<ConclusionRow>> grouped =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row ->
                        key(
                            row.study(),
                            row.cleaning(),
                            row.level(),
                            row.unitId(),
                            row.headline())));
    Conclusions conclusions = new Conclusions();
    grouped.forEach((key, members) -> conclusions.headlines.put(key, robustness(members)));
    return conclusions;
  }

  private static List<String> key(
      String study, String cleaning, String level, String unitId, String headline) {
    return List.of(
        study, cleaning == null ? "" : cleaning, level, unitId == null ? "" : unitId, headline);
  }

  /** Sorted, so that the order of the rows does not matter. */
  private static Robustness robustness(List<ConclusionRow> rows) {
    List<ConclusionRow> known = rows.stream().filter(row -> row.changes() != null).toList();
    String changedBy =
        known.stream()
            .filter(ConclusionRow::changes)
            .map(row -> row.alternative() + ":" + row.change())
            .sorted()
            .collect(Collectors.joining(", "));
    return known.isEmpty()
        ? Robustness.UNKNOWN
        : new Robustness(!changedBy.isEmpty(), changedBy.isEmpty() ? null : changedBy);
  }

  CorrelationRow mark(CorrelationRow row) {
    Robustness found = headlines.get(key(row.study(), null, row.level(), null, Headline.name(row)));
    return found == null ? row : row.with(found);
  }

  HypothesisTestRow mark(HypothesisTestRow row) {
    Robustness found =
        headlines.get(
            key(row.study(), row.cleaning(), row.level(), row.unitId(), Headline.name(row)));
    return found == null ? row : row.with(found);
  }

  /** Rows of any tables, correlations and tests among them with what was said of them. */
  List<Record> mark(List<Record> rows) {
    return rows.stream().map(this::marked).toList();
  }

  private Record marked(Record row) {
    if (row instanceof CorrelationRow correlation) {
      return mark(correlation);
    }
    return row instanceof HypothesisTestRow test ? mark(test) : row;
  }
}

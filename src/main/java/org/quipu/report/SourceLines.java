package org.quipu.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.quipu.table.row.CheckRow;
import org.quipu.table.row.InputRow;

/** What was read, and what of it was not used, on the screen. */
final class SourceLines {
  private static final int MOST_CHECKS = 3;

  private SourceLines() {}

  /** Rows of one source, over all its files. */
  record Rows(long read, long accepted, long quarantined, long duplicates) {
    Rows plus(Rows other) {
      return new Rows(
          read + other.read,
          accepted + other.accepted,
          quarantined + other.quarantined,
          duplicates + other.duplicates);
    }
  }

  static TreeMap<String, Rows> bySource(ResultRows rows) {
    TreeMap<String, Rows> sources = new TreeMap<>();
    for (InputRow row : rows.of(InputRow.class)) {
      sources.merge(
          row.source(),
          new Rows(row.rowsRead(), row.accepted(), row.quarantined(), row.duplicates()),
          Rows::plus);
    }
    return sources;
  }

  static List<String> of(ResultRows rows, Phrases phrases, int width) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(
        List.of(
            phrases.say("ROWS", "FILAS"),
            phrases.say("read", "leídas"),
            phrases.say("accepted", "aceptadas"),
            phrases.say("quarantined", "cuarentena"),
            phrases.say("duplicate", "duplicadas")));
    bySource(rows)
        .forEach(
            (source, counts) ->
                cells.add(
                    List.of(
                        "  " + source,
                        phrases.count(counts.read),
                        phrases.count(counts.accepted),
                        phrases.count(counts.quarantined),
                        phrases.count(counts.duplicates))));
    List<String> lines =
        cells.size() == 1 ? new ArrayList<>() : new ArrayList<>(Columns.lines(cells, 1));
    List<CheckRow> failed =
        rows.of(CheckRow.class).stream().filter(row -> row.status().equals("failed")).toList();
    if (!failed.isEmpty()) {
      lines.add(phrases.say("FAILED CHECKS: ", "CONTROLES NO SUPERADOS: ") + failed.size());
      failed.stream()
          .limit(MOST_CHECKS)
          .forEach(
              row ->
                  lines.add(
                      Phrases.cut(
                          "  "
                              + row.checkId()
                              + ": "
                              + phrases.count(row.failing() == null ? 0 : row.failing())
                              + phrases.say(" rows. ", " filas. ")
                              + phrases.say(row.detailEn(), row.detailEs()),
                          width)));
    }
    return lines;
  }
}

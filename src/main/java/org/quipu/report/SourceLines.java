package org.quipu.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
    List<String> lines = new ArrayList<>();
    List<Map.Entry<String, Rows>> sources = List.copyOf(bySource(rows).entrySet());
    if (!sources.isEmpty()) {
      lines.add(
          phrases.say(
              "ROWS · read: accepted + quarantined + duplicate",
              "FILAS · leídas: aceptadas + en cuarentena + duplicadas"));
      lines.addAll(inTwoColumns(sources, phrases));
    }
    lines.addAll(unused(sources, phrases, width));
    lines.addAll(mostlyQuarantined(sources, phrases, width));
    lines.addAll(checks(rows.of(CheckRow.class), phrases, width));
    return lines;
  }

  /** Sources of which nothing is in the results, which is easily read past as a number. */
  private static List<String> unused(
      List<Map.Entry<String, Rows>> sources, Phrases phrases, int width) {
    List<String> unused =
        sources.stream()
            .filter(source -> source.getValue().accepted == 0)
            .map(Map.Entry::getKey)
            .toList();
    return unused.isEmpty()
        ? List.of()
        : List.of(
            Phrases.cut(
                phrases.say("NO ROWS accepted: ", "NINGUNA FILA aceptada: ")
                    + String.join(", ", unused),
                width));
  }

  /** Sources of which less than half is in the results: a comma for a point can do that. */
  private static List<String> mostlyQuarantined(
      List<Map.Entry<String, Rows>> sources, Phrases phrases, int width) {
    String most =
        sources.stream()
            .filter(source -> source.getValue().accepted > 0)
            .filter(source -> source.getValue().quarantined > source.getValue().read / 2)
            .map(
                source ->
                    source.getKey()
                        + " (%s)".formatted(phrases.count(source.getValue().quarantined)))
            .collect(Collectors.joining(", "));
    return most.isEmpty()
        ? List.of()
        : List.of(
            Phrases.cut(
                phrases.say("MOST ROWS quarantined: ", "LA MAYORÍA de las filas en cuarentena: ")
                    + most,
                width),
            phrases.say("  why: ", "  por qué: ") + "jobs/quipu show quarantine");
  }

  private static List<String> checks(List<CheckRow> checks, Phrases phrases, int width) {
    List<String> lines = new ArrayList<>();
    List<CheckRow> failed = checks.stream().filter(row -> row.status().equals("failed")).toList();
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
                              + phrases.say(" rows. Asked: ", " filas. Se pide: ")
                              + phrases.say(row.detailEn(), row.detailEs()),
                          width)));
    } else if (!checks.isEmpty()) {
      long found = checks.stream().filter(row -> !row.status().equals("passed")).count();
      lines.add(
          phrases.say("CHECKS · ", "CONTROLES · ")
              + phrases.count(checks.size())
              + "; "
              + phrases.count(found)
              + phrases.say(
                  " with failing rows, all tolerated", " con filas que fallan, todo tolerado")
              + ": jobs/quipu show check --where \"failing > 0\"");
    }
    return lines;
  }

  /** Down the first column, then the second, as tables of contents are read. */
  private static List<String> inTwoColumns(List<Map.Entry<String, Rows>> sources, Phrases phrases) {
    int half = (sources.size() + 1) / 2;
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < half; i++) {
      List<String> row = new ArrayList<>(cell(sources.get(i), phrases));
      row.addAll(
          half + i < sources.size()
              ? cell(sources.get(half + i), phrases)
              : Collections.nCopies(row.size(), ""));
      cells.add(row);
    }
    return Columns.lines(cells, 4);
  }

  private static List<String> cell(Map.Entry<String, Rows> source, Phrases phrases) {
    Rows counts = source.getValue();
    return List.of(
        "  " + source.getKey(),
        "%s: %s + %s + %s"
            .formatted(
                phrases.count(counts.read),
                phrases.count(counts.accepted),
                phrases.count(counts.quarantined),
                phrases.count(counts.duplicates)));
  }
}

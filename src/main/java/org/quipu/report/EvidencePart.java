package org.quipu.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quipu.table.row.CheckRow;
import org.quipu.table.row.FigureCheckRow;

/** What stands behind the answers, on the page: published figures re-computed, rows not used. */
final class EvidencePart {
  private EvidencePart() {}

  static String html(ResultRows rows, Phrases phrases) {
    String used = sources(rows, phrases) + quarantine(rows, phrases);
    return figures(rows, phrases)
        + (used.isEmpty()
            ? ""
            : "<section><h2>" + phrases.say("Rows", "Filas") + "</h2>" + used + "</section>");
  }

  private static String figures(ResultRows rows, Phrases phrases) {
    List<FigureCheckRow> checks = FigureLines.checks(rows);
    if (checks.isEmpty()) {
      return "";
    }
    List<FigureCheckRow> reproduced =
        checks.stream().filter(row -> row.verdict().equals(FigureLines.REPRODUCED)).toList();
    List<FigureCheckRow> others =
        checks.stream().filter(row -> !row.verdict().equals(FigureLines.REPRODUCED)).toList();
    return "<section><h2>%s</h2><p class=\"lead\">%s</p>%s<details><summary>%s</summary>%s</details></section>"
        .formatted(
            phrases.say("Published figures, re-computed", "Cifras publicadas, calculadas de nuevo"),
            phrases
                .say("%d of %d figures are reproduced.", "Se reproducen %d de %d cifras.")
                .formatted(reproduced.size(), checks.size()),
            others.isEmpty() ? "" : notReproduced(others, phrases),
            phrases.say("the figures that are reproduced", "las cifras que se reproducen"),
            reproduced(reproduced, phrases));
  }

  private static String notReproduced(List<FigureCheckRow> checks, Phrases phrases) {
    HtmlTable table =
        new HtmlTable(
            List.of(
                "",
                phrases.say("figure", "cifra"),
                phrases.say("published", "publicada"),
                phrases.say("computed", "calculada"),
                "",
                ""));
    for (FigureCheckRow row : checks) {
      List<String> cells = new ArrayList<>(cells(row, phrases));
      cells.add(FigureLines.verdict(row.verdict(), phrases));
      cells.add(phrases.say(row.detailEn(), row.detailEs()));
      table.row(row.verdict(), cells);
    }
    return table.html();
  }

  private static String reproduced(List<FigureCheckRow> checks, Phrases phrases) {
    HtmlTable table =
        new HtmlTable(
            List.of(
                "",
                phrases.say("figure", "cifra"),
                phrases.say("published", "publicada"),
                phrases.say("computed", "calculada")));
    checks.forEach(row -> table.row("", cells(row, phrases)));
    return table.html();
  }

  private static List<String> cells(FigureCheckRow row, Phrases phrases) {
    return List.of(
        row.figureId(),
        row.quantity(),
        FigureLines.shortest(row.published(), phrases),
        FigureLines.shortest(row.computed(), phrases));
  }

  private static String sources(ResultRows rows, Phrases phrases) {
    Map<String, SourceLines.Rows> sources = SourceLines.bySource(rows);
    if (sources.isEmpty()) {
      return "";
    }
    HtmlTable table =
        new HtmlTable(
            List.of(
                phrases.say("source", "fuente"),
                phrases.say("read", "leídas"),
                phrases.say("accepted", "aceptadas"),
                phrases.say("quarantined", "en cuarentena"),
                phrases.say("duplicate", "duplicadas")));
    sources.forEach(
        (source, counts) ->
            table.row(
                "",
                List.of(
                    source,
                    phrases.count(counts.read()),
                    phrases.count(counts.accepted()),
                    phrases.count(counts.quarantined()),
                    phrases.count(counts.duplicates()))));
    return table.html();
  }

  /** Counts and reasons only: the rows themselves stay in the restricted table. */
  private static String quarantine(ResultRows rows, Phrases phrases) {
    List<CheckRow> broken =
        rows.of(CheckRow.class).stream()
            .filter(check -> check.failing() > 0 && !check.severity().equals("warn"))
            .toList();
    if (broken.isEmpty()) {
      return "";
    }
    HtmlTable table =
        new HtmlTable(
            List.of(
                phrases.say("source", "fuente"),
                phrases.say("rule broken", "regla incumplida"),
                phrases.say("rows that break it", "filas que la incumplen")));
    broken.forEach(
        check ->
            table.row(
                "",
                List.of(
                    check.source(), Phrases.words(check.rule()), phrases.count(check.failing()))));
    return table.html();
  }
}

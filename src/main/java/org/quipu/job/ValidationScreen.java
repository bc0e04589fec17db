package org.quipu.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quipu.config.Language;
import org.quipu.quality.Quarantined;
import org.quipu.source.SourceContract;
import org.quipu.table.row.CheckRow;

/** What a validation found: the checks that rows fail, and the first rows in quarantine. */
final class ValidationScreen {
  private static final int CHECKS = 25;
  private static final int ROWS = 5;

  private ValidationScreen() {}

  /** Lines below the counts of rows; none where every row passes every check. */
  static String of(List<CheckRow> checks, List<SourceReport> reports, Language language) {
    List<CheckRow> failing = failing(checks);
    List<String> lines = new ArrayList<>();
    if (failing.isEmpty()) {
      return language.pick("CHECKS · all passed\n", "CONTROLES · todos superados\n");
    }
    lines.add(
        language.pick(
            "CHECKS that rows fail · failing of rows · what becomes of them",
            "CONTROLES que hay filas que no superan · cuántas de cuántas · qué se hace con ellas"));
    for (CheckRow check : failing.subList(0, Math.min(CHECKS, failing.size()))) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %s: %,d / %,d · %s%s",
              check.checkId(),
              check.failing(),
              check.rows(),
              check.severity(),
              check.status().equals(BookRows.FAILED)
                  ? language.pick(" · more than allowed", " · más de lo tolerado")
                  : ""));
    }
    if (failing.size() > CHECKS) {
      lines.add("  … " + (failing.size() - CHECKS));
    }
    reports.forEach(report -> rows(report, language, lines));
    return String.join("\n", lines) + "\n";
  }

  /** Checks that rows fail, for machines. */
  static List<Map<String, Object>> json(List<CheckRow> checks) {
    return failing(checks).stream()
        .map(
            check -> {
              Map<String, Object> row = new LinkedHashMap<>();
              row.put("check_id", check.checkId());
              row.put("rows", check.rows());
              row.put("failing", check.failing());
              row.put("severity", check.severity());
              row.put("status", check.status());
              return row;
            })
        .toList();
  }

  private static List<CheckRow> failing(List<CheckRow> checks) {
    return checks.stream()
        .filter(check -> check.failing() > 0 && !check.rule().equals(BookRows.GATE))
        .toList();
  }

  private static void rows(SourceReport report, Language language, List<String> lines) {
    List<Quarantined> bad = report.book().quarantine();
    if (bad.isEmpty()) {
      return;
    }
    lines.add(language.pick("FIRST BAD ROWS of ", "PRIMERAS FILAS MALAS de ") + report.source());
    // What a person wrote in a survey is not for the screen.
    boolean survey = report.source().equals(SourceContract.STAFF_SURVEY.name());
    for (Quarantined row : bad.subList(0, Math.min(ROWS, bad.size()))) {
      String why = language.pick(row.reason().en(), row.reason().es());
      lines.add("  " + row.file() + ":" + row.line() + " · " + (survey ? row.rule() : why));
    }
  }
}

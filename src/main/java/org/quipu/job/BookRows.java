package org.quipu.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.quipu.config.QuarantineConfig;
import org.quipu.quality.Counts;
import org.quipu.quality.RuleCount;
import org.quipu.quality.Severity;
import org.quipu.source.FileProfile;
import org.quipu.table.row.CheckRow;
import org.quipu.table.row.InputRow;
import org.quipu.table.row.QuarantineRow;

/** The books of a run's sources as rows of {@code input}, {@code quarantine} and {@code check}. */
final class BookRows {
  static final String PASSED = "passed";
  static final String PASSED_WITH_FAILING_ROWS = "passed_with_failing_rows";
  static final String FAILED = "failed";

  private BookRows() {}

  static List<InputRow> inputs(List<SourceReport> reports) {
    List<InputRow> rows = new ArrayList<>();
    for (SourceReport report : reports) {
      for (FileProfile file : report.files()) {
        Counts counts = report.counts(file);
        rows.add(
            new InputRow(
                report.source(),
                file.file().path(),
                file.format(),
                report.dialect(),
                file.encoding(),
                file.file().bytes(),
                file.sha256(),
                counts.read(),
                counts.accepted(),
                counts.quarantined(),
                counts.duplicates()));
      }
    }
    return rows;
  }

  static List<QuarantineRow> quarantine(List<SourceReport> reports) {
    return reports.stream()
        .flatMap(report -> report.book().quarantine().stream())
        .map(
            row ->
                new QuarantineRow(
                    row.source(),
                    row.file(),
                    row.line(),
                    row.raw(),
                    row.rule(),
                    row.reason().es(),
                    row.reason().en()))
        .toList();
  }

  static List<CheckRow> checks(List<SourceReport> reports, QuarantineConfig gate) {
    List<CheckRow> rows = new ArrayList<>();
    for (SourceReport report : reports) {
      report.book().rules().values().forEach(rule -> rows.add(check(report.source(), rule)));
      rows.add(gate(report, gate));
    }
    return rows;
  }

  private static CheckRow check(String source, RuleCount rule) {
    return new CheckRow(
        id(source, rule.id()),
        source,
        rule.id(),
        rule.severity().id(),
        rule.rows(),
        rule.failing(),
        percent(rule.failing(), rule.rows()),
        null,
        rule.failing() == 0 ? PASSED : PASSED_WITH_FAILING_ROWS,
        rule.meaning().es(),
        rule.meaning().en());
  }

  /** The gate: how much of a source may be in quarantine before the source is not to be trusted. */
  private static CheckRow gate(SourceReport report, QuarantineConfig gate) {
    Counts total = report.book().total();
    boolean tooMany =
        gate.maxRows().isPresent() && total.quarantined() > gate.maxRows().getAsLong();
    boolean tooHighRate =
        gate.maxRate().isPresent()
            && BigDecimal.valueOf(total.quarantined())
                    .compareTo(gate.maxRate().get().multiply(BigDecimal.valueOf(total.read())))
                > 0;
    String status = total.quarantined() == 0 ? PASSED : PASSED_WITH_FAILING_ROWS;
    return new CheckRow(
        id(report.source(), "quarantine"),
        report.source(),
        "quarantine",
        Severity.WARN.id(),
        total.read(),
        total.quarantined(),
        percent(total.quarantined(), total.read()),
        gate.maxRate().map(rate -> rate.movePointRight(2).doubleValue()).orElse(null),
        tooMany || tooHighRate ? FAILED : status,
        "Las filas en cuarentena no superan lo que se tolera.",
        "Rows in quarantine are no more than what is allowed.");
  }

  private static String id(String source, String rule) {
    return source.replace('-', '_') + "_" + rule;
  }

  private static Double percent(long failing, long rows) {
    return rows == 0 ? null : 100.0 * failing / rows;
  }
}

package org.quipu.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Stream;
import org.quipu.config.JobConfig;
import org.quipu.config.QuarantineConfig;
import org.quipu.config.RuleConfig;
import org.quipu.quality.Counts;
import org.quipu.quality.QuarantineFolder;
import org.quipu.quality.QuarantineRows;
import org.quipu.quality.Quarantined;
import org.quipu.quality.RuleCount;
import org.quipu.quality.RulePolicy;
import org.quipu.quality.Sentence;
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

  /** The check of how many rows are in quarantine. */
  static final String GATE = "quarantine";

  private static final Sentence GATE_MEANING =
      new Sentence(
          "Rows in quarantine are no more than what is allowed.",
          "Las filas en cuarentena no superan lo que se tolera.");

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

  /**
   * Rows in quarantine in the order of their table, which may be more than memory holds.
   *
   * @param folder where those wait that are on disk
   */
  static void quarantine(List<SourceReport> reports, QuarantineFolder folder, QuarantineTable table)
      throws IOException {
    List<QuarantineRows> open =
        reports.stream()
            .sorted(Comparator.comparing(SourceReport::source))
            .map(report -> report.book().rows(folder))
            .toList();
    try {
      table.write(new Following(open));
    } finally {
      for (QuarantineRows rows : open) {
        rows.close();
      }
    }
  }

  /** One source after another; a stream of streams would hold all rows of a source. */
  private record Following(List<QuarantineRows> sources) implements Iterator<QuarantineRow> {
    @Override
    public boolean hasNext() {
      return sources.stream().anyMatch(QuarantineRows::hasNext);
    }

    @Override
    public QuarantineRow next() {
      for (QuarantineRows rows : sources) {
        if (rows.hasNext()) {
          return row(rows.next());
        }
      }
      throw new NoSuchElementException();
    }
  }

  /** Writes rows to the table. */
  interface QuarantineTable {
    void write(Iterator<QuarantineRow> rows) throws IOException;
  }

  private static QuarantineRow row(Quarantined row) {
    return new QuarantineRow(
        row.source(),
        row.file(),
        row.line(),
        row.raw(),
        row.rule(),
        row.reason().es(),
        row.reason().en());
  }

  static List<CheckRow> checks(List<SourceReport> reports, JobConfig config) {
    List<CheckRow> rows = new ArrayList<>();
    for (SourceReport report : reports) {
      for (RuleCount rule : report.book().rules().values()) {
        RuleConfig decision = config.rule(RulePolicy.checkId(report.source(), rule.id()));
        if (!isOff(decision)) {
          rows.add(check(report.source(), rule, decision));
        }
      }
      RuleCount gate = gate(report);
      RuleConfig decision = config.rule(RulePolicy.checkId(report.source(), GATE));
      rows.add(check(report.source(), gate, or(decision, config.quarantine())));
    }
    return rows;
  }

  private static boolean isOff(RuleConfig decision) {
    return decision.severity().filter(RuleConfig.Severity.OFF::equals).isPresent();
  }

  /** What is decided about the gate of one source, else that of all. */
  private static RuleConfig or(RuleConfig decision, QuarantineConfig all) {
    boolean bounded = decision.maxRate().isPresent() || decision.maxRows().isPresent();
    return bounded ? decision : decision.bounded(all.maxRate(), all.maxRows());
  }

  private static CheckRow check(String source, RuleCount rule, RuleConfig decision) {
    String status = rule.failing() == 0 ? PASSED : PASSED_WITH_FAILING_ROWS;
    boolean stops = decision.severity().filter(RuleConfig.Severity.STOP::equals).isPresent();
    return new CheckRow(
        RulePolicy.checkId(source, rule.id()),
        source,
        rule.id(),
        stops ? Severity.STOP.id() : rule.severity().id(),
        rule.rows(),
        rule.failing(),
        percent(rule.failing(), rule.rows()),
        threshold(rule.rows(), decision),
        decision.isExceeded(rule.failing(), rule.rows()) ? FAILED : status,
        rule.meaning().es(),
        rule.meaning().en());
  }

  /** The greatest percent of failing rows that is allowed; null where any is. */
  private static Double threshold(long rows, RuleConfig decision) {
    return Stream.concat(
            decision.maxRate().stream().map(rate -> rate.movePointRight(2).doubleValue()),
            decision.maxRows().stream().mapToObj(most -> percent(most, rows)))
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** How much of a source is in quarantine: too much, and the source is not to be trusted. */
  static RuleCount gate(SourceReport report) {
    Counts total = report.book().total();
    return new RuleCount(GATE, Severity.WARN, GATE_MEANING, total.read(), total.quarantined());
  }

  private static Double percent(long failing, long rows) {
    return rows == 0 ? null : 100.0 * failing / rows;
  }
}

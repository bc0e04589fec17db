package org.quipu.job;

import java.util.List;
import org.quipu.config.JobConfig;
import org.quipu.quality.Counts;
import org.quipu.table.row.CheckRow;
import org.quipu.table.row.RunRow;

/** The row of {@code run}: what ran, when, and how it ended. */
final class RunRows {
  private RunRows() {}

  static RunRow of(
      JobConfig config,
      RunIdentity identity,
      RunClock clock,
      Inputs inputs,
      Results results,
      List<String> failed,
      int exitCode) {
    Counts total =
        inputs.reports().stream()
            .map(report -> report.book().total())
            .reduce(Counts.NONE, Counts::plus);
    double seconds = clock.seconds();
    return new RunRow(
        config.job(),
        ProgramVersion.text(),
        identity.configurationHash(),
        clock.started(),
        clock.started().plusNanos((long) (seconds * 1e9)),
        seconds,
        exitCode,
        org.apache.spark.package$.MODULE$.SPARK_VERSION(),
        System.getProperty("java.version"),
        config.spark().master(),
        inputs.reports().stream().mapToLong(report -> report.files().size()).sum(),
        total.read(),
        total.accepted(),
        total.quarantined(),
        total.duplicates(),
        results.of(CheckRow.class).stream()
            .filter(check -> check.status().equals(BookRows.FAILED))
            .count(),
        failed.isEmpty() ? null : String.join(",", failed));
  }
}

package org.quipu.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.quipu.config.JobConfig;
import org.quipu.quality.Privacy;
import org.quipu.quality.QuarantineFolder;
import org.quipu.source.FileProfile;
import org.quipu.source.Storage;
import org.quipu.summary.SummaryStore;
import org.quipu.table.ResultTable;
import org.quipu.table.Staging;
import org.quipu.table.Tables;
import org.quipu.table.Warehouse;
import org.quipu.table.row.QuarantineRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of a job: inputs are looked over, read once, reduced and checked; studies decide; the
 * tables are written aside and become current in one step.
 */
public final class Run {
  private static final Logger LOG = LoggerFactory.getLogger(Run.class);

  /** Folder of the warehouse that holds the summaries of files. */
  private static final String STORE = "store";

  private Run() {}

  /**
   * Runs a job.
   *
   * @throws org.quipu.source.InputException if an input breaks its contract as a whole
   * @throws org.quipu.table.WarehouseBusy if another run holds the warehouse
   */
  public static RunOutcome execute(JobConfig config, RunRequest request, Progress progress)
      throws IOException {
    RunClock clock = RunClock.start();
    Storage storage = Storage.of(config.spark().hadoopSettings());
    progress.stage("Looking over the inputs", "Revisando las entradas");
    SortedMap<String, List<FileProfile>> profiles =
        Inputs.profile(config, storage, config.spark().splitBytes());
    SummaryStore store = store(request, storage).holding(config.quarantine().rowsInMemory());
    Privacy privacy =
        PseudonymKeys.privacy(config.privacy(), System.getenv(), storage, profiles.keySet(), store);
    RunIdentity identity =
        RunIdentity.of(config, ProgramVersion.text(), profiles, privacy.pseudonyms());
    String runId = request.runId().orElse(identity.runId());
    try (SparkOnDemand spark = new SparkOnDemand(config)) {
      if (request.validateOnly()) {
        Inputs inputs =
            new InputReader(config, storage, profiles, spark, store, privacy, progress).read();
        progress.done();
        return Outcomes.validated(config, runId, inputs);
      }
      try (Staging staging =
          Warehouse.at(request.warehouse(), config.spark().hadoopSettings())
              .keeping(config.keepVersions())
              .begin(runId)) {
        Inputs inputs =
            new InputReader(config, storage, profiles, spark, store, privacy, progress).read();
        return publish(config, identity, clock, inputs, spark, store, staging, progress);
      }
    }
  }

  /**
   * What is known of files from earlier runs; a full run writes it anew, a validation leaves it.
   */
  private static SummaryStore store(RunRequest request, Storage storage) {
    if (request.validateOnly()) {
      return SummaryStore.none();
    }
    SummaryStore store = SummaryStore.at(request.warehouse() + "/" + STORE, storage);
    return request.full() ? store.writingOnly() : store;
  }

  private static RunOutcome publish(
      JobConfig config,
      RunIdentity identity,
      RunClock clock,
      Inputs inputs,
      SparkOnDemand spark,
      SummaryStore store,
      Staging staging,
      Progress progress)
      throws IOException {
    Results results = new Results();
    results.add(BookRows.inputs(inputs.reports()));
    results.add(BookRows.checks(inputs.reports(), config));
    inputs
        .goals()
        .ifPresent(goals -> results.add(IndicatorChecks.completeness(goals, inputs.registry())));
    List<String> failed = new ArrayList<>();
    for (Analysis analysis : Analyses.of(config, inputs)) {
      progress.stage("Computing " + analysis.name(), "Calculando " + analysis.name());
      try {
        results.add(
            analysis.compute().apply(new Analysis.Context(config, inputs, results, spark, store)));
      } catch (Exception e) {
        // Spark throws checked exceptions that its signatures do not tell of.
        // A failing analysis loses only its own tables; the run says so and ends non-zero.
        LOG.error("analysis {} failed", analysis.name(), e);
        failed.add(analysis.name());
      }
    }
    progress.stage("Writing the tables", "Escribiendo las tablas");
    try {
      staging.writeText(RunPage.FILE, RunPage.html(config, staging.runId(), inputs, results));
    } catch (RuntimeException e) {
      LOG.error("the page failed", e);
      failed.add("report");
    }
    int exitCode = Outcomes.exitCode(config, results, failed);
    results.add(List.of(RunRows.of(config, identity, clock, inputs, results, failed, exitCode)));
    for (ResultTable table : Tables.ALL) {
      if (table.row() != QuarantineRow.class) {
        write(staging, table.row(), results);
      }
    }
    BookRows.quarantine(
        inputs.reports(), store.quarantine(), rows -> staging.writeSorted(QuarantineRow.class, rows));
    var version = staging.commit();
    progress.done();
    return Outcomes.published(config, staging.runId(), version, inputs, results, failed, exitCode);
  }

  private static <R extends Record> void write(Staging staging, Class<R> row, Results results)
      throws IOException {
    staging.write(row, results.of(row));
  }
}

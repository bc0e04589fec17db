package org.quipu.job;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.quipu.config.JobConfig;
import org.quipu.quality.Privacy;
import org.quipu.source.FileProfile;
import org.quipu.source.InputFile;
import org.quipu.source.SourceContract;
import org.quipu.source.Storage;
import org.quipu.summary.SummaryStore;
import org.quipu.summary.Workforce;
import org.quipu.table.KeptRows;
import org.quipu.table.Staging;
import org.quipu.table.Warehouse;
import org.quipu.table.row.QuarantineRow;

/**
 * One run of a job: inputs are looked over, read once, reduced and checked; studies decide; the
 * tables are written aside and become current in one step.
 */
public final class Run {
  /** Folder of the warehouse that holds the summaries of files. */
  private static final String STORE = "store";

  /** The sources that Spark reads where they are large. */
  static final List<String> LARGE =
      List.of(SourceContract.FACILITY_INDICATOR.name(), SourceContract.STAFF_SURVEY.name());

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
    Map<String, List<InputFile>> files = LookingOver.files(config, storage);
    SummaryStore store = store(request, storage).holding(config.quarantine().rowsInMemory());
    try (SparkOnDemand spark = new SparkOnDemand(config)) {
      Workforce workforce =
          new Workforce(spark, config.spark().localThreads(), config.spark().fromBytes());
      if (store.isEmpty()
          && LARGE.stream()
              .map(files::get)
              .anyMatch(large -> large != null && workforce.isForSpark(large))) {
        // Nothing is known of the large sources: Spark is opened while they are looked over.
        spark.prepare();
      }
      SeenFiles seen = SeenFiles.of(config, storage, store);
      SortedMap<String, List<FileProfile>> profiles = LookingOver.of(files, seen);
      Privacy privacy =
          PseudonymKeys.privacy(
              config.privacy(), System.getenv(), storage, profiles.keySet(), store);
      RunIdentity identity =
          RunIdentity.of(config, ProgramVersion.text(), profiles, privacy.pseudonyms());
      String runId = request.runId().orElse(identity.runId());
      Dependencies dependencies = Dependencies.of(config, profiles, privacy.pseudonyms());
      InputReader reader =
          new InputReader(config, storage, dependencies, workforce, store, privacy, progress);
      if (request.validateOnly()) {
        Inputs inputs = reader.read();
        progress.done();
        return Outcomes.validated(config, runId, inputs);
      }
      try (Staging staging =
          warehouse(config, request)
              .keeping(config.keepVersions())
              .keepingFor(Duration.ofHours(config.keepHours()))
              .begin(runId)) {
        try {
          List<Analysis> likely = Analyses.of(config, Given.likely(dependencies));
          new LookAhead(likely, kept(AnalysisKeys.of(likely, dependencies), staging)).begin();
          Inputs inputs = reader.read();
          seen.keep();
          spark.release();
          return publish(config, identity, dependencies, clock, inputs, store, staging, progress);
        } catch (IOException | RuntimeException e) {
          // What fails because the warehouse was deleted, or taken, fails for that.
          staging.requireHeld();
          throw e;
        }
      }
    }
  }

  /** Those of a job's files that no earlier run has seen as they are, without reading them. */
  public static List<InputFile> unread(
      JobConfig config, RunRequest request, List<InputFile> files) {
    Storage storage = Storage.of(config.spark().hadoopSettings());
    SeenFiles seen = SeenFiles.of(config, storage, store(request, storage));
    return files.stream().filter(file -> !seen.has(file)).toList();
  }

  /**
   * What is known of files from earlier runs; a full run writes it anew, a validation leaves it.
   */
  private static SummaryStore store(RunRequest request, Storage storage) {
    if (request.validateOnly()) {
      return SummaryStore.none();
    }
    SummaryStore store =
        SummaryStore.at(request.warehouse() + "/" + STORE, storage, ProgramVersion.code());
    return request.full() ? store.writingOnly() : store;
  }

  /** A full run takes nothing over from the version before. */
  private static Warehouse warehouse(JobConfig config, RunRequest request) {
    Warehouse warehouse = Warehouse.at(request.warehouse(), config.spark().hadoopSettings());
    return request.full() ? warehouse.fromScratch() : warehouse;
  }

  /** What the version before has of an analysis. */
  private static Function<Analysis, Optional<KeptRows>> kept(
      Map<String, String> keys, Staging staging) {
    return analysis -> staging.kept(keys.get(analysis.name()));
  }

  private static RunOutcome publish(
      JobConfig config,
      RunIdentity identity,
      Dependencies dependencies,
      RunClock clock,
      Inputs inputs,
      SummaryStore store,
      Staging staging,
      Progress progress)
      throws IOException {
    Results results = new Results();
    results.add(BookRows.inputs(inputs.reports()));
    results.add(BookRows.checks(inputs.reports(), config));
    List<Analysis> analyses = Analyses.of(config, Given.of(inputs));
    Map<String, String> keys = AnalysisKeys.of(analyses, dependencies);
    List<String> failed =
        Computation.of(
            analyses,
            new Analysis.Context(
                config,
                inputs,
                results,
                new SurveyViews(inputs),
                store,
                kept(keys, staging),
                staging::keptBlocks),
            progress);
    progress.stage("Writing the tables", "Escribiendo las tablas");
    Publishing publishing = new Publishing(staging, results);
    if (!publishing.write(() -> RunPage.html(config, staging.runId(), inputs, results))) {
      failed.add("report");
    }
    results
        .completePlaces()
        .forEach(place -> staging.madeBy(keys.get(place.name()), place.files()));
    int exitCode = Outcomes.exitCode(config, results, failed);
    results.add(List.of(RunRows.of(config, identity, clock, inputs, results, failed, exitCode)));
    publishing.writeRun();
    BookRows.quarantine(
        inputs.reports(),
        store.quarantine(),
        rows -> staging.writeSorted(QuarantineRow.class, rows));
    var version = staging.commit();
    progress.done();
    return Outcomes.published(config, staging.runId(), version, inputs, results, failed, exitCode);
  }
}

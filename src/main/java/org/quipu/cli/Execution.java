package org.quipu.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.hadoop.fs.FSError;
import org.quipu.config.JobConfig;
import org.quipu.job.RunOutcome;
import org.quipu.job.RunRequest;
import org.quipu.job.Runner;
import org.quipu.table.DiskReason;
import org.quipu.table.Text;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Runs a job with its log in place, its progress and its answer on the screen. */
final class Execution {
  private static final double NANOS = 1e9;

  private Execution() {}

  /** The exit code of the run. */
  static int of(Runner runner, JobConfig config, RunRequest request, boolean json, Screen screen)
      throws Exception {
    LogFile.of(config).forSpark();
    // Libraries that log by the platform's own means are heard by the same log, as in Spark.
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    if (QuickStart.isTooSlowFor(config, request)) {
      return QuickStart.START_AGAIN;
    }
    QuickStart.correct(config, request);
    long started = System.nanoTime();
    try (var terminal = TerminalProgress.on(screen)) {
      var progress = new WatchedProgress(terminal, config.job(), System::nanoTime);
      RunOutcome outcome;
      try {
        outcome = runner.execute(config, request, progress);
      } catch (Exception | OutOfMemoryError | StackOverflowError | LinkageError | FSError e) {
        int code = Failures.exitCode(e, screen);
        tell(config, screen, progress, started, code, Map.of("error", String.valueOf(e)));
        throw e;
      }
      tell(config, screen, progress, started, outcome.exitCode(), outcome.json());
      Answer.print(outcome, json, screen);
      return outcome.exitCode();
    }
  }

  /** What those who watch over runs are told. */
  private static void tell(
      JobConfig config,
      Screen screen,
      WatchedProgress progress,
      long started,
      int exitCode,
      Map<String, Object> json) {
    double seconds = (System.nanoTime() - started) / NANOS;
    Map<String, Double> stages = progress.seconds();
    WatchedProgress.LOG
        .atInfo()
        .addKeyValue("job", config.job())
        .addKeyValue("run_id", json.getOrDefault("run_id", ""))
        .addKeyValue("exit_code", exitCode)
        .addKeyValue("seconds", seconds)
        .addKeyValue("version_path", json.getOrDefault("version_path", ""))
        .addKeyValue("error", json.getOrDefault("error", ""))
        .log(
            "run ended with {} after {} s: {} {}",
            exitCode,
            WatchedProgress.rounded(seconds),
            config.job(),
            json.getOrDefault("error", json.getOrDefault("version_path", "")));
    String file = config.operation().metricsFile();
    if (file.isEmpty()) {
      return;
    }
    try {
      new MetricsFile(Path.of(file))
          .write(new RunMetrics(config.job(), Instant.now(), exitCode, seconds, stages, json));
    } catch (IOException e) {
      // The tables matter more: the run is what it was without.
      Text why = DiskReason.of(e);
      screen
          .err()
          .println(
              screen.say(
                  "quipu: the metrics cannot be written: " + why.en(),
                  "quipu: no se pueden escribir las métricas: " + why.es()));
    }
  }
}

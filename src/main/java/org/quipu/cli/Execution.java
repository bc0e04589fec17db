package org.quipu.cli;

import org.quipu.config.JobConfig;
import org.quipu.job.RunOutcome;
import org.quipu.job.RunRequest;
import org.quipu.job.Runner;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Runs a job with its log in place, its progress and its answer on the screen. */
final class Execution {
  private Execution() {}

  /** The exit code of the run. */
  static int of(Runner runner, JobConfig config, RunRequest request, boolean json, Screen screen)
      throws Exception {
    LogFile.of(config.warehouse()).forSpark();
    // Libraries that log by the platform's own means are heard by the same log, as in Spark.
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    if (QuickStart.isTooSlowFor(config)) {
      return QuickStart.START_AGAIN;
    }
    RunOutcome outcome;
    try (var progress = TerminalProgress.on(screen)) {
      outcome = runner.execute(config, request, progress);
    }
    Answer.print(outcome, json, screen);
    return outcome.exitCode();
  }
}

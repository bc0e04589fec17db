package org.quipu.cli;

import org.quipu.config.JobConfig;
import org.quipu.job.RunOutcome;
import org.quipu.job.RunRequest;
import org.quipu.job.Runner;

/** Runs a job with its log in place and its progress on the screen. */
final class Execution {
  private Execution() {}

  static RunOutcome of(Runner runner, JobConfig config, RunRequest request, Screen screen)
      throws Exception {
    LogFile.of(config.warehouse()).forSpark();
    try (var progress = TerminalProgress.on(screen)) {
      return runner.execute(config, request, progress);
    }
  }
}

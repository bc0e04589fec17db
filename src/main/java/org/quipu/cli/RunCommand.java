package org.quipu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.quipu.config.JobConfig;
import org.quipu.job.RunRequest;
import org.quipu.job.Runner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code quipu run}: computes the studies of the jobs and publishes one version of the tables. */
@Command
final class RunCommand implements Callable<Integer> {
  private final Screen screen;
  private final Runner runner;

  @Parameters(paramLabel = "JOB.conf", arity = "0..*", descriptionKey = "jobs")
  private List<String> jobs = new ArrayList<>();

  @Mixin private final SharedOptions shared;

  @Option(names = "--run-id", paramLabel = "ID", descriptionKey = "run-id")
  private String runId;

  @Option(names = "--full", descriptionKey = "full")
  private boolean full;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  RunCommand(Screen screen, Runner runner) {
    this.screen = screen;
    this.runner = runner;
    this.shared = new SharedOptions(screen);
  }

  @Override
  public Integer call() throws Exception {
    JobConfig config = shared.load(Jobs.ofEnvironment().find(jobs));
    config.requireSources();
    var request =
        new RunRequest(
            Optional.ofNullable(runId).map(RunIds::checked), config.warehouse(), false, full);
    return Execution.of(runner, config, request, json, screen);
  }
}

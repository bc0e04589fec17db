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

/** {@code quipu validate}: rules, counts and quarantine of the inputs, and no result tables. */
@Command
final class ValidateCommand implements Callable<Integer> {
  private final Screen screen;
  private final Runner runner;

  @Parameters(paramLabel = "JOB.conf", arity = "0..*", descriptionKey = "jobs")
  private List<String> jobs = new ArrayList<>();

  @Mixin private final SharedOptions shared;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  ValidateCommand(Screen screen, Runner runner) {
    this.screen = screen;
    this.runner = runner;
    this.shared = new SharedOptions(screen);
  }

  @Override
  public Integer call() throws Exception {
    JobConfig config = shared.load(Jobs.ofEnvironment().find(jobs));
    var request = new RunRequest(Optional.empty(), config.warehouse(), true, true);
    return Execution.of(runner, config, request, json, screen);
  }
}

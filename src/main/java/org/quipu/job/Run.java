package org.quipu.job;

import org.quipu.config.JobConfig;

/** One run of a job, from its inputs to a published version of the tables. */
public final class Run {
  private Run() {}

  public static RunOutcome execute(JobConfig config, RunRequest request, Progress progress) {
    throw new UnsupportedOperationException("no study can be run yet");
  }
}

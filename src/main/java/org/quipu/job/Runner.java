package org.quipu.job;

import org.quipu.config.JobConfig;

/** Runs a job: {@code Run::execute}, or a stand-in where the run itself is not the matter. */
@FunctionalInterface
public interface Runner {
  RunOutcome execute(JobConfig config, RunRequest request, Progress progress) throws Exception;
}

package org.quipu.job;

import java.util.List;
import java.util.function.Function;
import org.quipu.config.JobConfig;
import org.quipu.summary.SummaryStore;

/**
 * One thing that a run computes from its inputs and from what was computed before it.
 *
 * @param name for messages and for the tables' {@code study} column
 * @param after names of the analyses whose rows it looks at, where the job has them
 * @param compute the result rows, of any tables
 */
record Analysis(String name, List<String> after, Function<Context, List<Record>> compute) {

  /**
   * What an analysis sees.
   *
   * @param views the staff survey, where there is one
   * @param store what earlier runs have fitted
   */
  record Context(
      JobConfig config, Inputs inputs, Results results, SurveyViews views, SummaryStore store) {}
}

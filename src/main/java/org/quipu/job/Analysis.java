package org.quipu.job;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.quipu.config.JobConfig;
import org.quipu.summary.SummaryStore;
import org.quipu.table.KeptBlocks;
import org.quipu.table.KeptRows;

/**
 * One thing that a run computes from its inputs and from what was computed before it.
 *
 * @param name for messages and for the tables' {@code study} column
 * @param after names of the analyses whose rows it looks at, where the job has them
 * @param reads names of the large sources whose summaries it looks at; small ones it may all read
 * @param inBlocks tables whose rows it adds in blocks
 * @param compute the result rows of any other tables
 * @param lookAhead reads what others will ask of its rows where those are in the version before, so
 *     that they need not wait for it
 */
record Analysis(
    String name,
    List<String> after,
    Set<String> reads,
    Set<Class<? extends Record>> inBlocks,
    Function<Context, List<Record>> compute,
    Consumer<KeptRows> lookAhead) {

  /** An analysis that adds all rows at once. */
  Analysis(
      String name, List<String> after, Set<String> reads, Function<Context, List<Record>> compute) {
    this(name, after, reads, Set.of(), compute, kept -> {});
  }

  /**
   * What an analysis sees.
   *
   * @param views the staff survey, where there is one
   * @param store what earlier runs have fitted
   * @param kept what the version before has of an analysis, unharmed and of the same key
   * @param keptBlocks the blocks that it has of a table
   */
  record Context(
      JobConfig config,
      Inputs inputs,
      Results results,
      SurveyViews views,
      SummaryStore store,
      Function<Analysis, Optional<KeptRows>> kept,
      Function<Class<? extends Record>, KeptBlocks> keptBlocks) {}
}

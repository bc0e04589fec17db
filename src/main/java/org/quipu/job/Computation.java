package org.quipu.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.quipu.table.KeptRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes analyses, side by side where none builds on the other, or takes their rows from the
 * version before where nothing that they depend on has changed.
 */
final class Computation {
  private static final Logger LOG = LoggerFactory.getLogger(Computation.class);

  private Computation() {}

  /** How an analysis ended; in part: something that it builds on is missing. */
  private enum Outcome {
    WHOLE,
    IN_PART,
    FAILED
  }

  /**
   * Computes analyses and adds their rows to the results, in the analyses' order whichever is done
   * first. One that fails loses only its own tables.
   *
   * @param analyses each behind those that it builds on
   * @return the names of those that failed
   */
  static List<String> of(List<Analysis> analyses, Analysis.Context context, Progress progress) {
    Executor threads = Computation::start;
    Map<String, CompletableFuture<Outcome>> running = new HashMap<>();
    for (Analysis analysis : analyses) {
      List<CompletableFuture<Outcome>> before =
          analysis.after().stream().map(running::get).filter(Objects::nonNull).toList();
      Place place = context.results().place(analysis);
      running.put(
          analysis.name(),
          CompletableFuture.allOf(before.toArray(CompletableFuture[]::new))
              .thenApplyAsync(
                  done -> {
                    boolean whole = before.stream().allMatch(one -> one.join() == Outcome.WHOLE);
                    return outcome(analysis, context, place, whole);
                  },
                  threads));
    }
    List<String> failed = new ArrayList<>();
    for (Analysis analysis : analyses) {
      progress.stage("Computing " + analysis.name(), "Calculando " + analysis.name());
      if (outcome(running.get(analysis.name())) == Outcome.FAILED) {
        failed.add(analysis.name());
      }
    }
    return failed;
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "analysis");
    thread.setDaemon(true);
    thread.start();
  }

  /** Without something that it builds on, an analysis is not what it would be at another time. */
  private static Outcome outcome(
      Analysis analysis, Analysis.Context context, Place place, boolean whole) {
    try {
      Optional<KeptRows> kept = whole ? context.kept().apply(analysis) : Optional.empty();
      if (kept.isPresent()) {
        place.put(kept.get());
      } else {
        place.put(analysis.compute().apply(context));
      }
      if (whole) {
        place.complete();
      }
      return whole ? Outcome.WHOLE : Outcome.IN_PART;
    } catch (Exception e) {
      // Spark throws checked exceptions that its signatures do not tell of.
      LOG.error("analysis {} failed", analysis.name(), e);
      return Outcome.FAILED;
    }
  }

  private static Outcome outcome(CompletableFuture<Outcome> analysis) {
    try {
      return analysis.join();
    } catch (CompletionException e) {
      // Nothing is caught above but exceptions: memory that ran out, a class that is not there.
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }
}

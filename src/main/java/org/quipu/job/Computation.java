package org.quipu.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Computes analyses, side by side where none builds on the other. */
final class Computation {
  private static final Logger LOG = LoggerFactory.getLogger(Computation.class);

  private Computation() {}

  /**
   * Computes analyses and adds their rows to the results, in the analyses' order whichever is done
   * first. One that fails loses only its own tables.
   *
   * @param analyses each behind those that it builds on
   * @return the names of those that failed
   */
  static List<String> of(List<Analysis> analyses, Analysis.Context context, Progress progress) {
    Executor threads = Computation::start;
    Map<String, CompletableFuture<Boolean>> running = new HashMap<>();
    for (Analysis analysis : analyses) {
      CompletableFuture<?>[] before =
          analysis.after().stream()
              .map(running::get)
              .filter(Objects::nonNull)
              .toArray(CompletableFuture[]::new);
      Consumer<Collection<? extends Record>> place = context.results().place();
      running.put(
          analysis.name(),
          CompletableFuture.allOf(before)
              .thenApplyAsync(done -> succeeds(analysis, context, place), threads));
    }
    List<String> failed = new ArrayList<>();
    for (Analysis analysis : analyses) {
      progress.stage("Computing " + analysis.name(), "Calculando " + analysis.name());
      if (!outcome(running.get(analysis.name()))) {
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

  private static boolean succeeds(
      Analysis analysis, Analysis.Context context, Consumer<Collection<? extends Record>> place) {
    try {
      place.accept(analysis.compute().apply(context));
      return true;
    } catch (Exception e) {
      // Spark throws checked exceptions that its signatures do not tell of.
      LOG.error("analysis {} failed", analysis.name(), e);
      return false;
    }
  }

  private static boolean outcome(CompletableFuture<Boolean> analysis) {
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

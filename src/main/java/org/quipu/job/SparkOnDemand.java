package org.quipu.job;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.quipu.config.JobConfig;
import org.quipu.spark.Sessions;

/**
 * The Spark context of a run, opened when the first large source is read, if any is; or ahead of
 * that, beside other work, where it is known that it will be needed.
 */
final class SparkOnDemand implements Supplier<JavaSparkContext>, AutoCloseable {
  private final JobConfig config;
  private CompletableFuture<JavaSparkContext> opening;
  private CompletableFuture<Void> closing = CompletableFuture.completedFuture(null);

  SparkOnDemand(JobConfig config) {
    this.config = config;
  }

  /** Begins to open the context and returns at once. */
  void prepare() {
    opening();
  }

  /** The context, when it is open. */
  @Override
  public JavaSparkContext get() {
    try {
      return opening().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private synchronized CompletableFuture<JavaSparkContext> opening() {
    if (opening == null) {
      // A process has one context at a time.
      opening =
          closing.thenApplyAsync(
              closed -> Sessions.open(config.spark(), "Quipu " + config.job()),
              SparkOnDemand::besideOthers);
    }
    return opening;
  }

  private static void besideOthers(Runnable task) {
    Thread thread = new Thread(task, "spark-on-demand");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Begins to stop the context, if one is open. Who asks for it afterwards has another.
   *
   * <p>Memory is collected then: most of what reading took is garbage, and little is not. Left
   * there, it would stand in the way until the heap is full, and what comes next would go to memory
   * that was never used, which costs more to touch first than this collection.
   */
  synchronized void release() {
    if (opening != null) {
      closing =
          opening.handleAsync(
              (context, failure) -> {
                // One that failed to open told whoever asked for it, and holds nothing.
                if (context != null) {
                  context.stop();
                }
                return null;
              },
              SparkOnDemand::besideOthers);
      opening = null;
      System.gc();
    }
  }

  /** Stops the context if one is open, and waits until it is. */
  @Override
  public void close() {
    release();
    closing.join();
  }
}

package org.quipu.summary;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.spark.api.java.JavaRDD;
import scala.Function1;
import scala.Function2;
import scala.collection.Iterator;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/**
 * Takes the results of tasks one by one as they come, beside Spark's own threads, so that no more
 * than a few wait at a time: what is collected as a whole may be as many times the sum as there are
 * tasks.
 */
final class Arrivals<R> implements AutoCloseable {
  private final Workers.Taker<R> taker;
  private final ExecutorService oneByOne = Executors.newSingleThreadExecutor();
  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

  /** What a task makes of its elements. */
  interface Task<T, R> extends Serializable {
    R of(Iterator<T> elements) throws IOException;
  }

  Arrivals(Workers.Taker<R> taker) {
    this.taker = taker;
  }

  /** Runs a job, and returns when all of its results have been taken. */
  <T> void of(JavaRDD<T> elements, Task<T, R> task) {
    elements
        .context()
        .runJob(elements.rdd(), partition(task), handler(), ClassTag$.MODULE$.apply(Object.class));
    try {
      last.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static <T, R> Function1<Iterator<T>, Handed<R>> partition(Task<T, R> task) {
    return (Function1<Iterator<T>, Handed<R>> & Serializable)
        elements -> {
          try {
            return new Handed<>(task.of(elements));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
  }

  private Function2<Object, Handed<R>, BoxedUnit> handler() {
    return (index, handed) -> {
      last = last.thenRunAsync(() -> taker.take((Integer) index, handed.result()), oneByOne);
      return BoxedUnit.UNIT;
    };
  }

  @Override
  public void close() {
    oneByOne.shutdown();
  }
}

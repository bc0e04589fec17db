package org.quipu.summary;

import java.io.Serializable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.SparkContext$;
import org.apache.spark.SparkEnv;

/**
 * A task's result on its way to the driver. Where both are one process, as with a local master, it
 * is handed over as it is: Spark would write it to bytes and read it again, which for the sums of a
 * large source takes longer than adding them up.
 *
 * <p>A task that fails once it has written its result leaves it behind until the process ends,
 * which with a local master it soon does.
 */
final class Handed<R> implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Map<Long, Handed<?>> ON_THEIR_WAY = new ConcurrentHashMap<>();
  private static final AtomicLong LAST = new AtomicLong();

  private final R result;

  Handed(R result) {
    this.result = result;
  }

  R result() {
    return result;
  }

  /** What stands for a result while Spark carries it through the process. */
  private record Ticket(long number) implements Serializable {
    private static final long serialVersionUID = 1L;

    private Object readResolve() {
      return ON_THEIR_WAY.remove(number);
    }
  }

  private Object writeReplace() {
    SparkEnv here = SparkEnv.get();
    if (here == null || !SparkContext$.MODULE$.DRIVER_IDENTIFIER().equals(here.executorId())) {
      return this;
    }
    long number = LAST.incrementAndGet();
    ON_THEIR_WAY.put(number, this);
    return new Ticket(number);
  }
}

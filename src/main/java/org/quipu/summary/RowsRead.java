package org.quipu.summary;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.util.LongAccumulator;
import scala.jdk.javaapi.CollectionConverters;

/**
 * How many rows the tasks of a pass have read so far: those of finished tasks, and of running ones
 * what their executors said last.
 */
final class RowsRead extends SparkListener implements AutoCloseable {

  private final SparkContext context;
  private final LongAccumulator counter;
  private final Workers.Watch watch;
  private final Map<Long, Long> running = new ConcurrentHashMap<>();

  RowsRead(JavaSparkContext context, Workers.Watch watch) {
    this.context = context.sc();
    this.counter = this.context.longAccumulator("rows read");
    this.watch = watch;
    this.context.addSparkListener(this);
  }

  /** What tasks add to. */
  LongAccumulator counter() {
    return counter;
  }

  @Override
  public void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
    CollectionConverters.asJava(update.accumUpdates())
        .forEach(
            ofTask ->
                CollectionConverters.asJava(ofTask._4())
                    .forEach(accumulable -> note((Long) ofTask._1(), accumulable)));
    tell();
  }

  private void note(long task, AccumulableInfo accumulable) {
    if (accumulable.id() == counter.id()
        && accumulable.update().isDefined()
        && accumulable.update().get() instanceof Long rows) {
      running.put(task, rows);
    }
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    running.remove(end.taskInfo().taskId());
    tell();
  }

  private void tell() {
    long rows = counter.sum();
    for (long ofTask : running.values()) {
      rows += ofTask;
    }
    watch.tell(rows);
  }

  @Override
  public void close() {
    context.removeSparkListener(this);
  }
}

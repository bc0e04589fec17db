package org.quipu.summary;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.util.LongAccumulator;
import org.quipu.source.FileProfile;
import org.quipu.source.Split;
import scala.jdk.javaapi.CollectionConverters;

/**
 * How many rows the tasks of a pass have read so far: those of finished tasks, and of running ones
 * what their executors said last.
 */
final class RowsRead extends SparkListener implements AutoCloseable {

  private final SparkContext context;
  private final LongAccumulator counter;
  private final long total;
  private final RowWatcher watcher;
  private final Map<Long, Long> running = new ConcurrentHashMap<>();

  RowsRead(JavaSparkContext context, List<FileProfile> files, RowWatcher watcher) {
    this.context = context.sc();
    this.counter = this.context.longAccumulator("rows read");
    this.total = estimate(files);
    this.watcher = watcher;
    this.context.addSparkListener(this);
  }

  /** What tasks add to. */
  LongAccumulator counter() {
    return counter;
  }

  /** Where a file's last part starts, in rows and bytes, tells how many rows its bytes are. */
  private static long estimate(List<FileProfile> files) {
    double rows = 0;
    for (FileProfile file : files) {
      Split last = file.splits().isEmpty() ? null : file.splits().get(file.splits().size() - 1);
      if (last == null || last.start() == 0 || last.firstLine() <= 1) {
        return -1;
      }
      rows += (double) last.firstLine() * Math.min(last.end(), file.file().bytes()) / last.start();
    }
    return Math.round(rows);
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
    watcher.rows(rows, total < 0 ? -1 : Math.max(rows, total));
  }

  @Override
  public void close() {
    context.removeSparkListener(this);
  }
}

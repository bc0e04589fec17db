package org.quipu.summary;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;

/** Carries out tasks on Spark, one job a pass. */
record SparkWorkers(JavaSparkContext context) implements Workers {
  @Override
  public int atOnce() {
    return context.defaultParallelism();
  }

  @Override
  public <P, T, R> void carryOut(Job<P, T, R> job, Watch watch, Taker<R> taker) {
    context.setJobDescription(job.what());
    Work<P, T, R> work = job.work();
    Broadcast<P> shared = context.broadcast(job.shared());
    try (RowsRead rows = new RowsRead(context, watch);
        Arrivals<R> arrivals = new Arrivals<>(taker)) {
      LongAccumulator counter = rows.counter();
      arrivals.of(
          context.parallelize(job.tasks(), job.tasks().size()),
          task -> work.of(shared.value(), task.next(), counter::add));
    } finally {
      shared.destroy();
    }
  }
}

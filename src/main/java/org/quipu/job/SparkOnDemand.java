package org.quipu.job;

import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.quipu.config.JobConfig;
import org.quipu.spark.Sessions;

/** The Spark session of a run, opened when the first large source is read, if any is. */
final class SparkOnDemand implements Supplier<JavaSparkContext>, AutoCloseable {
  private final JobConfig config;
  private SparkSession session;

  SparkOnDemand(JobConfig config) {
    this.config = config;
  }

  @Override
  public JavaSparkContext get() {
    if (session == null) {
      session = Sessions.open(config.spark(), "Quipu " + config.job());
    }
    return JavaSparkContext.fromSparkContext(session.sparkContext());
  }

  @Override
  public void close() {
    if (session != null) {
      session.stop();
    }
  }
}

package org.quipu.job;

import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.quipu.config.JobConfig;
import org.quipu.spark.Sessions;

/**
 * The Spark session of a run, opened when the first large source is read or the first model is
 * fitted, if any is.
 */
final class SparkOnDemand implements Supplier<JavaSparkContext>, AutoCloseable {
  private final JobConfig config;
  private SparkSession session;

  SparkOnDemand(JobConfig config) {
    this.config = config;
  }

  @Override
  public JavaSparkContext get() {
    return JavaSparkContext.fromSparkContext(session().sparkContext());
  }

  /** The session itself, for what needs data frames. */
  SparkSession session() {
    if (session == null) {
      session = Sessions.open(config.spark(), "Quipu " + config.job());
    }
    return session;
  }

  @Override
  public void close() {
    if (session != null) {
      session.stop();
    }
  }
}

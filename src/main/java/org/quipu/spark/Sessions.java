package org.quipu.spark;

import org.apache.spark.sql.SparkSession;
import org.quipu.config.SparkConfig;

/** Opens the one Spark session of a run. */
public final class Sessions {
  private Sessions() {}

  /** A session on the configured master; with an empty one, on what spark-submit says. */
  public static SparkSession open(SparkConfig config, String appName) {
    SparkSession.Builder builder = SparkSession.builder().appName(appName);
    boolean local = config.master().startsWith("local");
    if (!config.master().isEmpty()) {
      builder = builder.master(config.master());
    }
    if (local) {
      builder =
          builder
              .config("spark.ui.enabled", "false")
              .config("spark.driver.host", "127.0.0.1")
              .config("spark.driver.bindAddress", "127.0.0.1")
              // One JVM has nothing to fetch from elsewhere.
              .config("spark.shuffle.service.enabled", "false");
    }
    builder =
        builder
            // The older INT96 has no meaning that readers agree on.
            .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.catalogImplementation", "in-memory")
            .config("spark.driver.maxResultSize", "0");
    if (config.shufflePartitions() > 0) {
      builder = builder.config("spark.sql.shuffle.partitions", config.shufflePartitions());
    }
    for (var setting : config.conf().entrySet()) {
      builder = builder.config(setting.getKey(), setting.getValue());
    }
    return builder.getOrCreate();
  }
}

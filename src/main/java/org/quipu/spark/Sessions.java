package org.quipu.spark;

import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.quipu.config.ConfigException;
import org.quipu.config.Secrets;
import org.quipu.config.SparkConfig;

/**
 * Opens the one Spark context of a run. It runs jobs over rows of its own and asks nothing of Spark
 * SQL, whose session would take as long to open again.
 */
public final class Sessions {
  private Sessions() {}

  /**
   * A context on the configured master; with an empty one, on what spark-submit says.
   *
   * @throws ConfigException for a setting whose value Spark does not understand
   */
  public static JavaSparkContext open(SparkConfig config, String appName) {
    SparkConf conf = new SparkConf().setAppName(appName);
    if (!config.master().isEmpty()) {
      conf.setMaster(config.master());
    }
    if (config.master().startsWith("local")) {
      conf.set("spark.ui.enabled", "false")
          .set("spark.driver.host", "127.0.0.1")
          .set("spark.driver.bindAddress", "127.0.0.1")
          // One JVM has nothing to fetch from elsewhere.
          .set("spark.shuffle.service.enabled", "false")
          // How often tasks say how far they are.
          .set("spark.executor.heartbeatInterval", "1s");
    }
    conf.set("spark.driver.maxResultSize", "0");
    if (config.shufflePartitions() > 0) {
      String partitions = Integer.toString(config.shufflePartitions());
      conf.set("spark.sql.shuffle.partitions", partitions);
      // Without it Spark counts the cores of those executors that are there already.
      conf.set("spark.default.parallelism", partitions);
    }
    config.conf().forEach(conf::set);
    try {
      return JavaSparkContext.fromSparkContext(SparkContext.getOrCreate(conf));
    } catch (IllegalArgumentException e) {
      throw refused(config, e);
    }
  }

  /** Spark tells the setting or its value, seldom both; the user's own are few. */
  private static RuntimeException refused(SparkConfig config, IllegalArgumentException failure) {
    String words = String.valueOf(failure.getMessage());
    for (Map.Entry<String, String> setting : config.conf().entrySet()) {
      String value = setting.getValue();
      if (words.contains(setting.getKey()) || (!value.isBlank() && words.contains(value))) {
        String key = "spark.conf.\"" + setting.getKey() + "\"";
        String shown = Secrets.shown(setting.getKey(), value);
        // What Spark says may repeat a secret.
        String said =
            !shown.equals(value) ? "" : " " + words.lines().findFirst().orElse("").strip();
        return new ConfigException(
            key,
            "%s = %s: Spark does not understand it.%s".formatted(key, shown, said),
            "%s = %s: Spark no lo entiende.%s".formatted(key, shown, said));
      }
    }
    return failure;
  }
}

package org.quipu.job;

import org.quipu.config.JobConfig;
import org.quipu.source.Storage;
import org.quipu.spark.ParquetBatches;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the reader of Parquet files ready while a run begins: there is a core to spare then, and
 * none once files are read.
 */
public final class ParquetAhead {
  private static final Logger LOG = LoggerFactory.getLogger(ParquetAhead.class);
  private static final String PARQUET = "parquet";

  private ParquetAhead() {}

  /** Begins with it and returns at once, where a large source says that its files are Parquet. */
  public static void begin(JobConfig config) {
    boolean isParquet =
        Run.LARGE.stream()
            .map(config::source)
            .anyMatch(
                source ->
                    source.isPresent() && source.format().equals(PARQUET)
                        || source.paths().stream().anyMatch(path -> path.endsWith("." + PARQUET)));
    if (isParquet) {
      Thread thread = new Thread(() -> prepare(config), "parquet-ahead");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void prepare(JobConfig config) {
    try {
      ParquetBatches.prepare(Storage.of(config.spark().hadoopSettings()).configuration());
    } catch (RuntimeException e) {
      // Whoever reads a file tells what is wrong.
      LOG.warn("the reader of Parquet files could not be made ready ahead: {}", e.toString());
    }
  }
}

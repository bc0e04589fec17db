package org.quipu.job;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.quipu.source.InputFile;
import org.quipu.source.Storage;
import org.quipu.spark.ParquetBatches;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the reader of Parquet files ready while files are looked over: there is a core to spare
 * then, and none once they are read.
 */
final class ParquetAhead {
  private static final Logger LOG = LoggerFactory.getLogger(ParquetAhead.class);

  private ParquetAhead() {}

  /**
   * Begins with it and returns at once, where a file will have to be read whose name says that it
   * is Parquet.
   *
   * @param sources the files of large sources; null where one is not given
   */
  static void begin(Stream<List<InputFile>> sources, SeenFiles seen, Storage storage) {
    sources
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .filter(file -> file.name().endsWith(".parquet") && !seen.has(file))
        .findFirst()
        .ifPresent(file -> start(() -> prepare(file, storage)));
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "parquet-ahead");
    thread.setDaemon(true);
    thread.start();
  }

  private static void prepare(InputFile file, Storage storage) {
    try {
      ParquetBatches.prepare(storage.configuration(), Storage.path(file.path()).toString());
    } catch (IOException | RuntimeException e) {
      // Whoever reads the file tells what is wrong with it.
      LOG.debug("{} was not opened ahead: {}", file.path(), e.toString());
    }
  }
}

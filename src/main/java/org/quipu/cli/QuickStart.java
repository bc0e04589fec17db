package org.quipu.cli;

import org.quipu.config.JobConfig;
import org.quipu.config.SourceConfig;
import org.quipu.source.InputFile;
import org.quipu.source.InputFiles;
import org.quipu.source.Storage;

/**
 * Which of the JVM's compilers a run needs.
 *
 * <p>With its first compiler alone Spark starts in half the time, but a large input takes two or
 * three times as long. The launcher therefore starts a run with the first one only, and a run that
 * finds a large input asks to be started again with both, before anything has been done.
 */
final class QuickStart {
  /** To the launcher alone: start again with both compilers. No exit code of a verb. */
  static final int START_AGAIN = 86;

  private static final long LARGE_BYTES = 24L << 20;

  private QuickStart() {}

  /**
   * Whether this process has only the first compiler and the job reads more than 24 MiB.
   *
   * @throws org.quipu.source.InputException when an input is not there
   */
  static boolean isTooSlowFor(JobConfig config) {
    return "quick".equals(System.getProperty("quipu.compiler")) && bytes(config) > LARGE_BYTES;
  }

  static long bytes(JobConfig config) {
    return config.sources().values().stream()
        .filter(SourceConfig::isPresent)
        .flatMap(source -> InputFiles.of(source, storage(config)).stream())
        .mapToLong(InputFile::bytes)
        .sum();
  }

  /** What Spark hands to Hadoop: its settings that begin with {@code spark.hadoop.}. */
  private static Storage storage(JobConfig config) {
    var storage = Storage.plain();
    config
        .spark()
        .conf()
        .forEach(
            (key, value) -> {
              if (key.startsWith("spark.hadoop.")) {
                storage.settings().put(key.substring("spark.hadoop.".length()), value);
              }
            });
    return storage;
  }
}

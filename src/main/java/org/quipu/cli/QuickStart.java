package org.quipu.cli;

import org.quipu.config.JobConfig;
import org.quipu.config.SourceConfig;
import org.quipu.source.InputFiles;
import org.quipu.source.Storage;

/**
 * Which of the JVM's compilers a run needs.
 *
 * <p>With its first compiler alone a small run needs half the processor time (4.8 instead of 9.5 s
 * on the sample data), but each row costs more: measured on facility-indicator as CSV, the two are
 * even at about 350 MB or 9 million rows. The launcher therefore starts a run with the first one
 * only, and a run that finds a large input asks to be started again with both, before anything has
 * been done.
 */
final class QuickStart {
  /** To the launcher alone: start again with both compilers. No exit code of a verb. */
  static final int START_AGAIN = 86;

  private static final long LARGE_BYTES = 256L << 20;

  private QuickStart() {}

  /**
   * Whether this process has only the first compiler and the job reads more than 256 MiB of text.
   *
   * @throws org.quipu.source.InputException when an input is not there
   */
  static boolean isTooSlowFor(JobConfig config) {
    return "quick".equals(System.getProperty("quipu.compiler")) && textBytes(config) > LARGE_BYTES;
  }

  /** The bytes of all inputs, compressed ones counted as the text they hold, roughly. */
  static long textBytes(JobConfig config) {
    var storage = Storage.of(config.spark().hadoopSettings());
    return config.sources().values().stream()
        .filter(SourceConfig::isPresent)
        .flatMap(source -> InputFiles.of(source, storage).stream())
        .mapToLong(file -> file.bytes() * expansion(file.name()))
        .sum();
  }

  private static long expansion(String fileName) {
    if (fileName.endsWith(".parquet")) {
      // Dictionary-encoded keys: 1.5 bytes a row of facility-indicator against 40 as CSV.
      return 25;
    }
    return fileName.matches(".*\\.(gz|zip|xlsx|bz2|zst)") ? 8 : 1;
  }
}

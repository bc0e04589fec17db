package org.quipu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.quipu.config.JobConfig;
import org.quipu.config.SourceConfig;
import org.quipu.source.InputFiles;
import org.quipu.source.Storage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which of the JVM's compilers a run needs.
 *
 * <p>The second compiler makes what every row goes through about a quarter faster, and takes some
 * seconds of processor time for that; of the rest of Quipu it would take 8 to 15 s more. Measured
 * on two cores: ten million rows and 500,000 respondents as Parquet (27 MB) take 8 s with the first
 * compiler alone and 10 s with both, a hundred million and five million (270 MB) 53 to 57 s and 47
 * to 53 s; of CSV, which costs more a byte the more of it is hashed and parsed, 300 MB take 12 and
 * 11 s. The launcher therefore starts a run with the first one only, and a run that finds a large
 * input asks to be started again with both, before anything has been done; the launcher keeps the
 * configuration's name in mind, and starts its next run with both at once.
 */
final class QuickStart {
  /** To the launcher alone: start again with both compilers. No exit code of a verb. */
  static final int START_AGAIN = 86;

  private static final Logger LOG = LoggerFactory.getLogger(QuickStart.class);

  private static final long LARGE_BYTES = 256L << 20;

  private QuickStart() {}

  /**
   * Whether this process has only the first compiler and its inputs have more than 256 MiB.
   *
   * @throws org.quipu.source.InputException when an input is not there
   */
  static boolean isTooSlowFor(JobConfig config) {
    return "quick".equals(System.getProperty("quipu.compiler")) && bytes(config) > LARGE_BYTES;
  }

  /** Corrects the launcher where it takes inputs for large that no longer are. */
  static void correct(JobConfig config) {
    String remembered = System.getProperty("quipu.large");
    if (remembered != null && bytes(config) <= LARGE_BYTES) {
      try {
        Files.deleteIfExists(Path.of(remembered));
      } catch (IOException e) {
        LOG.warn(
            "{} cannot be deleted, which costs the next run a second: {}",
            remembered,
            e.toString());
      }
    }
  }

  /** The bytes of all inputs, compressed text counted as what it holds, roughly. */
  static long bytes(JobConfig config) {
    var storage = Storage.of(config.spark().hadoopSettings());
    return config.sources().values().stream()
        .filter(SourceConfig::isPresent)
        .flatMap(source -> InputFiles.of(source, storage).stream())
        .mapToLong(file -> file.bytes() * expansion(file.name()))
        .sum();
  }

  private static long expansion(String fileName) {
    return fileName.matches(".*\\.(gz|zip|xlsx|bz2|zst)") ? 8 : 1;
  }
}

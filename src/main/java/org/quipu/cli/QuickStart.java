package org.quipu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.quipu.config.JobConfig;
import org.quipu.config.SourceConfig;
import org.quipu.job.Run;
import org.quipu.job.RunRequest;
import org.quipu.source.InputFile;
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
 * configuration's name in mind, and starts its next run with both at once. What an earlier run has
 * seen is not counted: a new month on ten years takes 9.5 s with the first alone, 10.0 with both.
 */
final class QuickStart {
  /** To the launcher alone: start again with both compilers. No exit code of a verb. */
  static final int START_AGAIN = 86;

  private static final Logger LOG = LoggerFactory.getLogger(QuickStart.class);

  private static final long LARGE_BYTES = 256L << 20;

  private QuickStart() {}

  /**
   * Whether this process has only the first compiler and is to read more than 256 MiB.
   *
   * @throws org.quipu.source.InputException when an input is not there
   */
  static boolean isTooSlowFor(JobConfig config, RunRequest request) {
    return "quick".equals(System.getProperty("quipu.compiler")) && isLarge(config, request);
  }

  /** Corrects the launcher where it takes inputs for large that no longer are. */
  static void correct(JobConfig config, RunRequest request) {
    String remembered = System.getProperty("quipu.large");
    if (remembered != null && !isLarge(config, request)) {
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

  /** Whether there is much that no run has read yet that wrote into the warehouse. */
  private static boolean isLarge(JobConfig config, RunRequest request) {
    var storage = Storage.of(config.spark().hadoopSettings());
    List<InputFile> all =
        config.sources().values().stream()
            .filter(SourceConfig::isPresent)
            .flatMap(source -> InputFiles.of(source, storage).stream())
            .toList();
    return bytes(all) > LARGE_BYTES && bytes(Run.unread(config, request, all)) > LARGE_BYTES;
  }

  /** The bytes of files, compressed text counted as what it holds, roughly. */
  static long bytes(List<InputFile> files) {
    return files.stream().mapToLong(file -> file.bytes() * expansion(file.name())).sum();
  }

  private static long expansion(String fileName) {
    return fileName.matches(".*\\.(gz|zip|xlsx|bz2|zst)") ? 8 : 1;
  }
}

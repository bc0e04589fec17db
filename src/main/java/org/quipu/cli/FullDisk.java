package org.quipu.cli;

import java.nio.file.FileSystemException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quipu.config.JobConfig;

/** A disk on which nothing more can be written: what failed for it, and which disk it is. */
final class FullDisk {
  /** As Linux, its quotas, Windows and HDFS say it; Java and Hadoop pass their words on. */
  private static final Pattern FULL =
      Pattern.compile(
          "No space left on device|Disk quota exceeded|not enough space on the disk|quota .* is exceeded");

  private FullDisk() {}

  /** The failure, if any of its causes is a full disk. */
  static Optional<KnownFailure> in(Throwable failure, Optional<JobConfig> config) {
    Throwable full = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (FULL.matcher(String.valueOf(cause.getMessage())).find()) {
        full = cause; // The innermost knows most: others repeat its words.
      }
    }
    return Optional.ofNullable(full).map(cause -> explained(cause, config));
  }

  private static KnownFailure explained(Throwable full, Optional<JobConfig> config) {
    String kept = " Make room and run again; the current version of the tables is as it was.";
    String keptEs =
        " Libere espacio y vuelva a ejecutar; la versión vigente de las tablas quedó como estaba.";
    if (full instanceof FileSystemException named && named.getFile() != null) {
      return new KnownFailure(
          ExitCode.FAILED,
          "There is no space left on the disk of " + named.getFile() + "." + kept,
          "No queda espacio en el disco de " + named.getFile() + "." + keptEs);
    }
    // A stream that is written to does not tell its file. Nearly all that is written is tables.
    String temporary = System.getProperty("java.io.tmpdir");
    return config
        .map(JobConfig::warehouse)
        .map(
            warehouse ->
                new KnownFailure(
                    ExitCode.FAILED,
                    "There is no space left on the disk of the warehouse %s (or of temporary files, %s).%s"
                        .formatted(warehouse, temporary, kept),
                    "No queda espacio en el disco del almacén %s (o de los archivos temporales, %s).%s"
                        .formatted(warehouse, temporary, keptEs)))
        .orElseGet(
            () ->
                new KnownFailure(
                    ExitCode.FAILED,
                    "There is no space left on a disk that is written to.",
                    "No queda espacio en un disco en el que se escribe."));
  }
}

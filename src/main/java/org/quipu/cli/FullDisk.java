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
  static Optional<KnownFailure> in(Throwable failure, Screen screen) {
    Throwable full = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (FULL.matcher(String.valueOf(cause.getMessage())).find()) {
        full = cause; // The innermost knows most: others repeat its words.
      }
    }
    return Optional.ofNullable(full).map(cause -> explained(cause, screen));
  }

  private static KnownFailure explained(Throwable full, Screen screen) {
    if (full instanceof FileSystemException named && named.getFile() != null) {
      return of(named.getFile());
    }
    if (screen.folder().isPresent()) {
      return of(screen.folder().get().toString());
    }
    // A stream that is written to does not tell its file. Nearly all that is written is tables.
    String temporary = System.getProperty("java.io.tmpdir");
    String where = screen.config().map(JobConfig::warehouse).orElse("?");
    return new KnownFailure(
        ExitCode.FAILED,
        "There is no space left on the disk of the warehouse %s (or of temporary files, %s). Make room and run again; the current version of the tables is as it was."
            .formatted(where, temporary),
        "No queda espacio en el disco del almacén %s (o de los archivos temporales, %s). Libere espacio y vuelva a ejecutar; la versión vigente de las tablas quedó como estaba."
            .formatted(where, temporary));
  }

  private static KnownFailure of(String place) {
    return new KnownFailure(
        ExitCode.FAILED,
        "There is no space left on the disk of %s. Make room and run again.".formatted(place),
        "No queda espacio en el disco de %s. Libere espacio y vuelva a ejecutar.".formatted(place));
  }
}

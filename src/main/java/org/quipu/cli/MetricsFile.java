package org.quipu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The file that a collector of metrics reads: whole before and after it is replaced. */
record MetricsFile(Path path) {

  /**
   * Replaces the file in one step.
   *
   * @throws IOException when it cannot be written; the file is then as it was
   */
  void write(RunMetrics metrics) throws IOException {
    Path file = path.toAbsolutePath();
    Files.createDirectories(file.getParent());
    String before = Files.exists(file) ? Files.readString(file) : "";
    // A name that the collector does not read: it takes *.prom only.
    Path aside = file.resolveSibling("." + file.getFileName() + ".new");
    Files.writeString(aside, metrics.text(before));
    if (Files.getFileStore(aside).supportsFileAttributeView("posix")) {
      // The collector is another user.
      Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rw-r--r--"));
    }
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}

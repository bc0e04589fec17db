package org.quipu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The file that keeps what the screen is spared: warnings of Spark, and stack traces.
 *
 * @param path {@code WAREHOUSE/logs/quipu.log}; for a warehouse that is not a local folder, {@code
 *     quipu.log} in the folder for temporary files
 */
record LogFile(Path path) {

  static LogFile of(String warehouse) {
    String local =
        warehouse.startsWith("file:/") ? warehouse.replaceFirst("^file:/+", "/") : warehouse;
    return local.startsWith("/") ? new LogFile(Path.of(local, "logs", "quipu.log")) : temporary();
  }

  static LogFile temporary() {
    return new LogFile(Path.of(System.getProperty("java.io.tmpdir"), "quipu.log"));
  }

  /** Where log4j2.properties sends what Spark says; to be called before Spark is first touched. */
  void forSpark() {
    System.setProperty("quipu.log", path.toString());
  }

  /**
   * Appends a stack trace.
   *
   * @return the file that now holds it: this one, or the temporary one where this cannot be written
   * @throws IOException when neither can be written
   */
  Path append(Throwable failure, List<String> arguments) throws IOException {
    try {
      return write(path, failure, arguments);
    } catch (IOException e) {
      failure.addSuppressed(e);
      return write(temporary().path(), failure, arguments);
    }
  }

  private static Path write(Path file, Throwable failure, List<String> arguments)
      throws IOException {
    var text = new StringWriter();
    try (var writer = new PrintWriter(text)) {
      writer.println(
          OffsetDateTime.now().truncatedTo(ChronoUnit.MILLIS)
              + " quipu "
              + String.join(" ", arguments));
      failure.printStackTrace(writer);
    }
    Files.createDirectories(file.getParent());
    return Files.writeString(
        file, text.toString(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}

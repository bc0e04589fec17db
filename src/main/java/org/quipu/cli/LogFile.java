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
import org.quipu.config.JobConfig;
import org.quipu.config.OperationConfig;
import org.quipu.config.OperationConfig.LogFormat;
import org.quipu.config.Secrets;

/**
 * The file that keeps what the screen is spared: warnings of Spark, and stack traces.
 *
 * @param path unless configured {@code WAREHOUSE/logs/quipu.log}; for a warehouse that is not a
 *     local folder, {@code quipu.log} in the folder for temporary files
 * @param format lines of text, or JSON objects
 */
record LogFile(Path path, LogFormat format) {

  /** Where a configuration puts it, or its warehouse. */
  static LogFile of(JobConfig config) {
    OperationConfig operation = config.operation();
    Path path =
        operation.logFile().isEmpty() ? of(config.warehouse()) : Path.of(operation.logFile());
    return new LogFile(path, operation.logFormat());
  }

  private static Path of(String warehouse) {
    String local =
        warehouse.startsWith("file:/") ? warehouse.replaceFirst("^file:/+", "/") : warehouse;
    return local.startsWith("/") ? Path.of(local, "logs", "quipu.log") : temporary().path();
  }

  static LogFile temporary() {
    return new LogFile(Path.of(System.getProperty("java.io.tmpdir"), "quipu.log"), LogFormat.TEXT);
  }

  /** Where log4j2.properties sends what Spark says; to be called before Spark is first touched. */
  void forSpark() {
    System.setProperty("quipu.log", path.toString());
    if (format == LogFormat.JSON) {
      System.setProperty("log4j2.configurationFile", "classpath:log4j2-json.properties");
    }
  }

  /**
   * Appends a stack trace.
   *
   * @return the file that now holds it: this one, or the temporary one where this cannot be written
   * @throws IOException when neither can be written
   */
  Path append(Throwable failure, List<String> arguments) throws IOException {
    if (format == LogFormat.JSON) {
      WatchedProgress.LOG.error("quipu {} failed", Secrets.shown(arguments), failure);
      return path;
    }
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
              + Secrets.shown(arguments));
      failure.printStackTrace(writer);
    }
    Files.createDirectories(file.getParent());
    return Files.writeString(
        file, text.toString(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}

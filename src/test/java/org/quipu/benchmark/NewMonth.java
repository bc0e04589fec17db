package org.quipu.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ten years of monthly files, a warehouse that knows all but the last, and then the last: what a
 * new month costs.
 *
 * @param inputs the same inputs with a file a month, the last not among them
 * @param last the last month's file, elsewhere
 * @param known the warehouse of a run without it
 */
record NewMonth(Path inputs, Path last, Path known) {
  static final String NAME = "Quipu, a new month";

  /** What any run takes, as what a new month takes is told beyond it. */
  static final String START_UP = "Quipu, next to no rows";

  /** Splits the indicators by month; months of bad rows are files too. */
  static NewMonth of(Path data, Path folder) throws IOException, SQLException {
    Path inputs = Files.createDirectories(folder.resolve("monthly"));
    Path months = Files.createDirectories(inputs.resolve("indicators"));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = connection.createStatement()) {
      // One thread writes one file a month.
      sql.execute("SET threads = 1");
      sql.execute(
          "COPY (SELECT *, period AS month FROM '%s/facility-indicator.parquet') TO '%s' (FORMAT parquet, PARTITION_BY (month), OVERWRITE)"
              .formatted(data, months));
    }
    for (Path file : files(data)) {
      String name = file.getFileName().toString();
      if (name.equals("synthetic.conf")) {
        Files.writeString(
            inputs.resolve(name),
            Files.readString(file)
                .replace("facility-indicator.parquet", "indicators/month=*/*.parquet"));
      } else if (!name.startsWith("facility-indicator.")) {
        Files.copy(file, inputs.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Path month =
        months.resolve(
            files(months).stream().map(NewMonth::month).max(String::compareTo).orElseThrow());
    Path last = folder.resolve("last-month");
    Benchmark.delete(last);
    Files.move(month, last);
    return new NewMonth(inputs, last, folder.resolve("known"));
  }

  private static String month(Path folder) {
    String name = folder.getFileName().toString();
    // There is no thirteenth month.
    return name.matches("month=\\d{4}-(0[1-9]|1[0-2])") ? name : "";
  }

  /** Adds the month. */
  void add() throws IOException {
    copy(last, inputs.resolve("indicators/month=last"));
  }

  /** A warehouse as it was before the month. */
  void forget(Path warehouse) throws IOException {
    Benchmark.delete(warehouse);
    copy(known, warehouse);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}

package org.quipu.job;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.quipu.cli.Quipu;
import org.quipu.table.Row;
import org.quipu.table.TableReader;
import org.quipu.table.Version;
import org.quipu.table.Warehouse;

/** Runs jobs on the sample data, or on what a test makes of it, through the command line. */
final class RunOfSample {
  static final Path SAMPLES = Path.of("data-samples");

  private final Path folder;
  private final List<String> settings = new ArrayList<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private RunOfSample(Path folder) {
    this.folder = folder;
  }

  /** Runs whose warehouse and changed files lie in a folder. */
  static RunOfSample in(Path folder) {
    return new RunOfSample(folder);
  }

  /** Further settings, {@code KEY=VALUE}. */
  RunOfSample with(String... keyValues) {
    settings.addAll(List.of(keyValues));
    return this;
  }

  /** Reads a source from a changed copy of its sample file. */
  RunOfSample changing(String source, UnaryOperator<List<String>> change) {
    return writing(source, change.apply(new ArrayList<>(lines(source))));
  }

  /** Reads a source from a file of these lines. */
  RunOfSample writing(String source, List<String> lines) {
    try {
      Path file = Files.write(folder.resolve(source + ".csv"), lines, StandardCharsets.UTF_8);
      return with("sources." + source + ".path=" + file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> lines(String source) {
    try {
      return Files.readAllLines(SAMPLES.resolve(source + ".csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a job of the project; the exit code. */
  int run(String job, String... options) {
    return verb("run", job, options);
  }

  /** Runs the rules of a job of the project alone; the exit code. */
  int validate(String job, String... options) {
    return verb("validate", job, options);
  }

  private int verb(String verb, String job, String... options) {
    List<String> arguments = new ArrayList<>(List.of(verb, "jobs/" + job + ".conf"));
    arguments.addAll(List.of("--warehouse", warehouse(), "--lang", "en"));
    arguments.addAll(List.of(options));
    settings.forEach(setting -> arguments.addAll(List.of("--set", setting)));
    return Quipu.run(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        arguments.toArray(String[]::new));
  }

  String warehouse() {
    return folder.resolve("warehouse").toString();
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  Version version() {
    try {
      return Warehouse.at(warehouse()).current().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a table of the current version. */
  List<Row> table(String name) {
    try (TableReader reader =
        TableReader.open(
            new org.apache.parquet.io.LocalInputFile(Path.of(version().pathOf(name))))) {
      return reader.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a table that hold these values: column, value, column, value, … */
  List<Row> table(String name, String... where) {
    Stream<Row> rows = table(name).stream();
    for (int i = 0; i < where.length; i += 2) {
      String column = where[i];
      String value = where[i + 1];
      rows = rows.filter(row -> value.equals(String.valueOf(row.value(column))));
    }
    return rows.toList();
  }

  /** The one row of a table that holds these values. */
  Row row(String name, String... where) {
    List<Row> rows = table(name, where);
    if (rows.size() != 1) {
      throw new AssertionError(
          rows.size() + " rows of " + name + " with " + List.of(where) + ": " + rows);
    }
    return rows.get(0);
  }
}

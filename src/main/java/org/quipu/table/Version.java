package org.quipu.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One published version of all tables: what one run made. It never changes. */
public final class Version {

  static final String RESTRICTED = "restricted";
  static final String SUFFIX = ".parquet";

  /** Written last: a version that has it has everything. */
  static final String COMPLETE = "_COMPLETE";

  private final Storage storage;
  private final String name;
  private final String path;

  Version(Storage storage, String name, String path) {
    this.storage = storage;
    this.name = name;
    this.path = path;
  }

  /** Its number and the run that made it, e.g. {@code 000012-2024-08}. */
  public String name() {
    return name;
  }

  /** Versions are numbered in the order in which they were published, from 1. */
  public long number() {
    return number(name);
  }

  /** The run that made it. */
  public String runId() {
    return name.substring(name.indexOf('-') + 1);
  }

  /** The directory it lies in. */
  public String path() {
    return path;
  }

  /** The names of its tables: the known ones in the order of {@link Tables#ALL}, then others. */
  public List<String> tables() throws IOException {
    List<String> found = new ArrayList<>(namesIn(path));
    found.addAll(namesIn(path + "/" + RESTRICTED));
    List<String> tables = new ArrayList<>(Tables.ALL.stream().map(ResultTable::name).toList());
    tables.retainAll(found);
    found.removeAll(tables);
    tables.addAll(found);
    return tables;
  }

  /**
   * Where a table lies.
   *
   * @throws TableException when the version has no such table, naming those it has
   */
  public String pathOf(String table) throws IOException {
    String file = file(path, table);
    if (!storage.exists(file)) {
      throw Tables.named(table).map(this::notMade).orElse(Nearest.unknownTable(table, tables()));
    }
    return file;
  }

  /**
   * Opens a table for reading.
   *
   * @throws TableException when the version has no such table, naming those it has
   */
  public TableReader open(String table) throws IOException {
    return TableReader.open(storage.input(pathOf(table)));
  }

  /** All rows of a table as records, in the order of the file. */
  public <R extends Record> List<R> read(Class<R> row) throws IOException {
    try (TableReader reader = open(Tables.of(row).name())) {
      return reader.records(row);
    }
  }

  private TableException notMade(ResultTable table) {
    return new TableException(
        new Text(
            "Version %s has no table '%s', which %s makes"
                .formatted(name, table.name(), table.study()),
            "La versión %s no tiene la tabla '%s', que produce %s"
                .formatted(name, table.name(), table.study())));
  }

  /** Where a table lies below the directory of its version. */
  static String file(String directory, String table) {
    return (ResultTable.restricted(table) ? directory + "/" + RESTRICTED : directory)
        + "/"
        + table
        + SUFFIX;
  }

  static boolean isName(String name) {
    return name.matches("\\d{6,}-.+");
  }

  static String name(long number, String runId) {
    return "%06d-%s".formatted(number, runId);
  }

  static long number(String name) {
    return Long.parseLong(name.substring(0, name.indexOf('-')));
  }

  private List<String> namesIn(String directory) throws IOException {
    return storage.list(directory).stream()
        .filter(file -> file.endsWith(SUFFIX))
        .map(file -> file.substring(0, file.length() - SUFFIX.length()))
        .toList();
  }

  @Override
  public String toString() {
    return path;
  }
}

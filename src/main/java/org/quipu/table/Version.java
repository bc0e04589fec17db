package org.quipu.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One published version of all tables: what one run made. It never changes. */
public final class Version {
  private static final Logger LOG = LoggerFactory.getLogger(Version.class);

  static final String RESTRICTED = "restricted";
  static final String SUFFIX = ".parquet";

  /** Below it lies, by analysis, what it adds to tables that others add to as well. */
  static final String APART = "apart";

  /** Written last: a version that has it has everything. */
  static final String COMPLETE = "_COMPLETE";

  private final WarehouseStorage storage;
  private final String name;
  private final String path;

  Version(WarehouseStorage storage, String name, String path) {
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
   * @throws DamagedTable when its file is not as it was written; so do reads of its rows
   */
  public TableReader open(String table) throws IOException {
    String file = pathOf(table);
    return TableReader.open(storage.input(file), new DamagedTable.Place(table, file));
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

  /** Where a table lies in the directory of a version. */
  static String file(String directory, String table) {
    return directory + "/" + relative("", table) + SUFFIX;
  }

  /** Where a table lies below some folder of a version, without suffix. */
  static String relative(String folder, String table) {
    return folder + (ResultTable.restricted(table) ? RESTRICTED + "/" : "") + table;
  }

  /** What its files were made from; nothing where that is not known. */
  Origins origins() {
    try {
      String file = path + "/" + Origins.FILE;
      return storage.exists(file)
          ? Origins.parse(storage.readText(file)).orElseGet(Origins::none)
          : Origins.none();
    } catch (IOException e) {
      LOG.warn("version {} does not say what it was made from: {}", name, e.toString());
      return Origins.none();
    }
  }

  /** One of its files, by its path below the version, without suffix; none where it was harmed. */
  Optional<HeldFile> intact(String file, Origins.Origin origin) {
    try {
      HeldFile held = new HeldFile(storage.bytes(path + "/" + file + SUFFIX));
      if (held.checksum() == origin.checksum()) {
        return Optional.of(held);
      }
      LOG.warn("{} of version {} is damaged, and made anew", file, name);
    } catch (IOException | ArithmeticException e) {
      LOG.warn("{} of version {} cannot be read, and is made anew: {}", file, name, e.toString());
    }
    return Optional.empty();
  }

  static boolean isName(String name) {
    return name.matches("\\d{6,18}-[A-Za-z0-9][A-Za-z0-9._-]*");
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

package org.quipu.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.quipu.table.Origins.Origin;
import org.quipu.table.Origins.WrittenBlock;

/** The rows that an analysis made in an earlier version, in files that were found unharmed. */
public final class KeptRows {
  private final Map<Class<? extends Record>, HeldFile> files = new HashMap<>();
  private final Map<Class<? extends Record>, Origin> origins = new HashMap<>();

  private final Version version;
  private final Map<Some, List<?>> some = new ConcurrentHashMap<>();
  private final Map<Class<? extends Record>, Optional<List<?>>> beside = new ConcurrentHashMap<>();

  /** Rows of a table that have a text in a column, or some of their columns. */
  private record Some(Class<?> row, Class<?> as, String column, String text) {}

  private KeptRows(Version version) {
    this.version = version;
  }

  /** All that a version has under the key of an analysis; none where anything is not as it was. */
  static Optional<KeptRows> of(Version version, String key) {
    Origins origins = version.origins();
    Map<String, String> byTable = origins.analyses().get(key);
    if (byTable == null) {
      return Optional.empty();
    }
    KeptRows kept = new KeptRows(version);
    for (Map.Entry<String, String> entry : byTable.entrySet()) {
      Optional<ResultTable> table = Tables.named(entry.getKey());
      Origin origin = origins.files().get(entry.getValue());
      Optional<HeldFile> file =
          table.isPresent() && origin != null
              ? version.intact(entry.getValue(), origin)
              : Optional.empty();
      if (file.isEmpty()) {
        return Optional.empty();
      }
      kept.files.put(table.get().row(), file.get());
      kept.origins.put(table.get().row(), origin);
    }
    return Optional.of(kept);
  }

  /** The tables that there are rows of. */
  public Set<Class<? extends Record>> tables() {
    return Set.copyOf(files.keySet());
  }

  /** The rows of a table, in its order. */
  public <R extends Record> List<R> read(Class<R> row) throws IOException {
    try (TableReader reader = TableReader.open(files.get(row))) {
      return reader.records(row);
    }
  }

  /**
   * The rows of a table that have a text in a column, in its order; read once, whoever asks first.
   *
   * @param as the row's record, or one of some of its columns
   */
  @SuppressWarnings("unchecked") // Rows are kept by their class.
  public <R extends Record> List<R> readWhere(
      Class<? extends Record> row, Class<R> as, String column, String text) throws IOException {
    try {
      return (List<R>)
          some.computeIfAbsent(
              new Some(row, as, column, text),
              asked -> {
                try {
                  return TableReader.recordsWhere(files.get(row), as, column, text);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * All rows of a table that another analysis made in the same version, from these among others;
   * none where it has none, or not as they were. Read once, whoever asks first.
   */
  @SuppressWarnings("unchecked") // Rows are kept by their class.
  public <R extends Record> Optional<List<R>> beside(Class<R> row) {
    return beside.computeIfAbsent(row, this::readBeside).map(rows -> (List<R>) rows);
  }

  private Optional<List<?>> readBeside(Class<? extends Record> row) {
    String file = Version.relative("", Tables.of(row).name());
    Origin origin = version.origins().files().get(file);
    Optional<HeldFile> held = origin == null ? Optional.empty() : version.intact(file, origin);
    if (held.isEmpty()) {
      return Optional.empty();
    }
    try (TableReader reader = TableReader.open(held.get())) {
      return Optional.of(reader.records(row));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  KeptTable open(ResultTable table) throws IOException {
    return KeptTable.open(table, files.get(table.row()));
  }

  List<WrittenBlock> blocks(ResultTable table) {
    return origins.get(table.row()).blocks();
  }
}

package org.quipu.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.quipu.table.KeptRows;
import org.quipu.table.Tables;

/**
 * Where the rows of one analysis stand among the results: they are made, or kept in the tables of
 * the version before, and read from there only when somebody asks for them.
 */
final class Place {
  private final String name;
  private final Set<Class<? extends Record>> inBlocks;
  private final Map<Class<?>, List<Record>> rows = new HashMap<>();
  private final Map<String, String> files = new HashMap<>();
  private KeptRows kept;
  private boolean complete;

  /**
   * @param name of the analysis; empty for rows that are no analysis's
   * @param inBlocks tables whose rows are elsewhere
   */
  Place(String name, Set<Class<? extends Record>> inBlocks) {
    this.name = name;
    this.inBlocks = inBlocks;
  }

  String name() {
    return name;
  }

  synchronized void put(Collection<? extends Record> made) {
    made.forEach(row -> rows.computeIfAbsent(row.getClass(), k -> new ArrayList<>()).add(row));
  }

  synchronized void put(KeptRows found) {
    kept = found;
  }

  /** The rows as they are kept; none where they were made. */
  synchronized Optional<KeptRows> kept() {
    return Optional.ofNullable(kept);
  }

  /** The tables that have rows here, or in blocks. */
  synchronized Set<Class<?>> tables() {
    if (kept != null) {
      return Set.copyOf(kept.tables());
    }
    Set<Class<?>> tables = new HashSet<>(rows.keySet());
    tables.addAll(inBlocks);
    return tables;
  }

  /** How many rows of a table were made, or read from where they are kept. */
  synchronized int made(Class<? extends Record> row) {
    return rows.getOrDefault(row, List.of()).size();
  }

  /** The rows of a table; none where it has none. */
  @SuppressWarnings("unchecked") // Rows are kept by their class.
  synchronized <R extends Record> List<R> of(Class<R> row) {
    if (kept != null && kept.tables().contains(row) && !rows.containsKey(row)) {
      rows.put(row, (List<Record>) (List<?>) read(() -> kept.read(row)));
    }
    return (List<R>) rows.getOrDefault(row, List.of());
  }

  /**
   * Of the rows of a table those that have a text in a column, and of each some columns or all;
   * where they are kept, only those are read.
   *
   * @param value what a row says in the column
   * @param as a record of the columns
   * @param part what a row says in them
   */
  synchronized <R extends Record, P extends Record> List<P> where(
      Class<R> row,
      String column,
      String text,
      Function<R, String> value,
      Class<P> as,
      Function<R, P> part) {
    if (kept == null || rows.containsKey(row)) {
      return of(row).stream().filter(one -> text.equals(value.apply(one))).map(part).toList();
    }
    return read(() -> kept.readWhere(row, as, column, text));
  }

  /** Reads rows of the version before. */
  private interface Reading<R> {
    List<R> rows() throws IOException;
  }

  private static <R> List<R> read(Reading<R> reading) {
    try {
      return reading.rows();
    } catch (IOException e) {
      throw new UncheckedIOException("rows of the version before cannot be read", e);
    }
  }

  /** Says which file holds the rows of a table that are here, and no others. */
  synchronized void writtenTo(Class<? extends Record> row, String file) {
    files.put(Tables.of(row).name(), file);
  }

  /** By table, the files that {@link #writtenTo} told of. */
  synchronized Map<String, String> files() {
    return Map.copyOf(files);
  }

  /** Says that the rows depend on nothing that is missing in this run alone. */
  synchronized void complete() {
    complete = true;
  }

  synchronized boolean isComplete() {
    return complete;
  }
}

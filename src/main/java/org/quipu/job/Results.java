package org.quipu.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.quipu.table.ResultTable;
import org.quipu.table.Tables;

/**
 * The result rows of a run so far, by table. Rows may be added from several threads; their order is
 * that of the places they were given.
 */
public final class Results {
  private final List<AtomicReference<Map<Class<?>, List<Record>>>> places =
      new CopyOnWriteArrayList<>();

  /** Rows that are made when they are asked for. */
  private final Map<Class<?>, Iterable<? extends List<? extends Record>>> blocks =
      new ConcurrentHashMap<>();

  /**
   * Adds all rows of a table that are made only when they are asked for.
   *
   * @param rows in blocks, all rows of one behind those of the one before, in the table's order
   */
  <R extends Record> void addBlocks(Class<R> row, Iterable<List<R>> rows) {
    blocks.put(row, rows);
  }

  /** The rows of a table in blocks, as it was added in blocks. */
  @SuppressWarnings("unchecked") // Rows are kept by their class.
  <R extends Record> Optional<Iterable<List<R>>> blocks(Class<R> row) {
    return Optional.ofNullable((Iterable<List<R>>) blocks.get(row));
  }

  /** Adds rows behind all others. */
  void add(Collection<? extends Record> more) {
    place().accept(more);
  }

  /** A place behind all others, for rows that are yet to come. */
  Consumer<Collection<? extends Record>> place() {
    AtomicReference<Map<Class<?>, List<Record>>> place = new AtomicReference<>(Map.of());
    places.add(place);
    return rows -> place.set(byTable(rows));
  }

  private static Map<Class<?>, List<Record>> byTable(Collection<? extends Record> rows) {
    Map<Class<?>, List<Record>> byTable = new HashMap<>();
    rows.forEach(row -> byTable.computeIfAbsent(row.getClass(), k -> new ArrayList<>()).add(row));
    return byTable;
  }

  /** The rows of one table; none if it has none yet. */
  @SuppressWarnings("unchecked") // Rows are kept by their class.
  public <R extends Record> List<R> of(Class<R> row) {
    if (blocks.containsKey(row)) {
      List<R> all = new ArrayList<>();
      blocks(row).orElseThrow().forEach(all::addAll);
      return all;
    }
    List<List<Record>> parts =
        places.stream().map(place -> place.get().get(row)).filter(rows -> rows != null).toList();
    // What may be millions of rows is not copied.
    return parts.size() == 1
        ? (List<R>) Collections.unmodifiableList(parts.get(0))
        : parts.stream().flatMap(List::stream).map(row::cast).toList();
  }

  /** The rows of a table by its name; empty if there is no such table. */
  public Optional<List<Record>> of(String table) {
    return Tables.ALL.stream()
        .filter(known -> known.name().equals(table))
        .findFirst()
        .map(ResultTable::row)
        .map(row -> List.copyOf(of(row)));
  }
}

package org.quipu.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.quipu.report.ResultRows;
import org.quipu.table.Block;
import org.quipu.table.KeptRows;
import org.quipu.table.ResultTable;
import org.quipu.table.Tables;

/**
 * The result rows of a run so far, by table. Rows may be added from several threads; their order is
 * that of the places they were given.
 */
public final class Results implements ResultRows {
  private final List<Place> places = new CopyOnWriteArrayList<>();

  /** Rows that are made when they are asked for. */
  private final Map<Class<?>, Iterable<? extends Block<? extends Record>>> blocks =
      new ConcurrentHashMap<>();

  /** Adds all rows of a table that are made only when they are asked for. */
  <R extends Record> void addBlocks(Class<R> row, Iterable<Block<R>> rows) {
    blocks.put(row, rows);
  }

  /** The rows of a table in blocks, as it was added in blocks. */
  @SuppressWarnings("unchecked") // Rows are kept by their class.
  <R extends Record> Optional<Iterable<Block<R>>> blocks(Class<R> row) {
    return Optional.ofNullable((Iterable<Block<R>>) blocks.get(row));
  }

  /** Adds rows behind all others. */
  void add(Collection<? extends Record> more) {
    Place place = new Place("", Set.of());
    places.add(place);
    place.put(more);
  }

  /** A place behind all others, for the rows of an analysis that are yet to come. */
  Place place(Analysis analysis) {
    Place place = new Place(analysis.name(), analysis.inBlocks());
    places.add(place);
    return place;
  }

  /** The places of analyses whose rows depend on nothing that is missing in this run alone. */
  List<Place> completePlaces() {
    return places.stream().filter(Place::isComplete).toList();
  }

  /** The places that have rows of a table. */
  List<Place> places(Class<? extends Record> row) {
    return places.stream().filter(place -> place.tables().contains(row)).toList();
  }

  /** How many rows of a table were made; of those made only when asked for, more than can be. */
  long made(Class<? extends Record> row) {
    return blocks.containsKey(row)
        ? Long.MAX_VALUE
        : places.stream().mapToLong(place -> place.made(row)).sum();
  }

  /** The rows of one table; none if it has none yet. */
  @Override
  public <R extends Record> List<R> of(Class<R> row) {
    if (blocks.containsKey(row)) {
      List<R> all = new ArrayList<>();
      blocks(row).orElseThrow().forEach(block -> block.rows().get().forEach(all::add));
      return all;
    }
    List<List<R>> parts = places(row).stream().map(place -> place.of(row)).toList();
    // What may be millions of rows is not copied.
    return parts.size() == 1
        ? Collections.unmodifiableList(parts.get(0))
        : parts.stream().flatMap(List::stream).toList();
  }

  @Override
  public <R extends Record> List<R> where(
      Class<R> row, String column, String text, Function<R, String> value) {
    return where(row, column, text, value, row, Function.identity());
  }

  /**
   * Of the rows that have a text in a column, only some columns.
   *
   * @param as a record of these columns
   * @param part what a row says in them
   */
  <R extends Record, P extends Record> List<P> where(
      Class<R> row,
      String column,
      String text,
      Function<R, String> value,
      Class<P> as,
      Function<R, P> part) {
    Optional<Iterable<Block<R>>> inBlocks = blocks(row);
    if (inBlocks.isPresent()) {
      List<Block<R>> some = new ArrayList<>();
      for (Block<R> block : inBlocks.get()) {
        if (block.mayHave(column, text)) {
          some.add(block);
        }
      }
      // Blocks are made each by itself, and an ordered stream keeps their order.
      return some.parallelStream()
          .flatMap(
              block -> block.rows().get().filter(one -> text.equals(value.apply(one))).map(part))
          .toList();
    }
    return places(row).stream()
        .flatMap(place -> place.where(row, column, text, value, as, part).stream())
        .toList();
  }

  /** What the version before has of the analysis that a table's rows come from, if they do. */
  Optional<KeptRows> kept(Class<? extends Record> row) {
    List<Place> of = places(row);
    return of.size() == 1 ? of.get(0).kept() : Optional.empty();
  }

  /**
   * Of a table in blocks the rows of those that have a text in a column, of another all.
   *
   * @param column in which all rows of a block have the same text
   * @param text null: no block
   */
  <R extends Record> List<R> inBlocks(Class<R> row, String column, String text) {
    Optional<Iterable<Block<R>>> inBlocks = blocks(row);
    if (inBlocks.isEmpty()) {
      return of(row);
    }
    List<R> rows = new ArrayList<>();
    for (Block<R> block : inBlocks.get()) {
      if (text != null && block.mayHave(column, text)) {
        block.rows().get().forEach(rows::add);
      }
    }
    return rows;
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

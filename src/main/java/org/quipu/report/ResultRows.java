package org.quipu.report;

import java.util.List;
import java.util.function.Function;

/** The result rows of a run, by table; a table that the run did not make has none. */
public interface ResultRows {
  /** The level of the nation in the tables. */
  String NATIONAL = "national";

  <R extends Record> List<R> of(Class<R> row);

  /**
   * The rows of the nation: few of what may be millions.
   *
   * @param level what a row's column {@code level} says
   */
  default <R extends Record> List<R> national(Class<R> row, Function<R, String> level) {
    return where(row, "level", NATIONAL, level);
  }

  /**
   * The rows that have a text in a column, where they are few of what may be millions.
   *
   * @param column its name in the table
   * @param value what a row says there
   */
  default <R extends Record> List<R> where(
      Class<R> row, String column, String text, Function<R, String> value) {
    return of(row).stream().filter(one -> text.equals(value.apply(one))).toList();
  }
}

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
    return of(row).stream().filter(one -> NATIONAL.equals(level.apply(one))).toList();
  }
}

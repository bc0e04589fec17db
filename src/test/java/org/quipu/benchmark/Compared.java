package org.quipu.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * What is compared of a table.
 *
 * @param table the table
 * @param where rows that both make, as a condition on either's columns
 * @param keys columns that name a row
 * @param values numbers, which have to be equal but for rounding
 */
record Compared(String table, String where, List<String> keys, List<String> values) {

  /** The same with further columns. */
  Compared and(String... more) {
    return new Compared(table, where, keys, with(values, more));
  }

  /** The same with further keys. */
  Compared by(String... more) {
    return new Compared(table, where, with(keys, more), values);
  }

  /** The same of other rows. */
  Compared where(String condition) {
    return new Compared(table, condition, keys, values);
  }

  static List<String> with(List<String> columns, String... more) {
    List<String> all = new ArrayList<>(columns);
    all.addAll(List.of(more));
    return all;
  }
}

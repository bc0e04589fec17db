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
 * @param exceptions what makes a row differ beside that, as conditions on o and t, Quipu's and the
 *     other's
 * @param spare rows of the other's that Quipu's table may lack, as a condition on t
 */
record Compared(
    String table,
    String where,
    List<String> keys,
    List<String> values,
    List<String> exceptions,
    String spare) {

  Compared(String table, String where, List<String> keys, List<String> values) {
    this(table, where, keys, values, List.of(), "false");
  }

  /** The same with further columns. */
  Compared and(String... more) {
    return new Compared(table, where, keys, with(values, more), exceptions, spare);
  }

  /** The same with further keys. */
  Compared by(String... more) {
    return new Compared(table, where, with(keys, more), values, exceptions, spare);
  }

  /** The same with a condition that makes a row differ. */
  Compared differingWhere(String condition) {
    return new Compared(table, where, keys, values, with(exceptions, condition), spare);
  }

  /** The same of other rows. */
  Compared where(String condition) {
    return new Compared(table, condition, keys, values, exceptions, spare);
  }

  /** The same where Quipu's table may lack some rows. */
  Compared sparing(String condition) {
    return new Compared(table, where, keys, values, exceptions, condition);
  }

  static List<String> with(List<String> columns, String... more) {
    List<String> all = new ArrayList<>(columns);
    all.addAll(List.of(more));
    return all;
  }
}

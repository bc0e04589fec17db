package org.quipu.table;

import java.util.Iterator;

/**
 * Some rows of a table that are taken apart together: few enough to stay in the processor's cache
 * while they are read column by column.
 */
record RowTile(ResultTable table, Record[] rows) {
  private static final int MOST = 1 << 10;

  /** The next rows, some or all of those that are left. */
  static RowTile next(ResultTable table, Iterator<? extends Record> rows, int left) {
    Record[] some = new Record[Math.min(MOST, left)];
    for (int i = 0; i < some.length; i++) {
      some[i] = rows.next();
      if (!table.row().isInstance(some[i])) {
        throw new IllegalArgumentException(
            "table %s holds %s, not %s"
                .formatted(table.name(), table.row().getSimpleName(), some[i]));
      }
    }
    return new RowTile(table, some);
  }

  int size() {
    return rows.length;
  }

  /**
   * A number of a row.
   *
   * @throws IllegalArgumentException when it is NaN or infinite: what has no value is NULL
   */
  double finite(int row, double number, TableColumn column) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(
          "table %s, column %s: %s is no value, what is absent is NULL; row: %s"
              .formatted(table.name(), column.name(), number, rows[row]));
    }
    return number;
  }
}

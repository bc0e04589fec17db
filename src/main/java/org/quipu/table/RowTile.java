package org.quipu.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Some rows of a table that are taken apart together: few enough to stay in the processor's cache
 * while they are read column by column.
 */
record RowTile(ResultTable table, Record[] rows) {
  private static final int MOST = 1 << 10;

  /** Shows rows tile by tile, in their order; what was shown is let go of. */
  static void each(ResultTable table, Stream<? extends Record> rows, Consumer<RowTile> visitor) {
    List<Record> some = new ArrayList<>(MOST);
    rows.forEachOrdered(
        row -> {
          if (!table.row().isInstance(row)) {
            throw new IllegalArgumentException(
                "table %s holds %s, not %s"
                    .formatted(table.name(), table.row().getSimpleName(), row));
          }
          some.add(row);
          if (some.size() == MOST) {
            visitor.accept(new RowTile(table, some.toArray(Record[]::new)));
            some.clear();
          }
        });
    if (!some.isEmpty()) {
      visitor.accept(new RowTile(table, some.toArray(Record[]::new)));
    }
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

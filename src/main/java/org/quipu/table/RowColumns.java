package org.quipu.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows of a table by column.
 *
 * @param columns the table's columns
 * @param rows how many
 */
record RowColumns(List<ColumnKeys> columns, int rows) {

  /**
   * The columns of rows, which are taken one by one.
   *
   * @param rows records of the table's row class, in any order
   * @throws IllegalArgumentException when a number is NaN or infinite: what has no value is NULL
   */
  static RowColumns of(ResultTable table, String runId, Stream<? extends Record> rows) {
    List<ColumnKeys> columns = new ArrayList<>();
    RowShape<?> shape = RowShape.of(table.row());
    for (TableColumn column : shape.columns()) {
      columns.add(
          column.type() == ColumnType.STRING ? new TextKeys(column) : new NumberKeys(column));
    }
    RowTile.each(table, rows, tile -> shape.fields().read(tile, tile.rows(), columns, 0));
    int count = columns.get(0).rows();
    for (ColumnKeys column : columns) {
      if (column instanceof TextKeys texts) {
        texts.sort();
      }
    }
    columns.add(0, TextKeys.same(ResultTable.RUN_ID, runId, count));
    return new RowColumns(List.copyOf(columns), count);
  }
}

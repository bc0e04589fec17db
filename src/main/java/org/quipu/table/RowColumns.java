package org.quipu.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/**
 * Rows of a table by column.
 *
 * @param columns the table's columns
 * @param rows how many
 */
record RowColumns(List<ColumnKeys> columns, int rows) {

  /**
   * The columns of rows.
   *
   * @param rows records of the table's row class, in any order
   * @throws IllegalArgumentException when a number is NaN or infinite: what has no value is NULL
   */
  static RowColumns of(ResultTable table, String runId, Collection<? extends Record> rows) {
    List<ColumnKeys> columns = new ArrayList<>();
    columns.add(TextKeys.same(ResultTable.RUN_ID, runId, rows.size()));
    RowShape<?> shape = RowShape.of(table.row());
    for (TableColumn column : shape.columns()) {
      columns.add(
          column.type() == ColumnType.STRING
              ? new TextKeys(column, rows.size())
              : new NumberKeys(column, rows.size()));
    }
    Iterator<? extends Record> next = rows.iterator();
    for (int left = rows.size(); left > 0; ) {
      RowTile tile = RowTile.next(table, next, left);
      shape.fields().read(tile, tile.rows(), columns, 1);
      left -= tile.size();
    }
    for (ColumnKeys column : columns.subList(1, columns.size())) {
      if (column instanceof TextKeys texts) {
        texts.sort();
      }
    }
    return new RowColumns(List.copyOf(columns), rows.size());
  }
}

package org.quipu.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The contract of one result table.
 *
 * @param name lower snake_case, also the file name without its suffix
 * @param row the record that holds a row; its components are the columns, in order
 * @param study the jobs that make the table
 * @param about what the table is, a sentence without a full stop
 */
public record ResultTable(String name, Class<? extends Record> row, String study, Text about) {

  static final TableColumn RUN_ID =
      new TableColumn("run_id", ColumnType.STRING, false, Dictionary.of("run_id"));

  /** Tables that hold text as it was read, and so may name people. */
  private static final Set<String> RESTRICTED = Set.of("quarantine", "removal");

  /** Whether the table holds raw text and stays apart from the published ones. */
  public boolean restricted() {
    return restricted(name);
  }

  static boolean restricted(String table) {
    return RESTRICTED.contains(table);
  }

  /** The columns in order, {@code run_id} first. */
  public List<TableColumn> columns() {
    List<TableColumn> columns = new ArrayList<>();
    columns.add(RUN_ID);
    columns.addAll(RowShape.of(row).columns());
    return List.copyOf(columns);
  }

  /**
   * Records of this table as they would be read back, one at a time; {@code run_id}, given by a
   * run, is NULL.
   */
  public Stream<Row> asRows(Collection<? extends Record> records) {
    RowFields fields = RowShape.of(row).fields();
    List<String> names = columns().stream().map(TableColumn::name).toList();
    return records.stream()
        .map(
            values -> {
              Object[] cells = new Object[names.size()];
              fields.flatten(row.cast(values), cells, 1);
              return new Row(names, cells);
            });
  }
}

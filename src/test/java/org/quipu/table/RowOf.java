package org.quipu.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows made from the few columns that a test is about; counts are 0 and the rest is NULL. */
public final class RowOf {

  private RowOf() {}

  /** A row with these values by column name. */
  public static <R extends Record> R columns(Class<R> row, Map<String, Object> values) {
    RowShape<R> shape = RowShape.of(row);
    Map<String, Object> all = new HashMap<>();
    for (TableColumn column : shape.columns()) {
      if (!column.nullable()) {
        all.put(column.name(), zero(column.type()));
      }
    }
    all.putAll(values);
    return whole(row, all);
  }

  /** A row with these values by column name, and no others. */
  static <R extends Record> R whole(Class<R> row, Map<String, Object> values) {
    List<String> columns = List.copyOf(values.keySet());
    return RowShape.of(row).from(columns).apply(columns.stream().map(values::get).toArray());
  }

  private static Object zero(ColumnType type) {
    return switch (type) {
      case INT -> 0;
      case LONG -> 0L;
      case DOUBLE -> 0.0;
      case BOOLEAN -> false;
      default -> throw new IllegalArgumentException(type + " has no zero");
    };
  }
}

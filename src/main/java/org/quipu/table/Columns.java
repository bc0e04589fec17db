package org.quipu.table;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The columns of a row record: what the record's components say, flattened. */
final class Columns {

  static final TableColumn RUN_ID =
      new TableColumn("run_id", ColumnType.STRING, false, Dictionary.of("run_id"));

  private Columns() {}

  /** {@code run_id}, then a column per component; nested records are flattened in place. */
  static List<TableColumn> of(Class<? extends Record> row) {
    List<TableColumn> columns = new ArrayList<>();
    columns.add(RUN_ID);
    addTo(columns, row);
    return List.copyOf(columns);
  }

  private static void addTo(List<TableColumn> columns, Class<?> row) {
    for (RecordComponent component : row.getRecordComponents()) {
      if (component.getType().isRecord()) {
        addTo(columns, component.getType());
      } else {
        columns.add(column(row, component));
      }
    }
  }

  private static TableColumn column(Class<?> row, RecordComponent component) {
    Column said = component.getAnnotation(Column.class);
    String name =
        said == null || said.name().isEmpty() ? snakeCase(component.getName()) : said.name();
    Text about =
        said == null || said.en().isEmpty() ? Dictionary.of(name) : new Text(said.en(), said.es());
    if (about == null) {
      throw new IllegalStateException(
          "column " + name + " of " + row.getSimpleName() + " has no description");
    }
    return new TableColumn(name, type(row, component), !component.getType().isPrimitive(), about);
  }

  private static ColumnType type(Class<?> row, RecordComponent component) {
    Class<?> type = component.getType();
    if (type == String.class) {
      return ColumnType.STRING;
    } else if (type == boolean.class || type == Boolean.class) {
      return ColumnType.BOOLEAN;
    } else if (type == int.class || type == Integer.class) {
      return ColumnType.INT;
    } else if (type == long.class || type == Long.class) {
      return ColumnType.LONG;
    } else if (type == double.class || type == Double.class) {
      return ColumnType.DOUBLE;
    } else if (type == Instant.class) {
      return ColumnType.TIMESTAMP;
    }
    throw new IllegalStateException(
        "component %s of %s is a %s; a column is one of String, boolean, int, long, double, Instant"
            .formatted(component.getName(), row.getSimpleName(), type.getName()));
  }

  /** {@code trimmedMean} to {@code trimmed_mean}; digits stay with the word before them. */
  static String snakeCase(String camelCase) {
    StringBuilder snake = new StringBuilder();
    for (char letter : camelCase.toCharArray()) {
      if (Character.isUpperCase(letter)) {
        snake.append('_').append(Character.toLowerCase(letter));
      } else {
        snake.append(letter);
      }
    }
    return snake.toString();
  }
}

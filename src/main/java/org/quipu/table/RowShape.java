package org.quipu.table;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a row record lies in columns: one column per component, nested records flattened in place.
 *
 * @param <R> the row record
 */
final class RowShape<R extends Record> {
  /** Annotations are slow to read, and each table is asked for its columns several times. */
  private static final ClassValue<RowShape<?>> SHAPES =
      new ClassValue<>() {
        @Override
        protected RowShape<?> computeValue(Class<?> row) {
          return new RowShape<>(row.asSubclass(Record.class));
        }
      };

  private final Class<R> row;
  private final List<RecordComponent> components;
  private final List<RowShape<?>> nested;
  private final List<TableColumn> columns;
  private final RowFields fields;

  private RowShape(Class<R> row) {
    this.row = row;
    this.components = Arrays.asList(row.getRecordComponents());
    this.nested = new ArrayList<>();
    this.columns = new ArrayList<>();
    for (RecordComponent component : components) {
      RowShape<?> inner =
          component.getType().isRecord() ? of(component.getType().asSubclass(Record.class)) : null;
      nested.add(inner);
      if (inner == null) {
        columns.add(column(component));
      } else {
        columns.addAll(inner.columns);
      }
    }
    this.fields = new RowFields(row);
  }

  @SuppressWarnings("unchecked") // A class has the shape of its records.
  static <R extends Record> RowShape<R> of(Class<R> row) {
    return (RowShape<R>) SHAPES.get(row);
  }

  /** The columns of the record alone, without {@code run_id}. */
  List<TableColumn> columns() {
    return List.copyOf(columns);
  }

  /** How the values of the record are read. */
  RowFields fields() {
    return fields;
  }

  /** Makes records of values in the order of some columns; a nullable one may be missing. */
  RecordMaker<R> from(List<String> names) {
    return new RecordMaker<>(row, components, nested, names);
  }

  /** Whether NaN stands for what is absent. */
  static boolean mayBeAbsent(RecordComponent component) {
    return component.getType() == double.class
        && component.getDeclaringRecord().isAnnotationPresent(AbsentIsNaN.class);
  }

  private TableColumn column(RecordComponent component) {
    String name = columnName(component);
    Column said = component.getAnnotation(Column.class);
    Text about =
        said == null || said.en().isEmpty() ? Dictionary.of(name) : new Text(said.en(), said.es());
    if (about == null) {
      throw new IllegalStateException(
          "column " + name + " of " + row.getSimpleName() + " has no description");
    }
    return new TableColumn(
        name, type(component), !component.getType().isPrimitive() || mayBeAbsent(component), about);
  }

  static String columnName(RecordComponent component) {
    Column said = component.getAnnotation(Column.class);
    return said == null || said.name().isEmpty() ? snakeCase(component.getName()) : said.name();
  }

  private ColumnType type(RecordComponent component) {
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

package org.quipu.table;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How a row record lies in columns: one column per component, nested records flattened in place.
 *
 * @param <R> the row record
 */
final class RowShape<R extends Record> {

  private final Class<R> row;
  private final List<RecordComponent> components;
  private final List<RowShape<?>> nested;
  private final List<TableColumn> columns;

  /** By component: whether NaN stands for what is absent; asked once, as there are many values. */
  private final boolean[] maybeAbsent;

  private RowShape(Class<R> row) {
    this.row = row;
    this.components = Arrays.asList(row.getRecordComponents());
    this.nested = new ArrayList<>();
    this.columns = new ArrayList<>();
    this.maybeAbsent = new boolean[components.size()];
    for (int i = 0; i < maybeAbsent.length; i++) {
      maybeAbsent[i] = mayBeAbsent(components.get(i));
    }
    for (RecordComponent component : components) {
      RowShape<?> inner =
          component.getType().isRecord()
              ? new RowShape<>(component.getType().asSubclass(Record.class))
              : null;
      nested.add(inner);
      if (inner == null) {
        columns.add(column(component));
      } else {
        columns.addAll(inner.columns);
      }
    }
  }

  static <R extends Record> RowShape<R> of(Class<R> row) {
    return new RowShape<>(row);
  }

  /** The columns of the record alone, without {@code run_id}. */
  List<TableColumn> columns() {
    return List.copyOf(columns);
  }

  /**
   * Copies the values of a row into an array, one a column, starting at {@code from}.
   *
   * @return the position behind the last value
   */
  int flatten(Record values, Object[] into, int from) {
    int at = from;
    for (int i = 0; i < components.size(); i++) {
      RecordComponent component = components.get(i);
      Object value = read(component, values);
      if (nested.get(i) == null) {
        into[at++] = maybeAbsent[i] && ((Double) value).isNaN() ? null : value;
      } else if (value == null) {
        throw new IllegalArgumentException(
            "%s of %s is null; a summary of no values is Summary.none"
                .formatted(component.getName(), values));
      } else {
        at = nested.get(i).flatten((Record) value, into, at);
      }
    }
    return at;
  }

  /** A record of the values by column name; a nullable column may be missing. */
  R build(Map<String, Object> values) {
    Object[] arguments = new Object[components.size()];
    Class<?>[] types = new Class<?>[components.size()];
    for (int i = 0; i < arguments.length; i++) {
      types[i] = components.get(i).getType();
      if (nested.get(i) != null) {
        arguments[i] = nested.get(i).build(values);
      } else {
        String name = columnName(components.get(i));
        arguments[i] = values.get(name);
        if (arguments[i] == null && mayBeAbsent(components.get(i))) {
          arguments[i] = Double.NaN;
        }
        if (arguments[i] == null && types[i].isPrimitive()) {
          throw new IllegalArgumentException(
              "column %s has no value, and %s needs one".formatted(name, row.getSimpleName()));
        }
      }
    }
    try {
      Constructor<R> canonical = row.getDeclaredConstructor(types);
      return canonical.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException("not a " + row.getSimpleName() + ": " + values, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(row.getName() + " is not a public record", e);
    }
  }

  private static Object read(RecordComponent component, Record values) {
    try {
      return component.getAccessor().invoke(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          component.getDeclaringRecord().getName() + " is not a public record", e);
    }
  }

  private static boolean mayBeAbsent(RecordComponent component) {
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

  private static String columnName(RecordComponent component) {
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

package org.quipu.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;

/**
 * Reads the components of records of one class, nested records in place. Handles of fields give a
 * primitive as it is, where an accessor called by reflection makes an object of each, and nothing
 * is compiled a component.
 */
final class RowFields {
  private final RecordComponent[] components;
  private final VarHandle[] fields;

  /** By component: the fields of a nested record; null for a value. */
  private final RowFields[] nested;

  /** By component: whether NaN stands for what is absent. */
  private final boolean[] maybeAbsent;

  RowFields(Class<? extends Record> record) {
    this.components = record.getRecordComponents();
    this.fields = new VarHandle[components.length];
    this.nested = new RowFields[components.length];
    this.maybeAbsent = new boolean[components.length];
    for (int i = 0; i < components.length; i++) {
      Class<?> type = components[i].getType();
      fields[i] = field(components[i]);
      nested[i] = type.isRecord() ? RowShape.of(type.asSubclass(Record.class)).fields() : null;
      maybeAbsent[i] = RowShape.mayBeAbsent(components[i]);
    }
  }

  private static VarHandle field(RecordComponent component) {
    Class<?> record = component.getDeclaringRecord();
    try {
      return MethodHandles.privateLookupIn(record, MethodHandles.lookup())
          .findVarHandle(record, component.getName(), component.getType());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the components of " + record + " cannot be read", e);
    }
  }

  /**
   * Copies the values of a record into an array, one a column, starting at {@code from}.
   *
   * @return the position behind the last value
   */
  int flatten(Object values, Object[] into, int from) {
    int at = from;
    for (int i = 0; i < fields.length; i++) {
      if (nested[i] == null) {
        Object value = value(fields[i], components[i].getType(), values);
        into[at++] = maybeAbsent[i] && ((Double) value).isNaN() ? null : value;
      } else {
        at = nested[i].flatten(inner(i, values), into, at);
      }
    }
    return at;
  }

  private static Object value(VarHandle field, Class<?> type, Object values) {
    if (type == double.class) {
      return (double) field.get(values);
    } else if (type == long.class) {
      return (long) field.get(values);
    } else if (type == int.class) {
      return (int) field.get(values);
    } else if (type == boolean.class) {
      return (boolean) field.get(values);
    }
    return (Object) field.get(values);
  }

  private Object inner(int component, Object values) {
    Object inner = (Object) fields[component].get(values);
    if (inner == null) {
      throw new IllegalArgumentException(
          "%s of %s is null; a summary of no values is Summary.none"
              .formatted(components[component].getName(), values));
    }
    return inner;
  }

  /**
   * Adds records to columns, a column at a time.
   *
   * @param rows the rows of the table
   * @param holders the records of this class in them: themselves or what they hold
   * @param columns take the values, from {@code from} on
   * @return the column behind the last one
   * @throws IllegalArgumentException when a number is NaN or infinite: what has no value is NULL
   */
  int read(RowTile rows, Object[] holders, List<ColumnKeys> columns, int from) {
    int at = from;
    for (int i = 0; i < fields.length; i++) {
      if (nested[i] != null) {
        Object[] inner = new Object[rows.size()];
        for (int row = 0; row < inner.length; row++) {
          inner[row] = inner(i, holders[row]);
        }
        at = nested[i].read(rows, inner, columns, at);
      } else {
        ColumnKeys column = columns.get(at++);
        if (column instanceof TextKeys texts) {
          readTexts(fields[i], rows.size(), holders, texts);
        } else {
          readNumbers(i, rows, holders, (NumberKeys) column);
        }
      }
    }
    return at;
  }

  private static void readTexts(VarHandle field, int count, Object[] holders, TextKeys into) {
    for (int row = 0; row < count; row++) {
      into.add((String) field.get(holders[row]));
    }
  }

  private void readNumbers(int component, RowTile rows, Object[] holders, NumberKeys into) {
    VarHandle field = fields[component];
    Class<?> type = components[component].getType();
    int count = rows.size();
    if (type == double.class) {
      boolean mayBeNaN = maybeAbsent[component];
      for (int row = 0; row < count; row++) {
        double value = (double) field.get(holders[row]);
        if (mayBeNaN && Double.isNaN(value)) {
          into.addAbsent();
        } else {
          into.add(NumberKeys.key(rows.finite(row, value, into.column())));
        }
      }
    } else if (type == long.class) {
      for (int row = 0; row < count; row++) {
        into.add((long) field.get(holders[row]));
      }
    } else if (type == int.class) {
      for (int row = 0; row < count; row++) {
        into.add((int) field.get(holders[row]));
      }
    } else if (type == boolean.class) {
      for (int row = 0; row < count; row++) {
        into.add((boolean) field.get(holders[row]) ? 1 : 0);
      }
    } else {
      for (int row = 0; row < count; row++) {
        addObject(rows, row, (Object) field.get(holders[row]), into);
      }
    }
  }

  private static void addObject(RowTile rows, int row, Object value, NumberKeys into) {
    if (value == null) {
      into.addAbsent();
    } else if (value instanceof Double number) {
      into.add(NumberKeys.key(rows.finite(row, number, into.column())));
    } else if (value instanceof Instant time) {
      into.add(Micros.of(time));
    } else if (value instanceof Boolean truth) {
      into.add(truth ? 1 : 0);
    } else {
      into.add(((Number) value).longValue());
    }
  }
}

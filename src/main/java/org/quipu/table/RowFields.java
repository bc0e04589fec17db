package org.quipu.table;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * Reads the components of records of one class, nested records in place. Once many have been read,
 * how they are read is compiled.
 */
final class RowFields {
  /** Tiles of rows. */
  private static final int MANY = 16;

  private final RecordComponent[] components;

  /** By component: the fields of a nested record; null for a value. */
  private final RowFields[] nested;

  /** By component: whether NaN stands for what is absent. */
  private final boolean[] maybeAbsent;

  private final AtomicInteger tiles = new AtomicInteger();
  private volatile Getter[] getters;

  RowFields(Class<? extends Record> record) {
    this.components = record.getRecordComponents();
    this.getters = Arrays.stream(components).map(Getter::ofHandle).toArray(Getter[]::new);
    this.nested = new RowFields[components.length];
    this.maybeAbsent = new boolean[components.length];
    for (int i = 0; i < components.length; i++) {
      Class<?> type = components[i].getType();
      nested[i] = type.isRecord() ? RowShape.of(type.asSubclass(Record.class)).fields() : null;
      maybeAbsent[i] = RowShape.mayBeAbsent(components[i]);
    }
  }

  /**
   * Copies the values of a record into an array, one a column, starting at {@code from}.
   *
   * @return the position behind the last value
   */
  int flatten(Object values, Object[] into, int from) {
    int at = from;
    for (int i = 0; i < nested.length; i++) {
      Object value = getters[i].value(values);
      if (nested[i] == null) {
        into[at++] = maybeAbsent[i] && ((Double) value).isNaN() ? null : value;
      } else {
        at = nested[i].flatten(inner(i, values, value), into, at);
      }
    }
    return at;
  }

  private Object inner(int component, Object values, Object inner) {
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
    if (tiles.incrementAndGet() == MANY) {
      getters = Arrays.stream(components).map(Getter::compiled).toArray(Getter[]::new);
    }
    int at = from;
    for (int i = 0; i < nested.length; i++) {
      if (nested[i] != null) {
        Function<Object, Object> inner = getters[i].ofObject();
        Object[] held = new Object[rows.size()];
        for (int row = 0; row < held.length; row++) {
          held[row] = inner(i, holders[row], inner.apply(holders[row]));
        }
        at = nested[i].read(rows, held, columns, at);
      } else {
        ColumnKeys column = columns.get(at++);
        if (column instanceof TextKeys texts) {
          readTexts(getters[i].ofObject(), rows.size(), holders, texts);
        } else {
          readNumbers(i, rows, holders, (NumberKeys) column);
        }
      }
    }
    return at;
  }

  private static void readTexts(
      Function<Object, Object> text, int count, Object[] holders, TextKeys into) {
    for (int row = 0; row < count; row++) {
      into.add((String) text.apply(holders[row]));
    }
  }

  private void readNumbers(int component, RowTile rows, Object[] holders, NumberKeys into) {
    Getter getter = getters[component];
    Class<?> type = getter.type();
    int count = rows.size();
    if (type == double.class) {
      ToDoubleFunction<Object> number = getter.ofDouble();
      boolean mayBeNaN = maybeAbsent[component];
      for (int row = 0; row < count; row++) {
        double value = number.applyAsDouble(holders[row]);
        if (mayBeNaN && Double.isNaN(value)) {
          into.addAbsent();
        } else {
          into.add(NumberKeys.key(rows.finite(row, value, into.column())));
        }
      }
    } else if (type == long.class) {
      ToLongFunction<Object> number = getter.ofLong();
      for (int row = 0; row < count; row++) {
        into.add(number.applyAsLong(holders[row]));
      }
    } else if (type == int.class) {
      ToIntFunction<Object> number = getter.ofInt();
      for (int row = 0; row < count; row++) {
        into.add(number.applyAsInt(holders[row]));
      }
    } else if (type == boolean.class) {
      Predicate<Object> truth = getter.ofBoolean();
      for (int row = 0; row < count; row++) {
        into.add(truth.test(holders[row]) ? 1 : 0);
      }
    } else {
      Function<Object, Object> value = getter.ofObject();
      for (int row = 0; row < count; row++) {
        addObject(rows, row, value.apply(holders[row]), into);
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

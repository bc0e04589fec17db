package org.quipu.table;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Makes records of one class of rows that have the same columns. */
final class RecordMaker<R extends Record> implements Function<Object[], R> {
  private static final int NOWHERE = -1;

  private final Constructor<R> canonical;
  private final String[] names;

  /** By component: where its value stands in a row; what makes it, where it is a record. */
  private final int[] places;

  private final RecordMaker<?>[] nested;
  private final boolean[] maybeAbsent;
  private final boolean[] needed;

  /**
   * @param nested by component, the shape of the record that it is; null where it is a value
   * @param columns of the rows, in their order
   */
  RecordMaker(
      Class<R> row,
      List<RecordComponent> components,
      List<RowShape<?>> nested,
      List<String> columns) {
    int count = components.size();
    this.canonical = canonical(row, components);
    this.names = new String[count];
    this.places = new int[count];
    this.nested = new RecordMaker<?>[count];
    this.maybeAbsent = new boolean[count];
    this.needed = new boolean[count];
    for (int i = 0; i < count; i++) {
      RecordComponent component = components.get(i);
      names[i] = RowShape.columnName(component);
      places[i] = columns.indexOf(names[i]);
      this.nested[i] = nested.get(i) == null ? null : nested.get(i).from(columns);
      maybeAbsent[i] = RowShape.mayBeAbsent(component);
      needed[i] = component.getType().isPrimitive();
    }
  }

  private static <R extends Record> Constructor<R> canonical(
      Class<R> row, List<RecordComponent> components) {
    try {
      return row.getDeclaredConstructor(
          components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has a canonical constructor", e);
    }
  }

  @Override
  public R apply(Object[] values) {
    Object[] arguments = new Object[places.length];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = nested[i] == null ? value(i, values) : nested[i].apply(values);
    }
    try {
      return canonical.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          "not a " + canonical.getName() + ": " + Arrays.toString(values), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(canonical.getName() + " is not a public record", e);
    }
  }

  private Object value(int component, Object[] values) {
    Object value = places[component] == NOWHERE ? null : values[places[component]];
    if (value == null && maybeAbsent[component]) {
      return Double.NaN;
    }
    if (value == null && needed[component]) {
      throw new IllegalArgumentException(
          "column %s has no value, and %s needs one"
              .formatted(names[component], canonical.getDeclaringClass().getSimpleName()));
    }
    return value;
  }
}

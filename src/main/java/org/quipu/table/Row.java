package org.quipu.table;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One row as read back: values by column name, NULL where the table holds none. */
public final class Row {

  private final List<String> names;
  private final Object[] values;

  Row(List<String> names, Object[] values) {
    this.names = names;
    this.values = values;
  }

  /** A row of values by name. */
  public static Row of(List<String> names, Object[] values) {
    return new Row(List.copyOf(names), values.clone());
  }

  /** The column names in order. */
  public List<String> names() {
    return names;
  }

  /**
   * The value of a column, null for NULL.
   *
   * @throws TableException when the row has no such column
   */
  public Object value(String column) {
    int at = names.indexOf(column);
    if (at < 0) {
      throw Nearest.unknownColumn(column, names);
    }
    return values[at];
  }

  /** The value of a text column, null for NULL. */
  public String text(String column) {
    return (String) value(column);
  }

  /** The value of a numeric column as a double, null for NULL. */
  public Double number(String column) {
    Number number = (Number) value(column);
    return number == null ? null : Double.valueOf(number.doubleValue());
  }

  /** The values in the order of the columns. */
  public List<Object> values() {
    return Arrays.asList(values.clone());
  }

  /** The values by column, in order. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      map.put(names.get(i), values[i]);
    }
    return map;
  }

  @Override
  public String toString() {
    return toMap().toString();
  }
}

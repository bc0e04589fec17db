package org.quipu.quality;

import java.math.BigDecimal;
import java.util.List;

/**
 * One accepted row of a small source, by canonical column.
 *
 * @param file path of its file
 * @param line the line that it starts on
 * @param raw the row as it was written
 * @param names the source's canonical columns
 * @param values their values in canonical form, null where missing: numbers without trailing zeros,
 *     flags as 1 or 0
 */
public record AcceptedRow(
    String file, long line, String raw, List<String> names, List<String> values) {

  static AcceptedRow of(String file, Disclosure disclosure, RowView row) {
    return new AcceptedRow(
        file,
        row.record().line(),
        disclosure.raw(row.record()),
        row.layout().names(),
        row.canonical());
  }

  /** A value as text; null where it is missing or the column does not exist. */
  public String text(String column) {
    int position = names.indexOf(column);
    return position < 0 ? null : values.get(position);
  }

  /** A value as text, or what stands for it where it is missing. */
  public String textOr(String column, String fallback) {
    String text = text(column);
    return text == null ? fallback : text;
  }

  /** A number; null where it is missing. */
  public BigDecimal decimal(String column) {
    String text = text(column);
    return text == null ? null : new BigDecimal(text);
  }

  /** A whole number; null where it is missing. */
  public Long integer(String column) {
    BigDecimal number = decimal(column);
    return number == null ? null : number.longValueExact();
  }

  /** A flag; false where it is missing. */
  public boolean flag(String column) {
    return "1".equals(text(column));
  }

  /** File and line, for messages. */
  public String place() {
    return file + ":" + line;
  }
}

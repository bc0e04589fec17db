package org.quipu.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * A value written in a filter, in the type of the column it is compared with.
 *
 * @param value null for NULL, which compares with nothing
 */
record FilterLiteral(Comparable<?> value) {

  /**
   * The value of a word.
   *
   * @throws TableException when the column cannot hold it
   */
  static FilterLiteral of(TableColumn column, FilterToken token) {
    if (token.is("null")) {
      return new FilterLiteral(null);
    }
    try {
      return new FilterLiteral(
          switch (column.type()) {
            case STRING -> token.text();
            case BOOLEAN -> truth(column, token);
            case INT, LONG -> new BigDecimal(token.text());
            case DOUBLE -> Double.valueOf(new BigDecimal(token.text()).doubleValue());
            case TIMESTAMP -> instant(token.text());
          });
    } catch (NumberFormatException | DateTimeParseException e) {
      throw refused(column, token);
    }
  }

  boolean isNull() {
    return value == null;
  }

  /** How a value of the column stands to this one: below 0, 0, above 0. */
  @SuppressWarnings("unchecked") // The literal was made in the type of the column.
  int order(Object columnValue) {
    Object comparable =
        value instanceof BigDecimal
            ? BigDecimal.valueOf(((Number) columnValue).longValue())
            : columnValue;
    return ((Comparable<Object>) comparable).compareTo(value);
  }

  private static Boolean truth(TableColumn column, FilterToken token) {
    return switch (token.text().toLowerCase(Locale.ROOT)) {
      case "true", "1" -> Boolean.TRUE;
      case "false", "0" -> Boolean.FALSE;
      default -> throw refused(column, token);
    };
  }

  private static Instant instant(String text) {
    return text.length() == "2024-08-27".length()
        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
        : Instant.parse(text);
  }

  private static TableException refused(TableColumn column, FilterToken token) {
    Text holds =
        switch (column.type()) {
          case STRING -> new Text("text", "texto");
          case BOOLEAN -> new Text("true or false", "true o false");
          case INT, LONG, DOUBLE -> new Text("numbers", "números");
          case TIMESTAMP ->
              new Text(
                  "times, such as '2024-08-27' or '2024-08-27T12:00:00Z'",
                  "tiempos, como '2024-08-27' o '2024-08-27T12:00:00Z'");
        };
    return new TableException(
        new Text(
            "Column %s holds %s, and cannot be compared with %s at character %d of the filter"
                .formatted(column.name(), holds.en(), token.shown().en(), token.at()),
            "La columna %s contiene %s, y no se puede comparar con %s, en el carácter %d del filtro"
                .formatted(column.name(), holds.es(), token.shown().es(), token.at())));
  }
}

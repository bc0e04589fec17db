package org.quipu.quality;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quipu.source.ColumnType;
import org.quipu.source.dialect.ValueFormat;

/** Numbers and periods that are written otherwise than Quipu reads them unasked. */
final class OtherWritings {
  private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+(\\.0*)?");
  private static final Pattern PERIOD = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");
  private static final int LONGEST = 40;

  private OtherWritings() {}

  /**
   * A text read in a format.
   *
   * @param format the name of a {@link ValueFormat}
   * @param value the text anew, of the type that is wanted
   */
  private record Reading(String format, String value) {
    boolean isSame(Reading other) {
      return new BigDecimal(value).compareTo(new BigDecimal(other.value)) == 0;
    }
  }

  /**
   * How to have a text read that is not of its column's type; empty where no format makes it so.
   * Where two make two numbers of it, 1.234 and 1234 of "1,234", both are named: which is meant is
   * for a person to say.
   */
  static Optional<Sentence> hint(ColumnType type, String column, String text) {
    List<Reading> readings = readings(type, text == null ? "" : text.strip());
    if (readings.isEmpty()) {
      return Optional.empty();
    }
    Reading first = readings.get(0);
    return Optional.of(
        readings.stream()
            .skip(1)
            .filter(other -> type != ColumnType.PERIOD && !other.isSame(first))
            .findFirst()
            .map(
                other ->
                    new Sentence(
                        "It is read as %s by %s, and as %s by %s."
                            .formatted(
                                first.value,
                                setting(column, "COLUMN", first),
                                other.value,
                                setting(column, "COLUMN", other)),
                        "Se lee como %s con %s, y como %s con %s."
                            .formatted(
                                first.value,
                                setting(column, "COLUMNA", first),
                                other.value,
                                setting(column, "COLUMNA", other))))
            .orElseGet(
                () ->
                    new Sentence(
                        "It is read by " + setting(column, "COLUMN", first) + ".",
                        "Se lee con " + setting(column, "COLUMNA", first) + ".")));
  }

  private static String setting(String column, String placeholder, Reading reading) {
    return "columns { " + column + " = \"{" + placeholder + ":" + reading.format + "}\" }";
  }

  private static List<Reading> readings(ColumnType type, String value) {
    if (value.length() > LONGEST || value.chars().noneMatch(c -> c >= '0' && c <= '9')) {
      return List.of();
    }
    return switch (type) {
      case PERIOD -> readings(List.of("month", "last-month"), PERIOD, value);
      case DECIMAL -> readings(List.of("comma", "point", "percent"), NUMBER, value);
      case INTEGER -> readings(List.of("comma", "point", "percent"), WHOLE, value);
      default -> List.of();
    };
  }

  /** What formats make of a text; one that leaves it as it is does not help. */
  private static List<Reading> readings(List<String> formats, Pattern wanted, String value) {
    List<Reading> readings = new ArrayList<>();
    for (String format : formats) {
      String anew = ValueFormat.of(format).apply(value);
      if (!anew.equals(value) && wanted.matcher(anew).matches()) {
        readings.add(new Reading(format, anew));
      }
    }
    return readings;
  }
}

package org.quipu.quality;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quipu.source.ColumnType;
import org.quipu.source.dialect.ValueFormat;

/** Numbers and periods that are written otherwise than Quipu reads them unasked. */
final class OtherWritings {
  private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
  private static final Pattern PERIOD = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");
  private static final int LONGEST = 40;

  private OtherWritings() {}

  /** The name of a {@link ValueFormat} that makes a text one of the type; empty where none does. */
  static Optional<String> of(ColumnType type, String text) {
    String value = text == null ? "" : text.strip();
    if (value.length() > LONGEST || value.chars().noneMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    return switch (type) {
      case PERIOD -> first(List.of("month", "last-month"), PERIOD, value);
      // Of 1,234 the comma may be either; of 1,234.5 and 1.234,5 it is not.
      case DECIMAL, INTEGER -> first(List.of("comma", "point", "percent"), NUMBER, value);
      default -> Optional.empty();
    };
  }

  private static Optional<String> first(List<String> formats, Pattern wanted, String value) {
    return formats.stream()
        .filter(format -> wanted.matcher(ValueFormat.of(format).apply(value)).matches())
        .findFirst();
  }
}

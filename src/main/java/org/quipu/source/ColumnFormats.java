package org.quipu.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quipu.source.dialect.ValueFormat;

/** How the values of a column are to be written anew to be what a canonical column holds. */
final class ColumnFormats {
  private static final double MOST = 0.9;
  private static final int FACILITY_DIGITS = 8;
  private static final int LEAST_DIGITS = 3;

  private ColumnFormats() {}

  /**
   * The name of a {@link ValueFormat} under which most values are of the column's type; empty where
   * they are so as they stand, or under none.
   *
   * @param separator of the file: where that is no comma, a comma is taken for a decimal one
   */
  static Optional<String> of(ContractColumn column, ColumnSample sample, char separator) {
    if (sample.texts().isEmpty()) {
      return Optional.empty();
    }
    if (column.name().equals("facility_id")) {
      return eatenZeros(sample);
    }
    if (column.type() == ColumnType.TEXT || column.type() == ColumnType.FLAG) {
      return Optional.empty();
    }
    double asItStands = share(column.type(), sample, ValueFormat.of(null));
    if (asItStands >= MOST) {
      return Optional.empty();
    }
    return formats(column.type(), sample, separator).stream()
        .filter(format -> share(column.type(), sample, ValueFormat.of(format)) >= MOST)
        .findFirst();
  }

  private static List<String> formats(ColumnType type, ColumnSample sample, char separator) {
    if (type == ColumnType.PERIOD) {
      return List.of("month", "last-month");
    }
    boolean thousands =
        separator == ','
            && sample.texts().keySet().stream()
                .filter(text -> text.contains(","))
                .allMatch(text -> text.matches("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?"));
    return thousands ? List.of("point", "comma", "percent") : List.of("comma", "point", "percent");
  }

  private static double share(ColumnType type, ColumnSample sample, ValueFormat format) {
    ColumnSample anew = new ColumnSample(sample.name());
    long filled = 0;
    double fitting = 0;
    for (Map.Entry<String, Long> each : sample.texts().entrySet()) {
      if (ColumnGuess.missingCodes().contains(each.getKey())) {
        continue;
      }
      ColumnSample one = new ColumnSample(anew.name());
      one.add(format.apply(each.getKey()));
      filled += each.getValue();
      fitting += each.getValue() * one.fits(type);
    }
    return filled == 0 ? 1 : fitting / filled;
  }

  /** Codes of facilities have eight digits; whole numbers of several lengths have lost zeros. */
  private static Optional<String> eatenZeros(ColumnSample sample) {
    boolean numbers =
        sample.texts().keySet().stream()
            .allMatch(text -> text.matches("[1-9]\\d{0," + (FACILITY_DIGITS - 1) + "}"));
    long lengths = sample.texts().keySet().stream().map(String::length).distinct().count();
    int longest = sample.texts().keySet().stream().mapToInt(String::length).max().orElse(0);
    return numbers && lengths > 1 && longest >= LEAST_DIGITS
        ? Optional.of("0" + FACILITY_DIGITS)
        : Optional.empty();
  }

  /** Whether all codes are numbers of fewer digits than eight, and all of as many. */
  static boolean mayLackZeros(ColumnSample sample) {
    return eatenZeros(sample).isEmpty()
        && !sample.texts().isEmpty()
        && sample.texts().keySet().stream().allMatch(text -> text.matches("[1-9]\\d{2,6}"));
  }

  /**
   * Whether numbers with a point look as if it stood between thousands: all have three digits
   * behind it, and none a zero before.
   */
  static boolean pointsMayBeThousands(ColumnSample sample) {
    List<String> pointed =
        sample.texts().keySet().stream().filter(text -> text.contains(".")).toList();
    return pointed.size() >= LEAST_DIGITS
        && pointed.stream().allMatch(text -> text.matches("[+-]?[1-9]\\d{0,2}\\.\\d{3}"));
  }
}

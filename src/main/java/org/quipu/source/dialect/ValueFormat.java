package org.quipu.source.dialect;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a value is written down anew: as it is; whole numbers with leading zeros ({@code 02}); the
 * year or month of a date ({@code year}, {@code month}; ISO 8601 or day/month/year); a DHIS2 period
 * ({@code period}: 200703 is 2007-03). A value that is nothing of the kind stays as it is, so that
 * a rule can say so.
 *
 * @param width of numbers with leading zeros; 0 where it does not apply
 */
record ValueFormat(Kind kind, int width) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-\\d{2}([T ].*)?");
  private static final Pattern DAY_FIRST = Pattern.compile("\\d{1,2}/(\\d{1,2})/(\\d{4})( .*)?");
  private static final Pattern DHIS2_MONTH = Pattern.compile("\\d{4}(0[1-9]|1[0-2])");

  enum Kind {
    PLAIN,
    PADDED,
    YEAR,
    MONTH,
    PERIOD
  }

  static ValueFormat of(String text) {
    if (text == null) {
      return new ValueFormat(Kind.PLAIN, 0);
    }
    if (text.matches("0\\d{1,2}")) {
      return padded(Integer.parseInt(text));
    }
    return switch (text) {
      case "year" -> new ValueFormat(Kind.YEAR, 0);
      case "month" -> new ValueFormat(Kind.MONTH, 0);
      case "period" -> new ValueFormat(Kind.PERIOD, 0);
      default -> throw new IllegalArgumentException(text);
    };
  }

  static ValueFormat padded(int width) {
    return new ValueFormat(Kind.PADDED, width);
  }

  String apply(String value) {
    return switch (kind) {
      case PLAIN -> value;
      case PADDED ->
          !value.isEmpty()
                  && value.length() < width
                  && value.chars().allMatch(c -> c >= '0' && c <= '9')
              ? "0".repeat(width - value.length()) + value
              : value;
      case YEAR -> date(value, false);
      case MONTH -> date(value, true);
      case PERIOD ->
          value.length() == 6 && DHIS2_MONTH.matcher(value).matches()
              ? value.substring(0, 4) + "-" + value.substring(4)
              : value;
    };
  }

  private static String date(String value, boolean month) {
    Matcher iso = ISO.matcher(value);
    if (iso.matches()) {
      return month ? iso.group(1) + "-" + iso.group(2) : iso.group(1);
    }
    Matcher dayFirst = DAY_FIRST.matcher(value);
    if (dayFirst.matches()) {
      String number = padded(2).apply(dayFirst.group(1));
      return month ? dayFirst.group(2) + "-" + number : dayFirst.group(2);
    }
    return value;
  }
}

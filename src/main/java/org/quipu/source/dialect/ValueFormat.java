package org.quipu.source.dialect;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a value is written down anew: as it is; whole numbers with leading zeros ({@code 02}); the
 * year or month of a date or month ({@code year}, {@code month}: see {@link PeriodText}); a DHIS2
 * period ({@code period}: 200703 is 2007-03), or the last month of its quarter or half year ({@code
 * last-month}); a number with a comma or a point before its decimals, and the other sign or spaces
 * between thousands ({@code comma}, {@code point}); a number before a percent sign ({@code
 * percent}). A value that is nothing of the kind stays as it is, so that a rule can say so.
 *
 * @param width of numbers with leading zeros; 0 where it does not apply
 */
public record ValueFormat(Kind kind, int width) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Pattern DHIS2_MONTH = Pattern.compile("\\d{4}(0[1-9]|1[0-2])");
  private static final String SPACE = "[ \u00a0\u202f]";
  private static final Pattern COMMA =
      Pattern.compile("[+-]?(\\d{1,3}(\\.\\d{3})+|\\d{1,3}(" + SPACE + "\\d{3})+|\\d+)(,\\d+)?");
  private static final Pattern POINT =
      Pattern.compile("[+-]?(\\d{1,3}(,\\d{3})+|\\d{1,3}(" + SPACE + "\\d{3})+|\\d+)(\\.\\d+)?");
  private static final Pattern PERCENT = Pattern.compile("([+-]?\\d+([.,]\\d+)?)" + SPACE + "*%");

  /** The ways. */
  public enum Kind {
    PLAIN,
    PADDED,
    YEAR,
    MONTH,
    PERIOD,
    LAST_MONTH,
    COMMA,
    POINT,
    PERCENT
  }

  /** The names that they go by in templates, beside {@code 02}, {@code 08} and the like. */
  static final String NAMES = "year, month, period, last-month, comma, point, percent";

  /**
   * @throws IllegalArgumentException if there is no such format
   */
  public static ValueFormat of(String text) {
    if (text == null) {
      return new ValueFormat(Kind.PLAIN, 0);
    }
    if (text.matches("0\\d{1,2}")) {
      return padded(Integer.parseInt(text));
    }
    if (!List.of(NAMES.split(", ")).contains(text)) {
      throw new IllegalArgumentException(text);
    }
    return new ValueFormat(Kind.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_')), 0);
  }

  static ValueFormat padded(int width) {
    return new ValueFormat(Kind.PADDED, width);
  }

  /** The value anew. */
  public String apply(String value) {
    return switch (kind) {
      case PLAIN -> value;
      case PADDED ->
          !value.isEmpty()
                  && value.length() < width
                  && value.chars().allMatch(c -> c >= '0' && c <= '9')
              ? "0".repeat(width - value.length()) + value
              : value;
      case YEAR -> PeriodText.year(value);
      case MONTH -> PeriodText.month(value);
      case PERIOD ->
          value.length() == 6 && DHIS2_MONTH.matcher(value).matches()
              ? value.substring(0, 4) + "-" + value.substring(4)
              : value;
      case LAST_MONTH -> PeriodText.lastMonth(new ValueFormat(Kind.PERIOD, 0).apply(value));
      case COMMA ->
          COMMA.matcher(value).matches()
              ? value.replaceAll("\\.|" + SPACE, "").replace(',', '.')
              : value;
      case POINT -> POINT.matcher(value).matches() ? value.replaceAll(",|" + SPACE, "") : value;
      case PERCENT -> {
        Matcher percent = PERCENT.matcher(value);
        yield percent.matches() ? percent.group(1).replace(',', '.') : value;
      }
    };
  }
}

package org.quipu.source.dialect;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Months as files of the field write them, day before month before year: {@code 2007-03}, {@code
 * 2007/3}, {@code 03/2007}, {@code 200703}, {@code 2007-03-15}, {@code 15/03/2007}, {@code mar-07},
 * {@code Marzo 2007}. What is none stays as it is, so that a rule can say so.
 */
final class PeriodText {
  private static final String END = "([t ].*)?";
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/.](\\d{1,2})([-/.]\\d{1,2})?" + END);
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2}[-/.])?(\\d{1,2})[-/.](\\d{4})" + END);
  private static final Pattern JOINED = Pattern.compile("(\\d{4})(\\d{2})");
  private static final Pattern NAMED =
      Pattern.compile("(\\d{1,2}[- /])?([a-z]{3,10})\\.?(?: de| del)?[- /.]*(\\d{4}|\\d{2})");
  private static final Pattern PART = Pattern.compile("(\\d{4})-?([QTS])(\\d)");
  private static final int YEAR_OF_TWO_DIGITS = 2000;

  /** Beginnings of the names of months, Spanish and English, and the months. */
  private static final List<String> NAMES =
      List.of(
          "ene:1", "jan:1", "feb:2", "mar:3", "abr:4", "apr:4", "may:5", "jun:6", "jul:7", "ago:8",
          "aug:8", "set:9", "sep:9", "oct:10", "nov:11", "dic:12", "dec:12");

  private PeriodText() {}

  /** The month; the text itself where it tells none. */
  static String month(String text) {
    String plain = plain(text);
    Matcher yearFirst = YEAR_FIRST.matcher(plain);
    if (yearFirst.matches()) {
      return month(text, yearFirst.group(1), number(yearFirst.group(2)));
    }
    Matcher dayFirst = DAY_FIRST.matcher(plain);
    if (dayFirst.matches()) {
      return month(text, dayFirst.group(3), number(dayFirst.group(2)));
    }
    Matcher joined = JOINED.matcher(plain);
    if (joined.matches()) {
      return month(text, joined.group(1), number(joined.group(2)));
    }
    Matcher named = NAMED.matcher(plain);
    if (named.matches()) {
      int year = number(named.group(3));
      return month(
          text,
          String.valueOf(named.group(3).length() == 2 ? YEAR_OF_TWO_DIGITS + year : year),
          named(named.group(2)));
    }
    return text;
  }

  /** The year of a month; the text itself where it tells none. */
  static String year(String text) {
    String month = month(text);
    return month.matches("\\d{4}-\\d{2}") ? month.substring(0, 4) : text;
  }

  /** The last month of a quarter ({@code 2007Q1}) or half ({@code 2007S1}); else as it is. */
  static String lastMonth(String text) {
    Matcher part = PART.matcher(text);
    if (!part.matches()) {
      return text;
    }
    int months = part.group(2).equals("S") ? 6 : 3;
    return month(text, part.group(1), months * number(part.group(3)));
  }

  private static String month(String text, String year, int month) {
    return month < 1 || month > 12 ? text : year + "-" + ValueFormat.padded(2).apply("" + month);
  }

  private static int named(String name) {
    return NAMES.stream()
        .filter(each -> name.startsWith(each.substring(0, 3)))
        .findFirst()
        .map(each -> number(each.substring(4)))
        .orElse(0);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static String plain(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}

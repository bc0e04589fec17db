package org.quipu.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Words and numbers as a person reads them, in English or Spanish. Spanish numbers have a decimal
 * comma, and a space between thousands. Spaces within a number are not to be broken at (U+00A0).
 */
final class Phrases {
  static final char FIXED_SPACE = '\u00a0';
  private static final double SMALL = 1e-4;

  /** Below it p-values are what doubles can hold, no longer what was computed. */
  private static final double LEAST = 1e-300;

  private final boolean spanish;

  /**
   * @param language {@code es}, or English for anything else
   */
  Phrases(String language) {
    this.spanish = "es".equals(language);
  }

  String say(String en, String es) {
    return spanish ? es : en;
  }

  /** A whole number: 1,381. */
  String count(long count) {
    String grouped = String.format(Locale.ROOT, "%,d", count);
    return spanish ? grouped.replace(',', FIXED_SPACE) : grouped;
  }

  /** A number to some decimals; a dash where there is none, or NaN as in a summary of no values. */
  String number(Double value, int decimals) {
    if (value == null || value.isNaN()) {
      return "–";
    }
    BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
    String plain = String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
    String signed = plain.startsWith("-") ? "−" + plain.substring(1) : plain;
    return spanish ? signed.replace(',', FIXED_SPACE).replace('.', ',') : signed;
  }

  /** Up to four decimals, without zeros at the end: 11.9. */
  String shortest(double value) {
    String text =
        new BigDecimal(value)
            .setScale(4, RoundingMode.HALF_EVEN)
            .stripTrailingZeros()
            .toPlainString();
    return spanish ? text.replace('.', ',') : text;
  }

  /** 65.4 %. */
  String percent(Double value, int decimals) {
    return value == null ? "–" : number(value, decimals) + FIXED_SPACE + "%";
  }

  /** p = 0.0074. */
  String p(Double value) {
    if (value != null && value < LEAST) {
      return "p" + FIXED_SPACE + "<" + FIXED_SPACE + "1e-300";
    }
    return "p" + FIXED_SPACE + "=" + FIXED_SPACE + twoDigits(value);
  }

  /** Two digits: 0.0074, and 7.7e-6 where zeros would hide them. */
  String twoDigits(Double value) {
    if (value == null) {
      return "–";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(2));
    String text =
        Math.abs(value) >= SMALL
            ? rounded.toPlainString()
            : String.format(Locale.ROOT, "%.1e", rounded).replaceAll("e-0*", "e-");
    return spanish ? text.replace('.', ',') : text;
  }

  /** [0.26, 0.92]; nothing where there is no interval. */
  String interval(Double low, Double high, int decimals) {
    if (low == null || high == null) {
      return "";
    }
    return "[" + number(low, decimals) + say(",", ";") + FIXED_SPACE + number(high, decimals) + "]";
  }

  /** An id as words: financial_control becomes financial control. */
  static String words(String id) {
    return id.replace('_', ' ');
  }

  /** A text cut to a width, with a sign that it was. */
  static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1).stripTrailing() + "…";
  }
}

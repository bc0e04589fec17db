package org.quipu.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Words and numbers as a person reads them, in English or Spanish. Spanish numbers have a decimal
 * comma, and a space between thousands.
 */
final class Phrases {
  private static final double SMALL_P = 1e-4;
  private final boolean spanish;

  /**
   * @param language {@code es}, or English for anything else
   */
  Phrases(String language) {
    this.spanish = "es".equals(language);
  }

  boolean isSpanish() {
    return spanish;
  }

  String say(String en, String es) {
    return spanish ? es : en;
  }

  /** A whole number: 1,381. */
  String count(long count) {
    String grouped = String.format(Locale.ROOT, "%,d", count);
    return spanish ? grouped.replace(',', ' ') : grouped;
  }

  /** A number to some decimals; a dash where there is none. */
  String number(Double value, int decimals) {
    if (value == null) {
      return "–";
    }
    BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
    String plain = String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
    String signed = plain.startsWith("-") ? "−" + plain.substring(1) : plain;
    return spanish ? signed.replace(",", " ").replace('.', ',') : signed;
  }

  /** 65.4 %. */
  String percent(Double value, int decimals) {
    return value == null ? "–" : number(value, decimals) + " %";
  }

  /** p = 0.0074, two digits; p = 7.7e-6 where zeros would hide them. */
  String p(Double value) {
    if (value == null) {
      return "–";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(2));
    String text =
        value >= SMALL_P
            ? rounded.toPlainString()
            : String.format(Locale.ROOT, "%.1e", rounded).replaceAll("e-0*", "e-");
    return "p = " + (spanish ? text.replace('.', ',') : text);
  }

  /** [0.26, 0.92]; nothing where there is no interval. */
  String interval(Double low, Double high, int decimals) {
    if (low == null || high == null) {
      return "";
    }
    return "[" + number(low, decimals) + say(", ", "; ") + number(high, decimals) + "]";
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

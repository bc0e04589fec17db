package org.quipu.study;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a publication says of a quantity. */
sealed interface Claim {

  /**
   * A number as it was printed.
   *
   * @param decimals digits after the point that it was rounded to; −2 is to the hundred
   */
  record Value(BigDecimal value, int decimals) implements Claim {

    /** How far off a number may be that is still rounded to this one. */
    BigDecimal halfUnit() {
      return new BigDecimal("0.5").scaleByPowerOfTen(-decimals);
    }

    /**
     * Whether a computed number is this one, rounded; a half may round either way. A few last bits
     * of the computed double are left to the noise of binary fractions.
     */
    boolean isRoundingOf(double computed) {
      BigDecimal distance = new BigDecimal(computed).subtract(value).abs();
      BigDecimal noise = new BigDecimal(4 * Math.ulp(computed));
      return distance.compareTo(halfUnit().add(noise)) <= 0;
    }
  }

  /** A number that is not printed but bounded, such as P &lt; .01. */
  record Bound(Relation relation, BigDecimal limit) implements Claim {
    boolean holds(double computed) {
      int order = Double.compare(computed, limit.doubleValue());
      return switch (relation) {
        case BELOW -> order < 0;
        case AT_MOST -> order <= 0;
        case ABOVE -> order > 0;
        case AT_LEAST -> order >= 0;
      };
    }
  }

  /** A statement that is true or false. */
  record Truth(boolean value) implements Claim {}

  /** A text that is none of these. */
  record Unreadable(String text) implements Claim {}

  /** How a number stands to its bound. */
  enum Relation {
    BELOW("<", "below", "menor que"),
    AT_MOST("<=", "at most", "no mayor que"),
    ABOVE(">", "above", "mayor que"),
    AT_LEAST(">=", "at least", "no menor que");

    private final String sign;
    final String en;
    final String es;

    Relation(String sign, String en, String es) {
      this.sign = sign;
      this.en = en;
      this.es = es;
    }

    static Relation of(String sign) {
      for (Relation relation : values()) {
        if (relation.sign.equals(sign)) {
          return relation;
        }
      }
      throw new IllegalArgumentException(sign + " is no relation; allowed are <, <=, > and >=");
    }
  }

  /** {@code 65.4}, {@code <0.01}, {@code >= .75}, {@code true}. */
  Pattern FORM =
      Pattern.compile(
          "\\s*(<=|>=|<|>)?\\s*([-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?)\\s*");

  /** Digits before the point, and behind it: squares and quotients of such numbers fit a double. */
  int MOST_DIGITS = 100;

  /**
   * Reads what was published.
   *
   * @param precision decimals of a number, null: those that are written
   */
  static Claim parse(String text, Long precision) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    if (word.equals("true") || word.equals("false")) {
      return new Truth(word.equals("true"));
    }
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return new Unreadable(text);
    }
    BigDecimal number = number(matcher.group(2));
    if (number == null) {
      return new Unreadable(text);
    }
    if (matcher.group(1) != null) {
      return new Bound(Relation.of(matcher.group(1)), number);
    }
    if (precision != null && Math.abs(precision) > MOST_DIGITS) {
      return new Unreadable(text + " (precision " + precision + ")");
    }
    return new Value(number, precision == null ? number.scale() : Math.toIntExact(precision));
  }

  /** Null where a number has more digits than anything that is published. */
  private static BigDecimal number(String digits) {
    try {
      BigDecimal number = new BigDecimal(digits);
      long before = (long) number.precision() - number.scale();
      return number.scale() <= MOST_DIGITS && before <= MOST_DIGITS ? number : null;
    } catch (NumberFormatException e) {
      // An exponent beyond what an int holds.
      return null;
    }
  }
}

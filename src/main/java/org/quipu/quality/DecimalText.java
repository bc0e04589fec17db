package org.quipu.quality;

import java.math.BigDecimal;

/**
 * Reads decimals as they are written: optional sign, digits, optional point and digits, optional
 * exponent. The digits are kept exactly; nothing goes through a double. Commas, percent signs, and
 * digits of other scripts are not numbers here: what they mean is for a person to say.
 */
final class DecimalText {
  private static final int LONG_DIGITS = 18;

  /**
   * Digits before the point, and behind it, of what may be a measurement: squares and quotients of
   * such numbers still fit a double, whose range ends at 1.8e308.
   */
  private static final int MOST_DIGITS = 100;

  private static final int LONGEST = 2 * MOST_DIGITS + 10;

  /** Value × 10^scale of the text last parsed, where {@link #big} is null. */
  long unscaled;

  /** Digits after the point of the text last parsed. */
  int scale;

  /** The value where it has more digits than a long holds, or an exponent; else null. */
  BigDecimal big;

  /** Parses characters {@code start} to {@code end}; false where they are not a number. */
  boolean parse(char[] chars, int start, int end) {
    big = null;
    int i = start;
    boolean negative = i < end && chars[i] == '-';
    if (negative || (i < end && chars[i] == '+')) {
      i++;
    }
    long value = 0;
    int digits = 0;
    int point = -1;
    for (; i < end; i++) {
      char c = chars[i];
      if (c >= '0' && c <= '9') {
        value = value * 10 + (c - '0');
        digits++;
      } else if (c == '.' && point < 0) {
        point = digits;
      } else {
        return (c == 'e' || c == 'E') && digits > 0 && parseBig(chars, start, end);
      }
    }
    if (digits == 0) {
      return false;
    }
    if (digits > LONG_DIGITS) {
      return parseBig(chars, start, end);
    }
    unscaled = negative ? -value : value;
    scale = point < 0 ? 0 : digits - point;
    return true;
  }

  private boolean parseBig(char[] chars, int start, int end) {
    // A number of thousands of digits is no measurement, and its powers would never end.
    if (end - start > LONGEST) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (chars[i] > 'e') {
        return false;
      }
    }
    try {
      big = new BigDecimal(chars, start, end - start);
      // A text of a million zeros' worth of exponent is told by these alone.
      return big.scale() <= MOST_DIGITS && (long) big.precision() - big.scale() <= MOST_DIGITS;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}

package org.quipu.summary;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Set;

/**
 * The missing codes that are numbers, e.g. 9 or 99. A number of a batch that equals one is looked
 * at on its own: whether it is missing depends on how it is written.
 */
final class MissingNumbers {
  private final BigDecimal[] codes;

  MissingNumbers(Set<String> missing) {
    codes =
        missing.stream()
            .filter(text -> text.matches("[+-]?\\d+([.,]\\d+)?"))
            .map(text -> new BigDecimal(text.replace(',', '.')))
            .toArray(BigDecimal[]::new);
  }

  /** The unscaled values of a column with some digits after the point that equal a code. */
  long[] at(int scale) {
    return Arrays.stream(codes)
        .map(code -> code.movePointRight(scale).stripTrailingZeros())
        .filter(code -> code.scale() <= 0 && code.precision() - code.scale() <= 18)
        .mapToLong(BigDecimal::longValueExact)
        .toArray();
  }

  /** Whether a number is one of those that {@link #at} gave. */
  static boolean isOne(long unscaled, long[] codes) {
    for (long code : codes) {
      if (code == unscaled) {
        return true;
      }
    }
    return false;
  }
}

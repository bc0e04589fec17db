package org.quipu.summary;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Exact means of answers, to 34 digits where they do not end. Those of whole answers are few, and
 * asked for by every respondent: they are remembered.
 */
final class Means {
  private static final int SLOTS = 1 << 14;

  /** Threads may overwrite each other's entries, which are whole either way. */
  private static final Known[] KNOWN = new Known[SLOTS];

  private Means() {}

  /**
   * A mean of whole answers.
   *
   * @param mean without zeros at its end
   * @param rounded to a double
   * @param rest what the mean is more than that, rounded likewise
   */
  record Known(long sum, int parts, BigDecimal mean, double rounded, double rest) {
    static Known of(long sum, int parts) {
      BigDecimal mean = Means.of(BigDecimal.valueOf(sum), parts);
      double rounded = mean.doubleValue();
      return new Known(
          sum, parts, mean, rounded, mean.subtract(new BigDecimal(rounded)).doubleValue());
    }
  }

  /** sum / parts. */
  static BigDecimal of(long sum, int parts) {
    return parts == 1 ? BigDecimal.valueOf(sum) : known(sum, parts).mean;
  }

  /** sum / parts, with its double. */
  static Known known(long sum, int parts) {
    int slot = (int) ((sum * 31 + parts) * 0x9e3779b97f4a7c15L >>> 50);
    Known known = KNOWN[slot];
    if (known == null || known.sum != sum || known.parts != parts) {
      known = Known.of(sum, parts);
      KNOWN[slot] = known;
    }
    return known;
  }

  /** sum / parts. */
  static BigDecimal of(BigDecimal sum, int parts) {
    return sum.divide(BigDecimal.valueOf(parts), MathContext.DECIMAL128).stripTrailingZeros();
  }
}

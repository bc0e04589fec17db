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

  private record Known(long sum, int parts, BigDecimal mean) {}

  /** sum / parts. */
  static BigDecimal of(long sum, int parts) {
    if (parts == 1) {
      return BigDecimal.valueOf(sum);
    }
    int slot = (int) ((sum * 31 + parts) * 0x9e3779b97f4a7c15L >>> 50);
    Known known = KNOWN[slot];
    if (known == null || known.sum != sum || known.parts != parts) {
      known = new Known(sum, parts, of(BigDecimal.valueOf(sum), parts));
      KNOWN[slot] = known;
    }
    return known.mean;
  }

  /** sum / parts. */
  static BigDecimal of(BigDecimal sum, int parts) {
    return sum.divide(BigDecimal.valueOf(parts), MathContext.DECIMAL128).stripTrailingZeros();
  }
}

package org.quipu.summary;

import java.math.BigDecimal;
import java.math.MathContext;
import org.quipu.stats.KnownDecimal;

/**
 * Exact means of answers, to 34 digits where they do not end. Those of whole answers are few, and
 * asked for by every respondent: they are remembered.
 */
final class Means {
  private static final int SLOTS = 1 << 14;

  /** Threads may overwrite each other's entries, which are whole either way. */
  private static final Known[] KNOWN = new Known[SLOTS];

  private Means() {}

  private record Known(long sum, int parts, KnownDecimal mean) {}

  /** sum / parts. */
  static BigDecimal of(long sum, int parts) {
    return parts == 1 ? BigDecimal.valueOf(sum) : known(sum, parts).decimal();
  }

  /** sum / parts, with all that statistics ask of it. */
  static KnownDecimal known(long sum, int parts) {
    int slot = (int) ((sum * 31 + parts) * 0x9e3779b97f4a7c15L >>> 50);
    Known known = KNOWN[slot];
    if (known == null || known.sum != sum || known.parts != parts) {
      known = new Known(sum, parts, KnownDecimal.of(of(BigDecimal.valueOf(sum), parts)));
      KNOWN[slot] = known;
    }
    return known.mean;
  }

  /** sum / parts. */
  static BigDecimal of(BigDecimal sum, int parts) {
    return sum.divide(BigDecimal.valueOf(parts), MathContext.DECIMAL128).stripTrailingZeros();
  }
}

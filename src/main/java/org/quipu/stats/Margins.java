package org.quipu.stats;

/**
 * What the intervals of mean and median depend on beside the values: their number and the level of
 * confidence. Numbers come back, as many groups are of one size, and what belongs to them takes
 * fifty times as long as the rest of a description: it is remembered.
 *
 * @param n values
 * @param confidence level of the intervals
 * @param t what Student's t with n − 1 degrees of freedom exceeds with the probability of a tail;
 *     NaN for fewer than 2 values
 * @param medianRank the highest rank, from 0, of a sorted value that the median is below with the
 *     probability of a tail at most; −1 if not even the least is such a value
 */
record Margins(long n, double confidence, double t, long medianRank) {
  private static final int SLOTS = 1 << 12;

  /** Threads may overwrite each other's entries, which are whole either way. */
  private static final Margins[] KNOWN = new Margins[SLOTS];

  /** The margins of some values, at least one. */
  static Margins of(long n, double confidence) {
    int slot = (int) (n & (SLOTS - 1));
    Margins known = KNOWN[slot];
    if (known == null || known.n != n || known.confidence != confidence) {
      double tail = Confidence.tail(confidence);
      double t = n < 2 ? Double.NaN : Tails.tQuantile(tail, n - 1.0);
      known = new Margins(n, confidence, t, medianRankOf(n, tail));
      KNOWN[slot] = known;
    }
    return known;
  }

  private static long medianRankOf(long n, double tail) {
    long low = -1;
    for (long high = n / 2; low + 1 < high; ) {
      long middle = low + (high - low) / 2;
      if (Tails.fairBinomialUpTo(middle, n) <= tail) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

package org.quipu.stats;

/**
 * What the 95 % intervals of mean and median depend on beside the values: their number alone.
 * Numbers come back, as many groups are of one size, and what belongs to them takes fifty times as
 * long as the rest of a description: it is remembered.
 *
 * @param n values
 * @param t what Student's t with n − 1 degrees of freedom exceeds with a probability of 2.5 %; NaN
 *     for fewer than 2 values
 * @param medianRank the highest rank, from 0, of a sorted value that the median is below with
 *     probability at most 2.5 %; −1 if not even the least is such a value
 */
record Margins(long n, double t, long medianRank) {
  private static final double TAIL = 0.025;
  private static final int SLOTS = 1 << 12;

  /** Threads may overwrite each other's entries, which are whole either way. */
  private static final Margins[] KNOWN = new Margins[SLOTS];

  /** The margins of some values, at least one. */
  static Margins of(long n) {
    int slot = (int) (n & (SLOTS - 1));
    Margins known = KNOWN[slot];
    if (known == null || known.n != n) {
      known = new Margins(n, n < 2 ? Double.NaN : Tails.tQuantile(TAIL, n - 1.0), medianRankOf(n));
      KNOWN[slot] = known;
    }
    return known;
  }

  private static long medianRankOf(long n) {
    long low = -1;
    for (long high = n / 2; low + 1 < high; ) {
      long middle = low + (high - low) / 2;
      if (Tails.fairBinomialUpTo(middle, n) <= TAIL) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

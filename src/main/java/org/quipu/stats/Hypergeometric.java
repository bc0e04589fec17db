package org.quipu.stats;

/**
 * How many of the first column fall into the first row of a 2×2 table, given its margins and odds
 * ratio ω: Fisher's noncentral hypergeometric distribution.
 *
 * <p>Probabilities are followed from the most likely count outwards by the ratio of neighbours, so
 * that totals of 10<sup>9</sup> take some 10<sup>5</sup> steps and no logarithms of factorials
 * cancel.
 *
 * @param low least possible count
 * @param high greatest possible count
 * @param row total of the first row
 * @param column total of the first column
 * @param rest n − row − column
 */
record Hypergeometric(long low, long high, long row, long column, long rest) {
  private static final double NEGLIGIBLE = 1e-20;

  static Hypergeometric of(long row, long column, long n) {
    return new Hypergeometric(
        Math.max(0, row + column - n), Math.min(row, column), row, column, n - row - column);
  }

  /** P(k + 1) / P(k), which falls with k. */
  double ratio(long k, double odds) {
    return odds * ((double) (row - k) / (k + 1)) * ((double) (column - k) / (rest + k + 1));
  }

  /** The most likely count. */
  long mode(double odds) {
    long from = low;
    long to = high;
    while (from < to) {
      long middle = from + (to - from) / 2;
      if (ratio(middle, odds) > 1) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /**
   * Two-sided p at ω = 1: the probability of all counts that are no more likely than the one
   * observed, where likelihoods within 1e-7 of it count as the same.
   */
  double twoSided(long observed) {
    long mode = mode(1);
    double likelihood = 1;
    for (long k = mode; k < observed && likelihood > 0; k++) {
      likelihood *= ratio(k, 1);
    }
    for (long k = mode; k > observed && likelihood > 0; k--) {
      likelihood /= ratio(k - 1, 1);
    }
    if (likelihood == 0) {
      return Tails.LEAST;
    }
    double limit = likelihood * (1 + 1e-7);
    double total = 1;
    double tail = limit >= 1 ? 1 : 0;
    double p = 1;
    for (long k = mode; k < high && p > Math.min(NEGLIGIBLE * total, 1e-18 * likelihood); ) {
      p *= ratio(k++, 1);
      total += p;
      tail += p <= limit ? p : 0;
    }
    p = 1;
    for (long k = mode; k > low && p > Math.min(NEGLIGIBLE * total, 1e-18 * likelihood); ) {
      p /= ratio(--k, 1);
      total += p;
      tail += p <= limit ? p : 0;
    }
    return Tails.atLeast(tail / total);
  }

  /** Mean, P(X ≤ k) and P(X ≥ k) at an odds ratio. */
  record Summary(double mean, double upTo, double from) {}

  Summary at(long k, double odds) {
    long mode = mode(odds);
    double total = 1;
    double distance = 0;
    double upTo = mode <= k ? 1 : 0;
    double from = mode >= k ? 1 : 0;
    double p = 1;
    for (long x = mode; x < high && p > NEGLIGIBLE * total; ) {
      p *= ratio(x++, odds);
      total += p;
      distance += p * (x - mode);
      upTo += x <= k ? p : 0;
      from += x >= k ? p : 0;
    }
    p = 1;
    for (long x = mode; x > low && p > NEGLIGIBLE * total; ) {
      p /= ratio(--x, odds);
      total += p;
      distance += p * (x - mode);
      upTo += x <= k ? p : 0;
      from += x >= k ? p : 0;
    }
    return new Summary(mode + distance / total, upTo / total, from / total);
  }
}

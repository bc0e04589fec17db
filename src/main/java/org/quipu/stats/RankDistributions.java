package org.quipu.stats;

/**
 * The distributions of Spearman's S and Kendall's T for independent pairs without ties.
 *
 * <p>Spearman's S = Σ (rank of x − rank of y)² is counted over all permutations up to n = 9 and
 * follows an Edgeworth series beyond: D. J. Best, D. E. Roberts, "Algorithm AS 89", Applied
 * Statistics 24 (1975) 377–379, https://doi.org/10.2307/2347111. Far out the series falls to 0 or
 * below; the probability is then that of the single most extreme permutation, 1/n!, which it cannot
 * be less than.
 *
 * <p>Kendall's T, the number of concordant pairs, is counted by the recursion over n: M. Kendall,
 * "A new measure of rank correlation", Biometrika 30 (1938) 81–93,
 * https://doi.org/10.1093/biomet/30.1-2.81.
 */
final class RankDistributions {
  /** Largest n for which S is counted over all permutations. */
  static final int PERMUTED = 9;

  private RankDistributions() {}

  /** Two-sided p of S, which is an even number from 0 to (n³ − n)/3. */
  static double spearman(int n, long s) {
    long middle = ((long) n * n * n - n) / 6;
    // S is symmetric about its middle.
    long least = Math.min(s, 2 * middle - s);
    double tail =
        n <= PERMUTED ? permuted(n, least) : Math.max(edgeworth(n, least), 1 / factorial(n));
    return Tails.atLeast(2 * tail);
  }

  /** P(S ≤ s), counted. */
  private static double permuted(int n, long s) {
    return countUpTo(n, 0, 0, s) / factorial(n);
  }

  /** Permutations of the ranks not yet used, for the places from {@code place} on, with S ≤ s. */
  private static long countUpTo(int n, int place, int used, long s) {
    if (s < 0) {
      return 0;
    }
    if (place == n) {
      return 1;
    }
    long count = 0;
    for (int rank = 0; rank < n; rank++) {
      if ((used & 1 << rank) == 0) {
        long difference = rank - place;
        count += countUpTo(n, place + 1, used | 1 << rank, s - difference * difference);
      }
    }
    return count;
  }

  /** P(S ≤ s), by the series. */
  private static double edgeworth(int n, long s) {
    double b = 1.0 / n;
    double x = (6 * (s + 1.0) * b / ((double) n * n - 1) - 1) * Math.sqrt(n - 1.0);
    double y = x * x;
    double series =
        x
            * b
            * (0.2274
                + b * (0.2531 + 0.1745 * b)
                + y
                    * (-0.0758
                        + b * (0.1033 + 0.3932 * b)
                        - y
                            * b
                            * (0.0879
                                + 0.0151 * b
                                - y * (0.0072 - 0.0831 * b + y * b * (0.0131 - 4.6e-4 * y)))));
    return Tails.normalUpper(-x) - series / Math.exp(y / 2);
  }

  /** Two-sided p of T concordant pairs, exact. */
  static double kendall(int n, long t) {
    long most = (long) n * (n - 1) / 2;
    int least = (int) Math.min(t, most - t);
    double[] ways = {1};
    for (int size = 2; size <= n; size++) {
      double[] next = new double[Math.min(least, size * (size - 1) / 2) + 1];
      for (int inversions = 0; inversions < next.length; inversions++) {
        for (int added = 0; added < size && added <= inversions; added++) {
          if (inversions - added < ways.length) {
            next[inversions] += ways[inversions - added];
          }
        }
      }
      ways = next;
    }
    double total = 0;
    for (double way : ways) {
      total += way;
    }
    return Tails.atLeast(2 * total / factorial(n));
  }

  private static double factorial(int n) {
    double product = 1;
    for (int i = 2; i <= n; i++) {
      product *= i;
    }
    return product;
  }
}

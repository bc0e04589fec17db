package org.quipu.stats;

import java.util.Arrays;

/**
 * Partial tables that leave the same row totals, by their Σ ln n!, each with the probability that a
 * random table begins like one of them.
 */
final class PartialTables {
  /** Sums that agree to 1e-9 are taken as equal. */
  private static final double RESOLUTION = 1e9;

  private final LongIndex sums = new LongIndex();
  private double[] probabilities = new double[16];

  void add(double sum, double probability) {
    int at = sums.of(Math.round(sum * RESOLUTION));
    if (at == probabilities.length) {
      probabilities = Arrays.copyOf(probabilities, 2 * at);
    }
    probabilities[at] += probability;
  }

  /** How many different sums there are. */
  int size() {
    return sums.size();
  }

  /** In ascending order of their sums. */
  Sorted sorted() {
    int n = sums.size();
    long[] keys = new long[n];
    for (int i = 0; i < n; i++) {
      keys[i] = sums.key(i);
    }
    Arrays.sort(keys);
    double[] sum = new double[n];
    double[] probability = new double[n];
    double[] above = new double[n + 1];
    for (int i = n - 1; i >= 0; i--) {
      sum[i] = keys[i] / RESOLUTION;
      probability[i] = probabilities[sums.of(keys[i])];
      above[i] = above[i + 1] + probability[i];
    }
    return new Sorted(sum, probability, above);
  }

  /**
   * @param sum ascending
   * @param probability of each
   * @param above of each and all that follow
   */
  record Sorted(double[] sum, double[] probability, double[] above) {
    /** The first whose sum reaches a limit. */
    int first(double limit) {
      int low = 0;
      int high = sum.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (sum[middle] >= limit) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low;
    }
  }
}

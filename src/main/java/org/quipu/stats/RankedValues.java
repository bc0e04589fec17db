package org.quipu.stats;

import java.util.Arrays;

/**
 * The ranks of the values of one variable, as integers.
 *
 * @param level for each value, how many distinct values lie below it
 * @param counts how often each distinct value occurs
 * @param centred for each value, the values below it less those above it: twice its rank less n +
 *     1, ties sharing their mean rank
 */
record RankedValues(int[] level, long[] counts, long[] centred) {

  static RankedValues of(double[] values) {
    // Adding 0 turns -0 into 0, which are the same value.
    double[] distinct = Arrays.stream(values).map(v -> v + 0.0).sorted().distinct().toArray();
    int[] level =
        Arrays.stream(values).mapToInt(v -> Arrays.binarySearch(distinct, v + 0.0)).toArray();
    long[] counts = new long[distinct.length];
    for (int value : level) {
      counts[value]++;
    }
    long[] below = new long[distinct.length + 1];
    for (int value = 0; value < distinct.length; value++) {
      below[value + 1] = below[value] + counts[value];
    }
    long[] centred =
        Arrays.stream(level)
            .mapToLong(value -> below[value] - (values.length - below[value + 1]))
            .toArray();
    return new RankedValues(level, counts, centred);
  }

  int n() {
    return level.length;
  }

  /** How many observations share the value of observation i, itself included. */
  long sharing(int i) {
    return counts[level[i]];
  }

  /** Pairs of observations with the same value. */
  long tiedPairs() {
    return Arrays.stream(counts).map(count -> count * (count - 1) / 2).sum();
  }

  /**
   * For each observation i, Σ over j of weight<sub>j</sub> sign(value<sub>j</sub> −
   * value<sub>i</sub>).
   */
  long[] signedSums(long[] weights) {
    long[] upTo = new long[counts.length + 1];
    for (int j = 0; j < level.length; j++) {
      upTo[level[j] + 1] += weights[j];
    }
    for (int value = 0; value < counts.length; value++) {
      upTo[value + 1] += upTo[value];
    }
    long total = upTo[counts.length];
    return Arrays.stream(level).mapToLong(value -> total - upTo[value + 1] - upTo[value]).toArray();
  }
}

package org.quipu.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Pairs of numbers, complete and finite.
 *
 * @param x first numbers
 * @param y second numbers
 */
record Pairs(double[] x, double[] y) {

  /** The pairs in which neither number is missing (NaN). */
  static Pairs complete(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "x has " + x.length + " values and y has " + y.length + "; pairs need as many of each");
    }
    int[] index =
        IntStream.range(0, x.length)
            .filter(i -> !Double.isNaN(x[i]) && !Double.isNaN(y[i]))
            .toArray();
    return new Pairs(pick(x, index), pick(y, index));
  }

  int n() {
    return x.length;
  }

  /** Why no coefficient with a test can be had from these pairs; null when it can. */
  Reason problem(int needed) {
    if (!finite(x) || !finite(y)) {
      return Undefined.infinite();
    }
    if (n() < needed) {
      return Undefined.tooFewPairs(n(), needed);
    }
    return constant(x) || constant(y) ? Undefined.constant() : null;
  }

  static boolean constant(double[] values) {
    return Arrays.stream(values).allMatch(value -> value == values[0]);
  }

  static boolean finite(double[] values) {
    return Arrays.stream(values).allMatch(Double::isFinite);
  }

  static double[] pick(double[] values, int[] index) {
    return Arrays.stream(index).mapToDouble(i -> values[i]).toArray();
  }
}

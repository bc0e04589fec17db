package org.quipu.sample;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Sharing out a whole number. */
final class Split {
  private Split() {}

  /** Parts that differ by one at most; the larger ones come first. */
  static int[] evenly(int total, int parts) {
    return IntStream.range(0, parts)
        .map(i -> total / parts + (i < total % parts ? 1 : 0))
        .toArray();
  }

  /**
   * Parts in proportion to the weights, by largest remainder; equal remainders: the earlier one.
   */
  static int[] byWeight(int total, double[] weights) {
    double sum = IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
    double[] exact =
        IntStream.range(0, weights.length).mapToDouble(i -> total * weights[i] / sum).toArray();
    int[] parts = IntStream.range(0, weights.length).map(i -> (int) exact[i]).toArray();
    int left = total - IntStream.of(parts).sum();
    IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(i -> parts[i] - exact[i]).thenComparing(i -> i))
        .limit(left)
        .forEach(i -> parts[i]++);
    return parts;
  }
}

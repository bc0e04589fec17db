package org.quipu.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Doubles, with counts or one by one, in any order, on their way into a table. */
final class CountedDoubles {
  private CountedDoubles() {}

  static FrequencyTable table(double[] observations) {
    double[] sorted = new double[observations.length];
    for (int i = 0; i < sorted.length; i++) {
      check(observations[i], 1);
      sorted[i] = observations[i] + 0.0; // −0.0 becomes 0.0
    }
    Arrays.sort(sorted);
    return collapsed(sorted, oneByOne(sorted.length));
  }

  /** Takes the array, which is the table's from then on. */
  static FrequencyTable ascending(double[] observations) {
    for (int i = 0; i < observations.length; i++) {
      check(observations[i], 1);
      if (i > 0 && observations[i - 1] > observations[i]) {
        throw new IllegalArgumentException(
            "value " + observations[i] + " stands behind " + observations[i - 1]);
      }
      observations[i] += 0.0; // −0.0 becomes 0.0
    }
    return collapsed(observations, oneByOne(observations.length));
  }

  private static long[] oneByOne(int length) {
    long[] upTo = new long[length];
    for (int i = 0; i < length; i++) {
      upTo[i] = i + 1L;
    }
    return upTo;
  }

  static FrequencyTable table(double[] values, long[] counts) {
    if (values.length != counts.length) {
      throw new IllegalArgumentException(
          values.length + " values come with " + counts.length + " counts");
    }
    for (int i = 0; i < counts.length; i++) {
      check(values[i], counts[i]);
    }
    int[] order = IntStream.range(0, counts.length).filter(i -> counts[i] > 0).toArray();
    boolean ascending =
        IntStream.range(1, order.length).allMatch(i -> values[order[i - 1]] < values[order[i]]);
    if (!ascending) {
      int[] sorted =
          IntStream.of(order)
              .boxed()
              .sorted((i, j) -> Double.compare(values[i], values[j]))
              .mapToInt(Integer::intValue)
              .toArray();
      System.arraycopy(sorted, 0, order, 0, sorted.length);
    }
    return collapsed(
        IntStream.of(order).mapToDouble(i -> values[i] + 0.0).toArray(),
        cumulated(IntStream.of(order).mapToLong(i -> counts[i]).toArray()));
  }

  /** Takes ascending values with cumulated counts and joins those that are equal, in place. */
  static FrequencyTable collapsed(double[] sorted, long[] upTo) {
    int last = -1;
    for (int i = 0; i < sorted.length; i++) {
      if (last < 0 || sorted[last] != sorted[i]) {
        last++;
      }
      sorted[last] = sorted[i];
      upTo[last] = upTo[i];
    }
    return last + 1 == sorted.length
        ? new FrequencyTable(sorted, null, upTo, false)
        : new FrequencyTable(
            Arrays.copyOf(sorted, last + 1), null, Arrays.copyOf(upTo, last + 1), false);
  }

  /** Turns counts into cumulated ones, in place. */
  static long[] cumulated(long[] counts) {
    for (int i = 1; i < counts.length; i++) {
      counts[i] = Math.addExact(counts[i], counts[i - 1]);
    }
    return counts;
  }

  static void check(double value, long count) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value " + value + "; allowed are finite numbers");
    }
    if (count < 0) {
      throw new IllegalArgumentException(
          "value " + value + " has count " + count + "; not negative");
    }
  }
}

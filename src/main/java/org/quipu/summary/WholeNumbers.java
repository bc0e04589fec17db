package org.quipu.summary;

import java.util.Arrays;

/** Whole numbers that stay as they are, in ints where all of them fit: units keep millions. */
final class WholeNumbers {
  /** One of the two is null. */
  private final int[] ints;

  private final long[] longs;

  private WholeNumbers(int[] ints, long[] longs) {
    this.ints = ints;
    this.longs = longs;
  }

  /** The first of some numbers. */
  static WholeNumbers of(long[] numbers, int size) {
    int[] ints = new int[size];
    for (int i = 0; i < size; i++) {
      ints[i] = (int) numbers[i];
      if (ints[i] != numbers[i]) {
        return new WholeNumbers(null, Arrays.copyOf(numbers, size));
      }
    }
    return new WholeNumbers(ints, null);
  }

  int size() {
    return ints != null ? ints.length : longs.length;
  }

  long get(int i) {
    return ints != null ? ints[i] : longs[i];
  }

  /** All of them. */
  long[] toArray() {
    return toArray(0, size());
  }

  /** So many of them, from one on. */
  long[] toArray(int from, int count) {
    long[] some = new long[count];
    for (int i = 0; i < count; i++) {
      some[i] = get(from + i);
    }
    return some;
  }
}

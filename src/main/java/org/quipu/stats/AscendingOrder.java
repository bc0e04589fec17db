package org.quipu.stats;

import java.util.Arrays;

/**
 * Numbers by their size, without moving them: one sort serves every part of a sample, as whoever
 * deals the numbers out in this order deals each part its own in order.
 */
public final class AscendingOrder {
  private AscendingOrder() {}

  /**
   * The positions of some numbers from the least to the greatest; NaN is left out.
   *
   * @param numbers the first of which are looked at
   * @param length how many of them
   */
  public static int[] of(double[] numbers, int length) {
    // The leading bits of a number and its position are sorted as one long …
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(length);
    long mask = (1L << bits) - 1;
    long[] keys = new long[length];
    int found = 0;
    for (int i = 0; i < length; i++) {
      if (!Double.isNaN(numbers[i])) {
        keys[found++] = ordered(numbers[i]) & ~mask | i;
      }
    }
    Arrays.sort(keys, 0, found);
    // … then the few that differ in the bits that had no room are put right.
    int[] positions = new int[found];
    for (int i = 0; i < found; i++) {
      int position = (int) (keys[i] & mask);
      int at = i;
      while (at > 0 && numbers[positions[at - 1]] > numbers[position]) {
        positions[at] = positions[at - 1];
        at--;
      }
      positions[at] = position;
    }
    return positions;
  }

  /** A long that is in the order of longs as the number is in that of numbers. */
  private static long ordered(double number) {
    long bits = Double.doubleToRawLongBits(number);
    return bits ^ (bits >> 63) & Long.MAX_VALUE;
  }
}

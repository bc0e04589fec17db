package org.quipu.stats;

import java.util.Arrays;

/**
 * Sums of products of small whole numbers, four to a long: a multiplication adds four products at
 * once. A lane of 16 bits holds {@link #ROWS} products of at most {@link #LARGEST}²; then the lanes
 * are emptied into the sums.
 */
final class PackedProducts {
  /** Numbers are from 0 to this. */
  static final int LARGEST = 15;

  /** Rows that the lanes hold. */
  static final int ROWS = 0xffff / (LARGEST * LARGEST);

  private static final int LANES = 4;
  private static final int LANE_BITS = 16;
  private static final long LANE = 0xffffL;

  private final int items;

  /** By four items, and by the items from the first of these four on. */
  private final long[][] lanes;

  private final long[] factors;
  private int rows;

  PackedProducts(int items) {
    this.items = items;
    this.factors = new long[items];
    this.lanes = new long[(items + LANES - 1) / LANES][];
    for (int four = 0; four < lanes.length; four++) {
      lanes[four] = new long[items - four * LANES];
    }
  }

  /** Adds all products of a row; when this returns true the lanes are full. */
  boolean add(int[] row) {
    for (int item = 0; item < items; item++) {
      factors[item] = row[item];
    }
    for (int four = 0; four < lanes.length; four++) {
      int first = four * LANES;
      long packed = 0;
      for (int item = Math.min(items, first + LANES) - 1; item >= first; item--) {
        packed = packed << LANE_BITS | factors[item];
      }
      addAll(lanes[four], packed, factors, first);
    }
    rows++;
    return rows == ROWS;
  }

  private static void addAll(long[] sums, long packed, long[] factors, int first) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += packed * factors[first + i];
    }
  }

  /** Adds what the lanes hold to sums by pair (i ≥ j, row by row), and empties them. */
  void empty(long[] sums) {
    int cell = 0;
    for (int i = 0; i < items; i++) {
      for (int j = 0; j <= i; j++) {
        int four = j / LANES;
        sums[cell++] += lanes[four][i - four * LANES] >>> (j % LANES * LANE_BITS) & LANE;
      }
    }
    for (long[] ofFour : lanes) {
      Arrays.fill(ofFour, 0);
    }
    rows = 0;
  }
}

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
  private final int[] rowStarts;
  private final long[] lanes;
  private final long[] packed;
  private int rows;

  PackedProducts(int items) {
    this.items = items;
    this.rowStarts = new int[items];
    int length = 0;
    for (int item = 0; item < items; item++) {
      rowStarts[item] = length;
      length += item / LANES + 1;
    }
    this.lanes = new long[length];
    this.packed = new long[(items + LANES - 1) / LANES];
  }

  /** Adds all products of a row; when this returns true the lanes are full. */
  boolean add(int[] row) {
    Arrays.fill(packed, 0);
    for (int item = 0; item < items; item++) {
      packed[item / LANES] |= (long) row[item] << (item % LANES * LANE_BITS);
    }
    for (int item = 0; item < items; item++) {
      long factor = row[item];
      int start = rowStarts[item];
      int last = item / LANES;
      for (int word = 0; word <= last; word++) {
        lanes[start + word] += factor * packed[word];
      }
    }
    rows++;
    return rows == ROWS;
  }

  /** Adds what the lanes hold to sums by pair (i ≥ j, row by row), and empties them. */
  void empty(long[] sums) {
    int cell = 0;
    for (int i = 0; i < items; i++) {
      for (int j = 0; j <= i; j++) {
        sums[cell++] += lanes[rowStarts[i] + j / LANES] >>> (j % LANES * LANE_BITS) & LANE;
      }
    }
    Arrays.fill(lanes, 0);
    rows = 0;
  }
}

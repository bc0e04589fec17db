package org.quipu.stats;

/**
 * The median of the slopes between all two points of different x, found digit by digit: four passes
 * over the pairs, each counting the slopes by their next 16 bits, and a fifth where their number is
 * even.
 */
final class MedianSlope {
  private final double[] x;
  private final double[] y;

  MedianSlope(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  double value() {
    long slopes = (long) x.length * (x.length - 1) / 2 - RankedValues.of(x).tiedPairs();
    double lower = rank((slopes - 1) / 2);
    return slopes % 2 == 1 ? lower : between(lower, after(lower, slopes / 2));
  }

  /** The slope in a place, given the one in the place before. */
  private double after(double before, long place) {
    long notAbove = 0;
    double next = Double.POSITIVE_INFINITY;
    for (int i = 1; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        if (x[i] != x[j]) {
          double slope = (y[i] - y[j]) / (x[i] - x[j]);
          if (slope <= before) {
            notAbove++;
          } else {
            next = Math.min(next, slope);
          }
        }
      }
    }
    return notAbove > place ? before : next;
  }

  static double between(double low, double high) {
    return low + (high - low) / 2;
  }

  /** The slope that has {@code below} slopes before it in order. */
  private double rank(long below) {
    long prefix = 0;
    for (int digit = 0; digit < 4; digit++) {
      long[] counts = digits(prefix, digit);
      int next = 0;
      while (below >= counts[next]) {
        below -= counts[next++];
      }
      prefix = (prefix << 16) | next;
    }
    return fromOrdered(prefix);
  }

  /** Slopes that begin with the digits of the prefix, counted by their next digit. */
  private long[] digits(long prefix, int digit) {
    long[] counts = new long[1 << 16];
    for (int i = 1; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        if (x[i] != x[j]) {
          // Adding 0 turns -0 into 0.
          long key = ordered((y[i] - y[j]) / (x[i] - x[j]) + 0.0);
          if (digit == 0 || key >>> (64 - 16 * digit) == prefix) {
            counts[(int) (key >>> (48 - 16 * digit)) & 0xFFFF]++;
          }
        }
      }
    }
    return counts;
  }

  /** Bits that are in order, as an unsigned number, when the doubles are. */
  private static long ordered(double value) {
    long bits = Double.doubleToRawLongBits(value);
    return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
  }

  private static double fromOrdered(long key) {
    return Double.longBitsToDouble(key < 0 ? key ^ Long.MIN_VALUE : ~key);
  }
}

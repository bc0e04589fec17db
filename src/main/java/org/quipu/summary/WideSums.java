package org.quipu.summary;

import java.io.Serializable;
import java.math.BigInteger;

/**
 * Exact sums of longs and of products of two longs, 128 bits each, without an object a number. What
 * is added must stay below 2^93 for 2^33 rows to fit.
 */
final class WideSums implements Serializable {
  private static final long serialVersionUID = 1L;
  private final long[] low;
  private final long[] high;

  WideSums(int slots) {
    low = new long[slots];
    high = new long[slots];
  }

  void add(int slot, long value) {
    add(slot, value >> 63, value);
  }

  void addProduct(int slot, long a, long b) {
    add(slot, Math.multiplyHigh(a, b), a * b);
  }

  private void add(int slot, long highPart, long lowPart) {
    long sum = low[slot] + lowPart;
    high[slot] += highPart + (Long.compareUnsigned(sum, lowPart) < 0 ? 1 : 0);
    low[slot] = sum;
  }

  /** Adds, or takes out, all that another holds. */
  void addAll(WideSums other, int sign) {
    for (int slot = 0; slot < low.length; slot++) {
      if (sign > 0) {
        add(slot, other.high[slot], other.low[slot]);
      } else {
        // −x is the complement of x, and one.
        long negated = -other.low[slot];
        add(slot, ~other.high[slot] + (negated == 0 ? 1 : 0), negated);
      }
    }
  }

  BigInteger get(int slot) {
    return BigInteger.valueOf(high[slot])
        .shiftLeft(Long.SIZE)
        .add(new BigInteger(Long.toUnsignedString(low[slot])));
  }
}

package org.quipu.summary;

import java.util.Arrays;

/**
 * Sorts hashes, thousands of them: byte by byte from the last to the first, each time keeping the
 * order of before, which costs the same whatever they are.
 */
final class HashOrder {
  private static final int BYTES = 1 << Byte.SIZE;

  /** Fewer are as well sorted by comparing. */
  private static final int FEW = 1 << 12;

  private HashOrder() {}

  /** Sorts hashes as signed numbers. */
  static void sort(long[] hashes) {
    if (hashes.length < FEW) {
      Arrays.sort(hashes);
      return;
    }
    long[] from = hashes;
    long[] to = new long[hashes.length];
    // The number of bytes is even: the last of them leaves the hashes where they were.
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      deal(from, to, shift);
      long[] dealt = to;
      to = from;
      from = dealt;
    }
  }

  private static void deal(long[] from, long[] to, int shift) {
    int[] next = new int[BYTES + 1];
    for (long hash : from) {
      next[place(hash, shift) + 1]++;
    }
    for (int place = 0; place < BYTES; place++) {
      next[place + 1] += next[place];
    }
    for (long hash : from) {
      to[next[place(hash, shift)]++] = hash;
    }
  }

  /** Negative numbers come before the others. */
  private static int place(long hash, int shift) {
    return (int) ((hash ^ Long.MIN_VALUE) >>> shift) & (BYTES - 1);
  }
}

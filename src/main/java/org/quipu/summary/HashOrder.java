package org.quipu.summary;

import java.util.Arrays;

/**
 * Sorts hashes, millions of them: byte by byte from the last to the first, each time keeping the
 * order of before, which costs the same whatever they are.
 */
final class HashOrder {
  private static final int BYTES = 1 << Byte.SIZE;

  /** Fewer are as well sorted by comparing. */
  private static final int FEW = 1 << 12;

  /** Pieces in ascending order that are better merged than sorted anew. */
  private static final int PIECES = 32;

  private HashOrder() {}

  /** Sorts the first hashes of an array, as signed numbers. */
  static void sort(long[] hashes, int size) {
    if (size < FEW || pieces(hashes, size) <= PIECES) {
      Arrays.sort(hashes, 0, size);
      return;
    }
    long[] from = hashes;
    long[] to = new long[size];
    // The number of bytes is even: the last of them leaves the hashes where they were.
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      deal(from, to, size, shift);
      long[] dealt = to;
      to = from;
      from = dealt;
    }
  }

  private static int pieces(long[] hashes, int size) {
    int pieces = 1;
    for (int i = 1; i < size && pieces <= PIECES; i++) {
      pieces += hashes[i] < hashes[i - 1] ? 1 : 0;
    }
    return pieces;
  }

  private static void deal(long[] from, long[] to, int size, int shift) {
    int[] next = new int[BYTES + 1];
    for (int i = 0; i < size; i++) {
      next[place(from[i], shift) + 1]++;
    }
    for (int place = 0; place < BYTES; place++) {
      next[place + 1] += next[place];
    }
    for (int i = 0; i < size; i++) {
      to[next[place(from[i], shift)]++] = from[i];
    }
  }

  /** Negative numbers come before the others. */
  private static int place(long hash, int shift) {
    return (int) ((hash ^ Long.MIN_VALUE) >>> shift) & (BYTES - 1);
  }
}

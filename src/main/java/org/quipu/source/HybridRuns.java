package org.quipu.source;

import java.io.IOException;
import java.util.Arrays;

/**
 * Small whole numbers as Parquet writes levels and the numbers of dictionaries: runs of one number,
 * and groups of eight packed to a few bits each.
 *
 * <p>Reference: Apache Parquet, "Encodings", RLE / bit-packing hybrid.
 * https://parquet.apache.org/docs/file-format/data-pages/encodings/
 */
final class HybridRuns {
  private static final int GROUP = 8;
  private static final int CONTINUES = 0x80;

  private final byte[] bytes;
  private final int end;
  private final int width;
  private final int limit;
  private final long mask;
  private int at;

  /** Numbers left of the run at hand. */
  private int left;

  private boolean packed;
  private int repeated;

  /** Bits of packed numbers that were read and not asked for yet, the next number lowest. */
  private long bits;

  private int bitsLeft;

  /**
   * @param from the first byte
   * @param end the first byte behind them
   * @param width bits of a packed number
   * @param limit all numbers are below it
   * @throws IOException if no numbers have so many bits
   */
  HybridRuns(byte[] bytes, int from, int end, int width, int limit) throws IOException {
    if (width < 0 || width > Integer.SIZE) {
      throw new IOException("a page has numbers of " + width + " bits");
    }
    this.bytes = bytes;
    this.at = from;
    this.end = end;
    this.width = width;
    this.limit = limit;
    this.mask = (1L << width) - 1;
  }

  /** Whether the next numbers are all the same as one, by one run; they are passed if so. */
  boolean pass(int count, int number) throws IOException {
    if (left == 0) {
      begin();
    }
    if (packed || left < count || repeated != number) {
      return false;
    }
    left -= count;
    return true;
  }

  /**
   * Reads the next numbers.
   *
   * @param from the place of the first
   */
  void read(int[] into, int from, int count) throws IOException {
    int to = from + count;
    int place = from;
    while (place < to) {
      if (left == 0) {
        begin();
      }
      int n = Math.min(left, to - place);
      if (packed) {
        unpack(into, place, n);
      } else {
        Arrays.fill(into, place, place + n, repeated);
      }
      place += n;
      left -= n;
    }
  }

  private void begin() throws IOException {
    int header = header();
    packed = (header & 1) != 0;
    left = packed ? (header >>> 1) * GROUP : header >>> 1;
    bits = 0;
    bitsLeft = 0;
    if (!packed) {
      repeated = 0;
      for (int shift = 0; shift < width; shift += Byte.SIZE) {
        repeated |= next() << shift;
      }
      if (Integer.toUnsignedLong(repeated) >= limit) {
        throw tooLarge(Integer.toUnsignedLong(repeated));
      }
    }
    if (left <= 0) {
      throw new IOException("a run of a page has no values");
    }
  }

  /** Seven bits a byte, the lowest first. */
  private int header() throws IOException {
    int header = 0;
    int shift = 0;
    int part = CONTINUES;
    while ((part & CONTINUES) != 0) {
      part = next();
      header |= (part & ~CONTINUES) << shift;
      shift += 7;
    }
    return header;
  }

  private int next() throws IOException {
    if (at >= end) {
      throw new IOException("a page ends before its values do");
    }
    return bytes[at++] & 0xff;
  }

  private void unpack(int[] into, int from, int count) throws IOException {
    long window = bits;
    int filled = bitsLeft;
    for (int place = from; place < from + count; place++) {
      while (filled < width) {
        window |= (long) next() << filled;
        filled += Byte.SIZE;
      }
      long number = window & mask;
      if (number >= limit) {
        throw tooLarge(number);
      }
      into[place] = (int) number;
      window >>>= width;
      filled -= width;
    }
    bits = window;
    bitsLeft = filled;
  }

  private IOException tooLarge(long number) {
    return new IOException("a page has number " + number + " of " + limit);
  }
}

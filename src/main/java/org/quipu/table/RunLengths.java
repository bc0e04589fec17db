package org.quipu.table;

/**
 * Small numbers as runs of the same number and as groups of eight packed bit by bit, each where it
 * is shorter. The same bytes as the library's encoder, which takes a number at a time.
 *
 * <p>Reference: Apache Parquet, "Encodings", run length encoding and bit packing hybrid.
 * https://parquet.apache.org/docs/file-format/data-pages/encodings/
 */
final class RunLengths {
  private static final int GROUP = 8;

  /** So many groups a header of one byte can tell. */
  private static final int MOST_GROUPS = 63;

  private RunLengths() {}

  /**
   * Adds numbers to a page.
   *
   * @param width bits that the greatest number takes, 0 to 31
   */
  static void write(PageBuffer page, int[] numbers, int from, int to, int width) {
    int header = -1;
    int groups = 0;
    for (int at = from; at < to; ) {
      int run = run(numbers, at, to);
      if (run >= GROUP) {
        repeat(page, numbers[at], run, width);
        header = -1;
        at += run;
        continue;
      }
      if (header < 0 || groups == MOST_GROUPS) {
        header = page.size();
        groups = 0;
        page.write(0);
      }
      pack(page, numbers, at, Math.min(to, at + GROUP), width);
      page.setByte(header, ++groups << 1 | 1);
      at += GROUP;
    }
  }

  private static int run(int[] numbers, int from, int to) {
    int at = from + 1;
    while (at < to && numbers[at] == numbers[from]) {
      at++;
    }
    return at - from;
  }

  /** Adds the same number, eight times or more often. */
  static void repeat(PageBuffer page, int number, int times, int width) {
    page.writeVarInt(times << 1);
    for (int bits = 0; bits < width; bits += Byte.SIZE) {
      page.write(number >>> bits);
    }
  }

  /** Adds one group, filled up with zeros. */
  private static void pack(PageBuffer page, int[] numbers, int from, int to, int width) {
    long packed = 0;
    int bits = 0;
    for (int i = 0; i < GROUP; i++) {
      packed |= (from + i < to ? (long) numbers[from + i] : 0) << bits;
      bits += width;
      if (bits >= Integer.SIZE) {
        page.writeInt((int) packed);
        packed >>>= Integer.SIZE;
        bits -= Integer.SIZE;
      }
    }
    for (; bits > 0; bits -= Byte.SIZE) {
      page.write((int) packed);
      packed >>>= Byte.SIZE;
    }
  }
}

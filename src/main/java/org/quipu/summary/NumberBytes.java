package org.quipu.summary;

/** Whole numbers in as few bytes as the largest of some needs, the lowest byte first. */
final class NumberBytes {
  private NumberBytes() {}

  /** How many bytes hold a number and its sign. */
  static int needed(long number) {
    return (Long.SIZE - Long.numberOfLeadingZeros(number ^ number >> 63)) / Byte.SIZE + 1;
  }

  /** Writes the lowest bytes of a number. */
  static void write(long number, int length, byte[] bytes, int at) {
    for (int i = 0; i < length; i++) {
      bytes[at + i] = (byte) (number >> Byte.SIZE * i);
    }
  }

  /** Reads numbers of at most four bytes; nearly all have two or three, and take no loop each. */
  static int[] ints(int length, byte[] bytes, int from, int count) {
    int[] ints = new int[count];
    int at = from;
    for (int i = 0; i < count; i++, at += length) {
      ints[i] =
          switch (length) {
            case 2 -> bytes[at] & 0xff | bytes[at + 1] << 8;
            case 3 -> bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 | bytes[at + 2] << 16;
            default -> (int) read(length, bytes, at);
          };
    }
    return ints;
  }

  /** Reads numbers of at most eight bytes. */
  static long[] longs(int length, byte[] bytes, int from, int count) {
    long[] longs = new long[count];
    for (int i = 0; i < count; i++) {
      longs[i] = read(length, bytes, from + i * length);
    }
    return longs;
  }

  private static long read(int length, byte[] bytes, int at) {
    long number = bytes[at + length - 1];
    for (int i = length - 2; i >= 0; i--) {
      number = number << Byte.SIZE | bytes[at + i] & 0xff;
    }
    return number;
  }
}

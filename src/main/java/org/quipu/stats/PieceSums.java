package org.quipu.stats;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Sums of decimals and of their squares, exact and without an object a number. A decimal × 10^40 is
 * cut into pieces of 16 bits, its square × 10^80 likewise; pieces add up apart from each other, and
 * what they carry is put right once for all.
 */
final class PieceSums {
  private static final int SCALE = 40;
  private static final int BITS = 16;
  private static final int PIECE = (1 << BITS) - 1;

  /** Pieces of 10^40 × 2^16, and of its square. */
  private static final int PIECES = 10;

  private static final int SQUARE_PIECES = 19;

  /** So many different decimals, each this often, overflow no sum of pieces. */
  private static final int MOST_DECIMALS = 1 << 15;

  private static final long MOST_TIMES = 1L << 31;

  private static final BigDecimal TOO_LARGE = BigDecimal.valueOf(1 << BITS);

  /** Shorter decimals are added up as fast as they are. */
  private static final int SHORT = 9;

  private final long[] sums = new long[PIECES + SQUARE_PIECES];

  /** The pieces of a decimal and its square; null where it is too long. */
  static int[] pieces(BigDecimal decimal) {
    if (decimal.scale() > SCALE || decimal.abs().compareTo(TOO_LARGE) >= 0) {
      return null;
    }
    int[] pieces = new int[PIECES + SQUARE_PIECES];
    BigInteger whole = decimal.setScale(SCALE).unscaledValue();
    cut(whole.abs(), whole.signum(), pieces, 0, PIECES);
    cut(whole.multiply(whole), 1, pieces, PIECES, SQUARE_PIECES);
    return pieces;
  }

  private static void cut(BigInteger size, int sign, int[] into, int from, int count) {
    for (int i = 0; i < count; i++) {
      into[from + i] = sign * (size.shiftRight(i * BITS).intValue() & PIECE);
    }
  }

  /** Whether a table's decimals are added up better in pieces. */
  static boolean serve(FrequencyTable table) {
    if (table.distinct() > MOST_DECIMALS || table.n() >= MOST_TIMES) {
      return false;
    }
    boolean anyLong = false;
    for (int i = 0; i < table.distinct(); i++) {
      KnownDecimal known = table.known(i);
      if (known == null || known.pieces() == null) {
        return false;
      }
      anyLong |= known.decimal().scale() > SHORT;
    }
    return anyLong;
  }

  /** Adds a decimal and its square some times. */
  void add(KnownDecimal decimal, long times) {
    int[] pieces = decimal.pieces();
    for (int i = 0; i < pieces.length; i++) {
      sums[i] += times * pieces[i];
    }
  }

  /** The sum of the decimals. */
  BigDecimal sum() {
    return new BigDecimal(whole(0, PIECES), SCALE);
  }

  /** The sum of the squares. */
  BigDecimal squares() {
    return new BigDecimal(whole(PIECES, SQUARE_PIECES), 2 * SCALE);
  }

  /** The number that sums of pieces stand for: as bytes, the highest first and with its sign. */
  private BigInteger whole(int from, int count) {
    byte[] bytes = new byte[Long.BYTES + 2 * count];
    long carried = 0;
    int at = bytes.length;
    for (int i = from; i < from + count; i++) {
      carried += sums[i];
      bytes[--at] = (byte) carried;
      bytes[--at] = (byte) (carried >> Byte.SIZE);
      carried >>= BITS;
    }
    while (at > 0) {
      bytes[--at] = (byte) carried;
      carried >>= Byte.SIZE;
    }
    return new BigInteger(bytes);
  }
}

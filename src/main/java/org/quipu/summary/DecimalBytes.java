package org.quipu.summary;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.Arrays;

/**
 * {@link DecimalSums} as bytes, in a file or on the way between processes: how wide counts and sums
 * are, the scale, whether there are any that no long holds, how many slots; the counts; the sums;
 * then of each slot what no long holds. Sums of a month mostly fit shorts, those of a year ints.
 */
final class DecimalBytes {
  private static final int HEAD = 8;

  /** As most processors have it: bytes become numbers by being copied. */
  private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

  private DecimalBytes() {}

  /** All of some sums: of the same slots, scale and sums the same bytes. */
  static ByteBuffer of(DecimalSums sums) {
    int slots = sums.slots();
    int sumBytes = width(sums);
    int countBytes = sums.few != null ? Byte.BYTES : Integer.BYTES;
    byte[][] bigs = bigs(sums);
    int more = Arrays.stream(bigs).mapToInt(big -> Integer.BYTES + big.length).sum();
    ByteBuffer bytes =
        ByteBuffer.allocate(HEAD + slots * (countBytes + sumBytes) + more).order(ORDER);
    bytes.put((byte) countBytes).put((byte) sumBytes).put((byte) sums.scale);
    bytes.put((byte) (sums.bigs == null ? 0 : 1)).putInt(slots);
    if (sums.few != null) {
      bytes.put(sums.few);
    } else {
      bytes.asIntBuffer().put(sums.many);
      bytes.position(bytes.position() + Integer.BYTES * slots);
    }
    if (sumBytes == Integer.BYTES && sums.ints != null) {
      bytes.asIntBuffer().put(sums.ints);
      bytes.position(bytes.position() + Integer.BYTES * slots);
    } else {
      for (int slot = 0; slot < slots; slot++) {
        switch (sumBytes) {
          case Short.BYTES -> bytes.putShort((short) sums.sum(slot));
          case Integer.BYTES -> bytes.putInt((int) sums.sum(slot));
          default -> bytes.putLong(sums.sum(slot));
        }
      }
    }
    for (byte[] big : bigs) {
      bytes.putInt(big.length).put(big);
    }
    return bytes.flip();
  }

  /** The bytes that the widest sum needs: two, four or eight. */
  private static int width(DecimalSums sums) {
    int width = Short.BYTES;
    for (int slot = 0; slot < sums.slots(); slot++) {
      long sum = sums.sum(slot);
      if ((int) sum != sum) {
        return Long.BYTES;
      }
      if ((short) sum != sum) {
        width = Integer.BYTES;
      }
    }
    return width;
  }

  /** Of each slot its scale and unscaled number; nothing where a slot has no such sum. */
  private static byte[][] bigs(DecimalSums sums) {
    byte[][] bigs = new byte[sums.bigs == null ? 0 : sums.slots()][];
    for (int slot = 0; slot < bigs.length; slot++) {
      BigDecimal big = sums.bigs[slot];
      byte[] unscaled = big == null ? new byte[0] : big.unscaledValue().toByteArray();
      bigs[slot] =
          big == null
              ? unscaled
              : ByteBuffer.allocate(Integer.BYTES + unscaled.length)
                  .putInt(big.scale())
                  .put(unscaled)
                  .array();
    }
    return bigs;
  }

  /** Slots up to the last that any number went into, of what {@link #of} made. */
  static int used(ByteBuffer bytes) {
    int countBytes = bytes.get(0);
    int slots = bytes.duplicate().order(ORDER).getInt(Integer.BYTES);
    int end = HEAD + countBytes * slots;
    while (end > HEAD && bytes.get(end - 1) == 0) {
      end--;
    }
    return (end - HEAD + countBytes - 1) / countBytes;
  }

  /** The sums that {@link #of} made bytes of, which begin at a place of a buffer. */
  static DecimalSums read(ByteBuffer from, int at) {
    ByteBuffer in = from.duplicate().order(ORDER).position(at);
    int countBytes = in.get();
    int sumBytes = in.get();
    DecimalSums sums = new DecimalSums();
    sums.scale = in.get();
    boolean hasBigs = in.get() != 0;
    int slots = in.getInt();
    if (countBytes == Byte.BYTES) {
      sums.few = new byte[slots];
      in.get(sums.few);
    } else {
      sums.many = new int[slots];
      in.asIntBuffer().get(sums.many);
      in.position(in.position() + countBytes * slots);
    }
    switch (sumBytes) {
      case Short.BYTES -> sums.ints = ints(in.asShortBuffer(), slots);
      case Integer.BYTES -> in.asIntBuffer().get(sums.ints = new int[slots]);
      default -> in.asLongBuffer().get(sums.longs = new long[slots]);
    }
    if (hasBigs) {
      in.position(in.position() + sumBytes * slots);
      sums.bigs = new BigDecimal[slots];
      Arrays.setAll(sums.bigs, slot -> big(in));
    }
    return sums;
  }

  private static int[] ints(ShortBuffer in, int slots) {
    short[] shorts = new short[slots];
    in.get(shorts);
    int[] ints = new int[slots];
    for (int slot = 0; slot < slots; slot++) {
      ints[slot] = shorts[slot];
    }
    return ints;
  }

  private static BigDecimal big(ByteBuffer in) {
    byte[] big = new byte[in.getInt()];
    in.get(big);
    return big.length == 0
        ? null
        : new BigDecimal(
            new BigInteger(big, Integer.BYTES, big.length - Integer.BYTES),
            ByteBuffer.wrap(big).getInt());
  }
}

package org.quipu.summary;

import java.io.ByteArrayOutputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.Arrays;

/**
 * Exact sums of decimals, one a slot, with how many numbers went into each. Whole numbers at a
 * common scale, in ints while all of them fit, then in longs; what outgrows those goes on as a
 * BigDecimal. A country's ten years are tens of millions of slots: five bytes each where they can
 * be.
 */
final class DecimalSums {
  private static final int LARGEST_SCALE = 9;

  /** Bytes before the counts, in a file. */
  private static final int HEAD = 8;

  /** As most processors have it: bytes become numbers by being copied. */
  private static final ByteOrder IN_FILES = ByteOrder.LITTLE_ENDIAN;

  /** The sums; one of the two is null. */
  private int[] ints;

  private long[] longs;

  /** Numbers in each sum; one of the two is null. */
  private byte[] few;

  private int[] many;
  private BigDecimal[] bigs;
  private int scale;

  private DecimalSums() {}

  DecimalSums(int slots) {
    ints = new int[slots];
    few = new byte[slots];
  }

  private int slots() {
    return few != null ? few.length : many.length;
  }

  private int count(int slot) {
    return few != null ? few[slot] : many[slot];
  }

  private void count(int slot, int count) {
    if (few != null && (byte) count != count) {
      many = new int[few.length];
      for (int i = 0; i < many.length; i++) {
        many[i] = few[i];
      }
      few = null;
    }
    if (few != null) {
      few[slot] = (byte) count;
    } else {
      many[slot] = count;
    }
  }

  private long sum(int slot) {
    return ints != null ? ints[slot] : longs[slot];
  }

  private void sum(int slot, long sum) {
    if (ints != null && (int) sum != sum) {
      longs = new long[ints.length];
      for (int i = 0; i < longs.length; i++) {
        longs[i] = ints[i];
      }
      ints = null;
    }
    if (ints != null) {
      ints[slot] = (int) sum;
    } else {
      longs[slot] = sum;
    }
  }

  void add(int slot, long unscaled, int valueScale) {
    reserve(slot);
    count(slot, count(slot) + 1);
    addTo(slot, unscaled, valueScale);
  }

  private void addTo(int slot, long unscaled, int valueScale) {
    long before = sum(slot);
    if (valueScale == scale) {
      long after = before + unscaled;
      if (((before ^ after) & (unscaled ^ after)) >= 0) {
        sum(slot, after);
        return;
      }
    }
    if (valueScale > scale && !rescale(valueScale)) {
      addBig(slot, BigDecimal.valueOf(unscaled, valueScale));
      return;
    }
    long factor = powerOfTen(scale - valueScale);
    long value = unscaled * factor;
    long sum = sum(slot) + value;
    boolean overflow =
        Math.multiplyHigh(unscaled, factor) != value >> 63
            || ((sum(slot) ^ sum) & (value ^ sum)) < 0;
    if (overflow) {
      addBig(slot, BigDecimal.valueOf(unscaled, valueScale));
    } else {
      sum(slot, sum);
    }
  }

  void add(int slot, BigDecimal value) {
    reserve(slot);
    count(slot, count(slot) + 1);
    addBig(slot, value);
  }

  /** Adds, or takes out, all of another's slots, whose numbers here are given. */
  void addAll(DecimalSums other, int[] slotsHere, int sign) {
    for (int slot = 0; slot < other.slots(); slot++) {
      if (other.count(slot) != 0) {
        int here = slotsHere[slot];
        reserve(here);
        count(here, count(here) + sign * other.count(slot));
        long sum = other.sum(slot);
        if (sum == Long.MIN_VALUE && sign < 0) {
          // The one long whose opposite is none.
          addBig(here, BigDecimal.valueOf(sum, other.scale).negate());
        } else if (sum != 0) {
          addTo(here, sign * sum, other.scale);
        }
        if (other.bigs != null && other.bigs[slot] != null) {
          addBig(here, sign > 0 ? other.bigs[slot] : other.bigs[slot].negate());
        }
      }
    }
  }

  /** Of some slots, one after the other at the same distance, how many any number went into. */
  int present(int first, int step) {
    int present = 0;
    for (int slot = first; slot < slots(); slot += step) {
      present += count(slot) > 0 ? 1 : 0;
    }
    return present;
  }

  /** Whether any number went into a slot. */
  boolean has(int slot) {
    return slot < slots() && count(slot) > 0;
  }

  /** The sum of a slot; null if no number went into it. */
  BigDecimal get(int slot) {
    if (!has(slot)) {
      return null;
    }
    BigDecimal sum = BigDecimal.valueOf(sum(slot), scale);
    return bigs == null || bigs[slot] == null ? sum : sum.add(bigs[slot]);
  }

  /** Whether {@link #unscaled} alone is the sum. */
  boolean isSmall(int slot) {
    return bigs == null || slot >= bigs.length || bigs[slot] == null;
  }

  long unscaled(int slot) {
    return sum(slot);
  }

  int scale() {
    return scale;
  }

  private void reserve(int slot) {
    if (slot < slots()) {
      return;
    }
    int size = Math.max(slot + 1, slots() * 2);
    ints = ints == null ? null : Arrays.copyOf(ints, size);
    longs = longs == null ? null : Arrays.copyOf(longs, size);
    few = few == null ? null : Arrays.copyOf(few, size);
    many = many == null ? null : Arrays.copyOf(many, size);
    bigs = bigs == null ? null : Arrays.copyOf(bigs, size);
  }

  private void addBig(int slot, BigDecimal value) {
    if (bigs == null) {
      bigs = new BigDecimal[slots()];
    }
    bigs[slot] = bigs[slot] == null ? value : bigs[slot].add(value);
  }

  /**
   * Brings all sums to more digits after the point; false, and nothing done, if one cannot hold.
   */
  private boolean rescale(int newScale) {
    if (newScale > LARGEST_SCALE) {
      return false;
    }
    long factor = powerOfTen(newScale - scale);
    for (int slot = 0; slot < slots(); slot++) {
      if (Math.multiplyHigh(sum(slot), factor) != (sum(slot) * factor) >> 63) {
        return false;
      }
    }
    for (int slot = 0; slot < slots(); slot++) {
      sum(slot, sum(slot) * factor);
    }
    scale = newScale;
    return true;
  }

  private static long powerOfTen(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }

  /** Writes all: sums of a month mostly fit shorts, those of a year ints. */
  void writeTo(DataOutput out) throws IOException {
    boolean areShort = true;
    boolean areInts = true;
    for (int slot = 0; slot < slots() && areInts; slot++) {
      long sum = sum(slot);
      areShort &= (short) sum == sum;
      areInts = (int) sum == sum;
    }
    int sumBytes = areShort && areInts ? Short.BYTES : areInts ? Integer.BYTES : Long.BYTES;
    int countBytes = few != null ? Byte.BYTES : Integer.BYTES;
    ByteBuffer bytes =
        ByteBuffer.allocate(HEAD + slots() * (countBytes + sumBytes)).order(IN_FILES);
    bytes.put((byte) countBytes).put((byte) sumBytes).put((byte) scale);
    bytes.put((byte) (bigs == null ? 0 : 1)).putInt(slots());
    if (few != null) {
      bytes.put(few);
    } else {
      bytes.asIntBuffer().put(many);
      bytes.position(bytes.position() + Integer.BYTES * many.length);
    }
    if (sumBytes == Integer.BYTES && ints != null) {
      bytes.asIntBuffer().put(ints);
    } else {
      for (int slot = 0; slot < slots(); slot++) {
        putSum(bytes, sumBytes, sum(slot));
      }
    }
    out.write(bytes.array());
    for (int slot = 0; bigs != null && slot < slots(); slot++) {
      byte[] unscaled = bigs[slot] == null ? new byte[0] : bigs[slot].unscaledValue().toByteArray();
      out.writeInt(unscaled.length);
      if (unscaled.length > 0) {
        out.writeInt(bigs[slot].scale());
        out.write(unscaled);
      }
    }
  }

  /** The bytes that {@link #writeTo} writes. */
  ByteBuffer packed() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writeTo(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ByteBuffer.wrap(bytes.toByteArray());
  }

  /** Slots up to the last that any number went into, of what {@link #writeTo} wrote. */
  static int used(ByteBuffer packed) {
    int countBytes = packed.get(0);
    int slots = packed.duplicate().order(IN_FILES).getInt(Integer.BYTES);
    int end = HEAD + countBytes * slots;
    while (end > HEAD && packed.get(end - 1) == 0) {
      end--;
    }
    return (end - HEAD + countBytes - 1) / countBytes;
  }

  private static void putSum(ByteBuffer bytes, int sumBytes, long sum) {
    switch (sumBytes) {
      case Short.BYTES -> bytes.putShort((short) sum);
      case Integer.BYTES -> bytes.putInt((int) sum);
      default -> bytes.putLong(sum);
    }
  }

  /** Reads what {@link #writeTo} wrote, at a place of a buffer. */
  static DecimalSums read(ByteBuffer from, int at) {
    ByteBuffer in = from.duplicate().order(IN_FILES).position(at);
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
      in.order(ByteOrder.BIG_ENDIAN).position(in.position() + sumBytes * slots);
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
    int length = in.getInt();
    if (length == 0) {
      return null;
    }
    int scale = in.getInt();
    byte[] unscaled = new byte[length];
    in.get(unscaled);
    return new BigDecimal(new BigInteger(unscaled), scale);
  }
}

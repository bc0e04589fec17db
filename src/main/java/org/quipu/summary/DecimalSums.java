package org.quipu.summary;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Exact sums of decimals, one a slot, with how many numbers went into each. Longs at a common scale
 * as long as they hold; what outgrows them goes on as a BigDecimal.
 */
final class DecimalSums implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LARGEST_SCALE = 9;

  /** Bytes of the longest number as it is kept. */
  private static final int LONGEST = 10;

  private transient long[] sums;
  private transient int[] counts;
  private BigDecimal[] bigs;
  private int scale;

  DecimalSums(int slots) {
    sums = new long[slots];
    counts = new int[slots];
  }

  void add(int slot, long unscaled, int valueScale) {
    if (slot >= sums.length) {
      reserve(slot);
    }
    counts[slot]++;
    if (valueScale == scale) {
      long before = sums[slot];
      long after = before + unscaled;
      if (((before ^ after) & (unscaled ^ after)) >= 0) {
        sums[slot] = after;
        return;
      }
    }
    if (valueScale > scale && !rescale(valueScale)) {
      addBig(slot, BigDecimal.valueOf(unscaled, valueScale));
      return;
    }
    long factor = powerOfTen(scale - valueScale);
    long value = unscaled * factor;
    long sum = sums[slot] + value;
    boolean overflow =
        Math.multiplyHigh(unscaled, factor) != value >> 63
            || ((sums[slot] ^ sum) & (value ^ sum)) < 0;
    if (overflow) {
      addBig(slot, BigDecimal.valueOf(unscaled, valueScale));
    } else {
      sums[slot] = sum;
    }
  }

  void add(int slot, BigDecimal value) {
    reserve(slot);
    counts[slot]++;
    addBig(slot, value);
  }

  /** Adds, or takes out, all of another's slots, whose numbers here are given. */
  void addAll(DecimalSums other, int[] slotsHere, int sign) {
    for (int slot = 0; slot < other.counts.length; slot++) {
      if (other.counts[slot] != 0) {
        int here = slotsHere[slot];
        reserve(here);
        int counted = counts[here] + sign * other.counts[slot];
        if (other.sums[slot] != 0) {
          add(here, sign * other.sums[slot], other.scale);
        }
        if (other.bigs != null && other.bigs[slot] != null) {
          addBig(here, sign > 0 ? other.bigs[slot] : other.bigs[slot].negate());
        }
        counts[here] = counted;
      }
    }
  }

  /** Whether any number went into a slot. */
  boolean has(int slot) {
    return slot < counts.length && counts[slot] > 0;
  }

  /** The sum of a slot; null if no number went into it. */
  BigDecimal get(int slot) {
    if (!has(slot)) {
      return null;
    }
    BigDecimal sum = BigDecimal.valueOf(sums[slot], scale);
    return bigs == null || bigs[slot] == null ? sum : sum.add(bigs[slot]);
  }

  /** Whether {@link #unscaled} alone is the sum. */
  boolean isSmall(int slot) {
    return bigs == null || bigs[slot] == null;
  }

  long unscaled(int slot) {
    return sums[slot];
  }

  int scale() {
    return scale;
  }

  private void reserve(int slot) {
    if (slot >= sums.length) {
      int size = Math.max(slot + 1, sums.length * 2);
      sums = Arrays.copyOf(sums, size);
      counts = Arrays.copyOf(counts, size);
      bigs = bigs == null ? null : Arrays.copyOf(bigs, size);
    }
  }

  private void addBig(int slot, BigDecimal value) {
    if (bigs == null) {
      bigs = new BigDecimal[sums.length];
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
    for (long sum : sums) {
      if (Math.multiplyHigh(sum, factor) != (sum * factor) >> 63) {
        return false;
      }
    }
    for (int slot = 0; slot < sums.length; slot++) {
      sums[slot] *= factor;
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

  /** Most sums are a few digits and most counts the months of a year: bytes, not longs. */
  private void writeObject(ObjectOutputStream out) throws IOException {
    out.defaultWriteObject();
    byte[] bytes = new byte[counts.length * (LONGEST + LONGEST) + LONGEST];
    int at = writeNumber(counts.length, bytes, 0);
    for (int slot = 0; slot < counts.length; slot++) {
      at = writeNumber(counts[slot], bytes, at);
      if (counts[slot] != 0) {
        at = writeNumber(sums[slot], bytes, at);
      }
    }
    out.writeInt(at);
    out.write(bytes, 0, at);
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    ByteBuffer bytes = ByteBuffer.wrap(in.readNBytes(in.readInt()));
    int slots = (int) readNumber(bytes);
    sums = new long[slots];
    counts = new int[slots];
    for (int slot = 0; slot < slots; slot++) {
      counts[slot] = (int) readNumber(bytes);
      if (counts[slot] != 0) {
        sums[slot] = readNumber(bytes);
      }
    }
  }

  /** Seven bits a byte, the lowest first, the sign in the lowest bit; as Protocol Buffers do. */
  private static int writeNumber(long number, byte[] bytes, int start) {
    int at = start;
    long left = number << 1 ^ number >> 63;
    while ((left & ~0x7fL) != 0) {
      bytes[at++] = (byte) (left | 0x80);
      left >>>= 7;
    }
    bytes[at++] = (byte) left;
    return at;
  }

  private static long readNumber(ByteBuffer bytes) {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes.get();
      number |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return number >>> 1 ^ -(number & 1);
      }
    }
  }
}

package org.quipu.summary;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * Exact sums of decimals, one a slot, with how many numbers went into each. Whole numbers at a
 * common scale, in ints while all of them fit, then in longs; what outgrows those goes on as a
 * BigDecimal. A country's ten years are tens of millions of slots: five bytes each where they can
 * be.
 */
final class DecimalSums {
  private static final int LARGEST_SCALE = 9;

  /** The sums; one of the two is null. */
  int[] ints;

  long[] longs;

  /** Numbers in each sum; one of the two is null. */
  byte[] few;

  int[] many;
  BigDecimal[] bigs;
  int scale;

  /** Without anything in it: {@link DecimalBytes} says what there is. */
  DecimalSums() {}

  DecimalSums(int slots) {
    ints = new int[slots];
    few = new byte[slots];
  }

  int slots() {
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

  long sum(int slot) {
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
}

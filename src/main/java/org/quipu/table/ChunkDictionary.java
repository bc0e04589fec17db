package org.quipu.table;

import java.util.Arrays;

/**
 * The distinct values of a part of a column, numbered in the order in which they are met; given up
 * where there are too many for numbers to be shorter than values.
 */
final class ChunkDictionary {
  private static final int MOST = 1 << 16;

  /** Of so many values a dictionary must have shown that it is worth it. */
  private static final int TRIAL = 1 << 12;

  /** Values within such a range have a slot each. */
  private static final int RANGE = 1 << 16;

  private final long least;

  /** By slot, where values share them: the value. */
  private long[] slots;

  /** By slot: the number of its value from 1, 0 while it has none. */
  private int[] numbers;

  private long[] values = new long[16];
  private int size;

  private ChunkDictionary(long least, long most) {
    this.least = least;
    boolean ranged = most >= least && most - least >= 0 && most - least < RANGE;
    this.slots = ranged ? null : new long[64];
    this.numbers = new int[ranged ? (int) (most - least) + 1 : 64];
  }

  /**
   * Numbers values.
   *
   * @param numbers takes the number of each value, from 0
   * @return null where values are better written as they are
   */
  static ChunkDictionary of(long[] values, int[] numbers) {
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (long value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    ChunkDictionary dictionary = new ChunkDictionary(least, most);
    for (int i = 0; i < values.length; i++) {
      numbers[i] =
          i > 0 && values[i] == values[i - 1] ? numbers[i - 1] : dictionary.number(values[i]);
      if (dictionary.size > MOST || i == TRIAL && dictionary.size > TRIAL / 2) {
        return null;
      }
    }
    return dictionary;
  }

  private int number(long value) {
    int slot = slots == null ? (int) (value - least) : slot(value);
    if (numbers[slot] == 0) {
      if (slots != null && size * 2 >= slots.length) {
        grow();
        slot = slot(value);
      }
      if (slots != null) {
        slots[slot] = value;
      }
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
      numbers[slot] = size;
    }
    return numbers[slot] - 1;
  }

  private int slot(long value) {
    int slot = (int) ((value * 0x9e3779b97f4a7c15L) >>> 32) & (slots.length - 1);
    while (numbers[slot] > 0 && slots[slot] != value) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    slots = new long[slots.length * 2];
    numbers = new int[slots.length];
    for (int number = 1; number <= size; number++) {
      int slot = slot(values[number - 1]);
      slots[slot] = values[number - 1];
      numbers[slot] = number;
    }
  }

  int size() {
    return size;
  }

  /** The values by their numbers. */
  long[] values() {
    return Arrays.copyOf(values, size);
  }
}

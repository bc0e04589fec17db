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

  private long[] slots = new long[64];
  private int[] ids = new int[64];
  private long[] values = new long[16];
  private int size;

  private ChunkDictionary() {
    Arrays.fill(ids, -1);
  }

  /**
   * Numbers values.
   *
   * @param numbers takes the number of each value
   * @return null where values are better written as they are
   */
  static ChunkDictionary of(long[] values, int[] numbers) {
    ChunkDictionary dictionary = new ChunkDictionary();
    for (int i = 0; i < values.length; i++) {
      numbers[i] = dictionary.number(values[i]);
      if (dictionary.size > MOST || i == TRIAL && dictionary.size > TRIAL / 2) {
        return null;
      }
    }
    return dictionary;
  }

  private int number(long value) {
    int slot = slot(value);
    if (ids[slot] < 0) {
      if (size * 2 >= slots.length) {
        grow();
        slot = slot(value);
      }
      slots[slot] = value;
      ids[slot] = size;
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }
    return ids[slot];
  }

  private int slot(long value) {
    int slot = (int) ((value * 0x9e3779b97f4a7c15L) >>> 32) & (slots.length - 1);
    while (ids[slot] >= 0 && slots[slot] != value) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    slots = new long[slots.length * 2];
    ids = new int[slots.length];
    Arrays.fill(ids, -1);
    for (int id = 0; id < size; id++) {
      int slot = slot(values[id]);
      slots[slot] = values[id];
      ids[slot] = id;
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

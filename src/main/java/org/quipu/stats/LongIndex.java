package org.quipu.stats;

import java.util.Arrays;

/** Numbers from 0 on for keys, in the order in which keys are first asked for. */
final class LongIndex {
  private static final int LEAST = 16;

  private long[] keys = new long[LEAST];

  /** Slot → number + 1; 0 where a slot is free. */
  private int[] slots = new int[2 * LEAST];

  private int size;

  /** How many keys there are. */
  int size() {
    return size;
  }

  /** The key of a number. */
  long key(int number) {
    return keys[number];
  }

  /** The number of a key, a new one if it has none. */
  int of(long key) {
    int slot = slot(key);
    while (slots[slot] != 0) {
      if (keys[slots[slot] - 1] == key) {
        return slots[slot] - 1;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    if (size == keys.length) {
      grow();
      return of(key);
    }
    keys[size] = key;
    slots[slot] = ++size;
    return size - 1;
  }

  private int slot(long key) {
    // The highest bits of the product are the ones that depend on all bits of the key: those of
    // doubles differ in the highest alone.
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> Long.numberOfLeadingZeros(slots.length - 1L));
  }

  private void grow() {
    keys = Arrays.copyOf(keys, 2 * keys.length);
    slots = new int[2 * slots.length];
    for (int number = 0; number < size; number++) {
      int slot = slot(keys[number]);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = number + 1;
    }
  }
}

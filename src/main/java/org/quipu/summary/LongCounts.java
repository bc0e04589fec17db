package org.quipu.summary;

import java.io.Serializable;

/** How often each of some longs occurred: an open-addressing table without boxed numbers. */
final class LongCounts implements Serializable {
  private static final long serialVersionUID = 1L;
  private long[] keys = new long[8];
  private long[] counts = new long[8];
  private boolean[] used = new boolean[8];
  private int size;

  /** Receives a key and its count. */
  interface Visitor {
    void accept(long key, long count);
  }

  void add(long key, long count) {
    int slot = slot(key);
    if (!used[slot]) {
      used[slot] = true;
      keys[slot] = key;
      size++;
      counts[slot] = count;
      if (size * 2 > keys.length) {
        grow();
      }
      return;
    }
    counts[slot] += count;
  }

  private int slot(long key) {
    int slot = (int) ((key * 0x9e3779b97f4a7c15L) >>> 40) & (keys.length - 1);
    while (used[slot] && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldCounts = counts;
    boolean[] oldUsed = used;
    keys = new long[oldKeys.length * 2];
    counts = new long[oldKeys.length * 2];
    used = new boolean[oldKeys.length * 2];
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldUsed[i]) {
        add(oldKeys[i], oldCounts[i]);
      }
    }
  }

  /** Shows every key whose count is not 0, in no particular order. */
  void forEach(Visitor visitor) {
    for (int slot = 0; slot < keys.length; slot++) {
      if (used[slot] && counts[slot] != 0) {
        visitor.accept(keys[slot], counts[slot]);
      }
    }
  }

  void addAll(LongCounts other, int sign) {
    other.forEach((key, count) -> add(key, sign * count));
  }
}

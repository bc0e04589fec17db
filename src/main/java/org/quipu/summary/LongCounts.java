package org.quipu.summary;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/** How often each of some longs other than 0 occurred: open addressing without boxed numbers. */
final class LongCounts implements Serializable {
  private static final long serialVersionUID = 2L;
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final int SMALLEST = 8;

  private transient long[] keys = new long[SMALLEST];
  private transient long[] counts = new long[SMALLEST];
  private transient int size;

  /** Receives a key and its count. */
  interface Visitor {
    void accept(long key, long count);
  }

  void add(long key, long count) {
    int slot = slot(key);
    if (keys[slot] == key) {
      counts[slot] += count;
      return;
    }
    keys[slot] = key;
    counts[slot] = count;
    size++;
    if (size * 2 > keys.length) {
      resize(keys.length * 2);
    }
  }

  /** Where a key is, or would be. */
  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * GOLDEN) >>> 32) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void resize(int length) {
    long[] oldKeys = keys;
    long[] oldCounts = counts;
    keys = new long[length];
    counts = new long[length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        counts[slot] = oldCounts[i];
      }
    }
  }

  /** Shows every key whose count is not 0, in no particular order. */
  void forEach(Visitor visitor) {
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != 0 && counts[slot] != 0) {
        visitor.accept(keys[slot], counts[slot]);
      }
    }
  }

  void addAll(LongCounts other, int sign) {
    other.forEach((key, count) -> add(key, sign * count));
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    out.defaultWriteObject();
    out.writeInt(size);
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != 0) {
        out.writeLong(keys[slot]);
        out.writeLong(counts[slot]);
      }
    }
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    int entries = in.readInt();
    int length = Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, entries * 2)) * 2);
    keys = new long[length];
    counts = new long[length];
    for (int i = 0; i < entries; i++) {
      add(in.readLong(), in.readLong());
    }
  }
}

package org.quipu.summary;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;

/** How often each of some longs other than 0 occurred: open addressing without boxed numbers. */
final class LongCounts implements Serializable {
  private static final long serialVersionUID = 2L;
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final int SMALLEST = 8;

  /** Key and count of each slot, side by side: finding one is finding the other. */
  private transient long[] slots = new long[2 * SMALLEST];

  private transient int size;

  /** Receives a key and its count. */
  interface Visitor {
    void accept(long key, long count);
  }

  void add(long key, long count) {
    int at = find(key);
    if (slots[at] == key) {
      slots[at + 1] += count;
      return;
    }
    slots[at] = key;
    slots[at + 1] = count;
    size++;
    // At most half of the slots are taken.
    if (size * 4 > slots.length) {
      resize(slots.length * 2);
    }
  }

  /** Where a key is, or would be. */
  private int find(long key) {
    int mask = slots.length - 2;
    int at = (int) ((key * GOLDEN) >>> 31) & mask;
    while (slots[at] != 0 && slots[at] != key) {
      at = (at + 2) & mask;
    }
    return at;
  }

  private void resize(int length) {
    long[] old = slots;
    slots = new long[length];
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != 0) {
        int at = find(old[i]);
        slots[at] = old[i];
        slots[at + 1] = old[i + 1];
      }
    }
  }

  /** Keys in all, those included that were all taken out again. */
  int size() {
    return size;
  }

  /** Shows every key whose count is not 0, in no particular order. */
  void forEach(Visitor visitor) {
    for (int at = 0; at < slots.length; at += 2) {
      if (slots[at] != 0 && slots[at + 1] != 0) {
        visitor.accept(slots[at], slots[at + 1]);
      }
    }
  }

  /** How often a key occurred. */
  long count(long key) {
    return slots[find(key) + 1];
  }

  /** The keys whose count is not 0, sorted as unsigned numbers. */
  long[] keys() {
    long[] keys = new long[size];
    int found = 0;
    for (int at = 0; at < slots.length; at += 2) {
      if (slots[at] != 0 && slots[at + 1] != 0) {
        // Turned over, signed numbers are in the order of unsigned ones.
        keys[found++] = slots[at] ^ Long.MIN_VALUE;
      }
    }
    keys = Arrays.copyOf(keys, found);
    Arrays.parallelSort(keys);
    for (int i = 0; i < found; i++) {
      keys[i] ^= Long.MIN_VALUE;
    }
    return keys;
  }

  void addAll(LongCounts other, int sign) {
    other.forEach((key, count) -> add(key, sign * count));
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    out.defaultWriteObject();
    out.writeInt(size);
    for (int at = 0; at < slots.length; at += 2) {
      if (slots[at] != 0) {
        out.writeLong(slots[at]);
        out.writeLong(slots[at + 1]);
      }
    }
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    int entries = in.readInt();
    slots = new long[Math.max(2 * SMALLEST, Integer.highestOneBit(entries) * 8)];
    for (int i = 0; i < entries; i++) {
      add(in.readLong(), in.readLong());
    }
  }
}

package org.quipu.summary;

import java.io.Serializable;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;

/** The hashes of the keys that occurred, eight bytes a row, and those that occurred twice. */
final class KeyHashes implements Serializable {
  private static final long serialVersionUID = 1L;
  private long[] hashes = new long[64];
  private int size;
  private boolean settled = true;
  private final TreeSet<Long> collisions = new TreeSet<>();

  void add(long hash) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    hashes[size++] = hash;
    settled = false;
  }

  void merge(KeyHashes other) {
    long[] both = Arrays.copyOf(hashes, size + other.size);
    System.arraycopy(other.hashes, 0, both, size, other.size);
    hashes = both;
    size += other.size;
    collisions.addAll(other.collisions);
    settled = false;
  }

  /** Hashes that occurred more than once so far. */
  SortedSet<Long> collisions() {
    if (!settled) {
      HashOrder.sort(hashes, size);
      int kept = 0;
      for (int i = 0; i < size; i++) {
        if (i > 0 && hashes[i] == hashes[i - 1]) {
          collisions.add(hashes[i]);
        } else {
          hashes[kept++] = hashes[i];
        }
      }
      size = kept;
      settled = true;
    }
    return collisions;
  }
}

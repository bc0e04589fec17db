package org.quipu.summary;

import java.io.Serializable;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;

/** The hashes of the keys that occurred, and those that occurred twice. */
final class KeyHashes implements Serializable {
  private static final long serialVersionUID = 2L;
  private final Hashes hashes = new Hashes();
  private boolean settled = true;
  private final TreeSet<Long> collisions = new TreeSet<>();

  void add(long hash) {
    hashes.add(hash);
    settled = false;
  }

  void merge(KeyHashes other) {
    hashes.addAll(other.hashes);
    collisions.addAll(other.collisions);
    settled = false;
  }

  /** Hashes that occurred more than once so far. */
  SortedSet<Long> collisions() {
    if (!settled) {
      for (int share = 0; share < Hashes.SHARES; share++) {
        settle(share);
      }
      settled = true;
    }
    return collisions;
  }

  private void settle(int share) {
    long[] sorted = hashes.sorted(share);
    int kept = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i > 0 && sorted[i] == sorted[i - 1]) {
        collisions.add(sorted[i]);
      } else {
        sorted[kept++] = sorted[i];
      }
    }
    if (kept < sorted.length) {
      hashes.keep(share, Arrays.copyOf(sorted, kept));
    }
  }
}

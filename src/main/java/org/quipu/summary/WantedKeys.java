package org.quipu.summary;

import java.io.Serializable;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Hashes of keys whose rows are looked for, asked once a row: open addressing by bits of the whole
 * hash, mostly empty.
 */
public final class WantedKeys implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final int SPARSE = 8;

  /** Of so many, memory matters more than the one comparison that a miss mostly costs. */
  private static final int MANY = 1 << 20;

  private static final int LESS_SPARSE = 2;

  private final long[] slots;
  private final int shift;
  private final boolean hasZero;

  WantedKeys(Collection<Long> hashes) {
    int sparse = hashes.size() > MANY ? LESS_SPARSE : SPARSE;
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(hashes.size() * sparse | sparse);
    slots = new long[1 << bits];
    shift = Long.SIZE - bits;
    hasZero = hashes.contains(0L);
    for (long hash : hashes) {
      if (hash != 0) {
        slots[slot(hash)] = hash;
      }
    }
  }

  /** How keys begin, by {@link KeyHash#only}. */
  static WantedKeys beginningsOf(Collection<Long> hashes) {
    return new WantedKeys(
        hashes.stream().map(KeyHash::beginning).map(KeyHash::only).collect(Collectors.toSet()));
  }

  /** Whether a hash is wanted. */
  public boolean contains(long hash) {
    return hash == 0 ? hasZero : slots[slot(hash)] == hash;
  }

  private int slot(long hash) {
    int slot = (int) ((hash * GOLDEN) >>> shift);
    while (slots[slot] != 0 && slots[slot] != hash) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }
}

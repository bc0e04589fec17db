package org.quipu.summary;

import java.io.Serializable;
import java.util.Collection;

/** Hashes of keys whose rows are looked for, asked once a row: open addressing, mostly empty. */
public final class WantedKeys implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SPARSE = 8;

  private final long[] slots;
  private final boolean hasZero;

  WantedKeys(Collection<Long> hashes) {
    slots = new long[Integer.highestOneBit(Math.max(1, hashes.size()) * SPARSE)];
    hasZero = hashes.contains(0L);
    for (long hash : hashes) {
      if (hash != 0) {
        slots[slot(hash)] = hash;
      }
    }
  }

  /** Whether a hash is wanted. */
  public boolean contains(long hash) {
    return hash == 0 ? hasZero : slots[slot(hash)] == hash;
  }

  private int slot(long hash) {
    int slot = (int) KeyHash.end(hash) & (slots.length - 1);
    while (slots[slot] != 0 && slots[slot] != hash) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }
}

package org.quipu.summary;

import java.io.Serializable;
import java.util.Collection;

/**
 * Hashes of keys whose rows are looked for, asked once a row: open addressing by the highest bits,
 * mostly empty.
 */
public final class WantedKeys implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SPARSE = 8;

  private final long[] slots;
  private final int shift;
  private final boolean hasZero;

  WantedKeys(Collection<Long> hashes) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(hashes.size() * SPARSE | SPARSE);
    slots = new long[1 << bits];
    shift = Long.SIZE - bits;
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
    int slot = (int) (hash >>> shift);
    while (slots[slot] != 0 && slots[slot] != hash) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }
}

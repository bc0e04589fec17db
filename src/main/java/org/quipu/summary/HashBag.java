package org.quipu.summary;

import java.io.Serializable;

/** Hashes with how often each occurred; what was added may be taken out. */
final class HashBag implements Serializable {
  private static final long serialVersionUID = 2L;
  private final Hashes in = new Hashes();
  private final Hashes out = new Hashes();

  void add(long hash) {
    in.add(hash);
  }

  /** Adds, or takes out, all that another holds. */
  void addAll(HashBag other, int sign) {
    (sign > 0 ? in : out).addAll(other.in);
    (sign > 0 ? out : in).addAll(other.out);
  }

  /** Occurrences. */
  long size() {
    return in.size() - out.size();
  }

  /** Occurrences beside the first of each hash. */
  long repeated() {
    long repeated = 0;
    for (int share = 0; share < Hashes.SHARES; share++) {
      repeated += repeated(in.sorted(share), out.sorted(share));
    }
    return repeated;
  }

  private static long repeated(long[] added, long[] removed) {
    long repeated = 0;
    int gone = 0;
    for (int i = 0; i < added.length; ) {
      int end = i;
      while (end < added.length && added[end] == added[i]) {
        end++;
      }
      while (gone < removed.length && removed[gone] < added[i]) {
        gone++;
      }
      int taken = gone;
      while (taken < removed.length && removed[taken] == added[i]) {
        taken++;
      }
      repeated += Math.max(0, end - i - (taken - gone) - 1);
      gone = taken;
      i = end;
    }
    return repeated;
  }
}

package org.quipu.summary;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Hashes with how often each occurred, eight bytes an occurrence; what was added may be taken out.
 */
final class HashBag implements Serializable {
  private static final long serialVersionUID = 1L;
  private long[] in = new long[16];
  private int ins;
  private long[] out = new long[0];

  void add(long hash) {
    if (ins == in.length) {
      in = Arrays.copyOf(in, ins * 2);
    }
    in[ins++] = hash;
  }

  /** Adds, or takes out, all that another holds. */
  void addAll(HashBag other, int sign) {
    long[] more = Arrays.copyOf(other.in, other.ins);
    if (sign > 0) {
      in = joined(in, ins, more);
      ins += more.length;
      out = joined(out, out.length, other.out);
    } else {
      out = joined(out, out.length, more);
      in = joined(in, ins, other.out);
      ins += other.out.length;
    }
  }

  private static long[] joined(long[] some, int size, long[] more) {
    long[] both = Arrays.copyOf(some, size + more.length);
    System.arraycopy(more, 0, both, size, more.length);
    return both;
  }

  /** Brings the hashes into order, so that they are soon sorted when they are asked for. */
  void sort() {
    HashOrder.sort(in, ins);
  }

  /** Occurrences. */
  long size() {
    return ins - (long) out.length;
  }

  /** Occurrences beside the first of each hash. */
  long repeated() {
    long[] added = Arrays.copyOf(in, ins);
    long[] removed = out.clone();
    HashOrder.sort(added, added.length);
    HashOrder.sort(removed, removed.length);
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

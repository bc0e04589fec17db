package org.quipu.summary;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * Hashes by the million, eight bytes each, in pieces: neither growing nor joining copies those that
 * are there. They are one piece once they are asked for in order.
 */
final class Hashes implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LEAST = 16;
  private static final int MOST = 1 << 16;

  private final ArrayList<Piece> full = new ArrayList<>();
  private long[] last = new long[LEAST];
  private int used;

  /** The first hashes of an array. */
  private record Piece(long[] hashes, int size) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  void add(long hash) {
    if (used == last.length) {
      if (used < MOST) {
        last = Arrays.copyOf(last, used * 2);
      } else {
        full.add(new Piece(last, used));
        last = new long[MOST];
        used = 0;
      }
    }
    last[used++] = hash;
  }

  /** Adds all others, which both hold from then on. */
  void addAll(Hashes other) {
    full.addAll(other.full);
    if (other.used > 0) {
      full.add(new Piece(other.last, other.used));
    }
  }

  int size() {
    int size = used;
    for (Piece piece : full) {
      size = Math.addExact(size, piece.size);
    }
    return size;
  }

  /** All of them in ascending order, as signed numbers. Nobody else writes to the array. */
  long[] sorted() {
    if (full.size() != 1 || used > 0 || full.get(0).size < full.get(0).hashes.length) {
      keep(joined());
    }
    long[] all = full.get(0).hashes;
    HashOrder.sort(all, all.length);
    return all;
  }

  /** Lets go of all that are there, and has others instead. */
  void keep(long[] others) {
    full.clear();
    full.add(new Piece(others, others.length));
    last = new long[LEAST];
    used = 0;
  }

  private long[] joined() {
    long[] all = new long[size()];
    int at = 0;
    for (Piece piece : full) {
      System.arraycopy(piece.hashes, 0, all, at, piece.size);
      at += piece.size;
    }
    System.arraycopy(last, 0, all, at, used);
    return all;
  }
}

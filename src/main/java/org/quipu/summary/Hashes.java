package org.quipu.summary;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * Hashes by the million, eight bytes each, in shares by their highest bits. Neither growing nor
 * joining copies those that are there, and only a share at a time is put in order.
 */
final class Hashes implements Serializable {
  private static final long serialVersionUID = 2L;
  private static final int SHARE_BITS = 8;

  /** Numbered from 0; equal hashes lie in shares of the same number, wherever they were added. */
  static final int SHARES = 1 << SHARE_BITS;

  private final Share[] shares = new Share[SHARES];

  /** The first hashes of an array. */
  private record Piece(long[] hashes, int size) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** The hashes whose highest bits are the same. */
  private static final class Share implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LEAST = 4;
    private static final int MOST = 1 << 10;

    private final ArrayList<Piece> full = new ArrayList<>(0);
    private long[] last = new long[LEAST];
    private int used;

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

    void addAll(Share other) {
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

    long[] joined() {
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

  void add(long hash) {
    share((int) (hash >>> (Long.SIZE - SHARE_BITS))).add(hash);
  }

  private Share share(int share) {
    if (shares[share] == null) {
      shares[share] = new Share();
    }
    return shares[share];
  }

  /** Adds all others, which both hold from then on. */
  void addAll(Hashes other) {
    for (int share = 0; share < SHARES; share++) {
      if (other.shares[share] != null) {
        share(share).addAll(other.shares[share]);
      }
    }
  }

  long size() {
    long size = 0;
    for (Share share : shares) {
      size += share == null ? 0 : share.size();
    }
    return size;
  }

  /** A share's hashes in ascending order, as signed numbers. */
  long[] sorted(int share) {
    long[] hashes = shares[share] == null ? new long[0] : shares[share].joined();
    HashOrder.sort(hashes);
    return hashes;
  }

  /** Has some hashes in place of those of their share. */
  void keep(int share, long[] hashes) {
    shares[share] = new Share();
    for (long hash : hashes) {
      shares[share].add(hash);
    }
  }
}

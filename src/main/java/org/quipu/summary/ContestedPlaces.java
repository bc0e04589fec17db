package org.quipu.summary;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import org.quipu.quality.SipHash;

/**
 * Rows whose keys occur in several rows, by where they lie; in arrays, for there may be millions.
 * Keys and contents are known by hashes of 64 bits; a key by two of them.
 */
final class ContestedPlaces implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Verdict on a row that is used. */
  static final int USED = -1;

  /** Verdict on a row that says what one before it says. */
  static final int DUPLICATE = -2;

  private static final int BUCKET_BITS = 16;
  private static final SipHash TEXT = new SipHash(0x71756970755f6b31L, 0x71756970755f6b32L);

  private long[] keys = new long[64];
  private long[] texts = new long[64];
  private long[] contents = new long[64];
  private long[] lines = new long[64];
  private int[] files = new int[64];
  private int size;

  /** The hash of a text. */
  static long hash(String text) {
    return TEXT.of(text.toCharArray(), 0, text.length());
  }

  /**
   * Adds a row.
   *
   * @param key hash that the summary knows its key by
   * @param text hash of the key as a text
   * @param content hash of what rows must agree on to be equal
   */
  void add(long key, long text, long content, int file, long line) {
    room(size + 1);
    keys[size] = key;
    texts[size] = text;
    contents[size] = content;
    files[size] = file;
    lines[size++] = line;
  }

  void addAll(ContestedPlaces other) {
    room(size + other.size);
    System.arraycopy(other.keys, 0, keys, size, other.size);
    System.arraycopy(other.texts, 0, texts, size, other.size);
    System.arraycopy(other.contents, 0, contents, size, other.size);
    System.arraycopy(other.files, 0, files, size, other.size);
    System.arraycopy(other.lines, 0, lines, size, other.size);
    size += other.size;
  }

  private void room(int wanted) {
    if (wanted > keys.length) {
      int larger = Math.max(wanted, keys.length + keys.length / 2);
      keys = Arrays.copyOf(keys, larger);
      texts = Arrays.copyOf(texts, larger);
      contents = Arrays.copyOf(contents, larger);
      files = Arrays.copyOf(files, larger);
      lines = Arrays.copyOf(lines, larger);
    }
  }

  int size() {
    return size;
  }

  long key(int row) {
    return keys[row];
  }

  long content(int row) {
    return contents[row];
  }

  int file(int row) {
    return files[row];
  }

  long line(int row) {
    return lines[row];
  }

  /**
   * What becomes of each row: {@link #USED}, {@link #DUPLICATE}, or the position of a row that has
   * the same key and another content. Of equal rows the first by file and line is used, of
   * contradicting ones none.
   */
  int[] verdicts() {
    int[] verdicts = new int[size];
    int bits = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(size) - BUCKET_BITS);
    int[] starts = new int[(1 << bits) + 1];
    for (int row = 0; row < size; row++) {
      starts[bucket(row, bits) + 1]++;
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    int[] next = starts.clone();
    int[] order = new int[size];
    for (int row = 0; row < size; row++) {
      order[next[bucket(row, bits)]++] = row;
    }
    Comparator<Integer> byKey =
        Comparator.<Integer>comparingLong(row -> keys[row])
            .thenComparingLong(row -> texts[row])
            .thenComparingInt(row -> files[row])
            .thenComparingLong(row -> lines[row]);
    for (int i = 0; i + 1 < starts.length; i++) {
      Integer[] rows = new Integer[starts[i + 1] - starts[i]];
      for (int j = 0; j < rows.length; j++) {
        rows[j] = order[starts[i] + j];
      }
      Arrays.sort(rows, byKey);
      judge(rows, verdicts);
    }
    return verdicts;
  }

  private int bucket(int row, int bits) {
    return bits == 0 ? 0 : (int) (keys[row] >>> (Long.SIZE - bits));
  }

  private void judge(Integer[] rows, int[] verdicts) {
    for (int from = 0, to; from < rows.length; from = to) {
      int first = rows[from];
      boolean equal = true;
      for (to = from; to < rows.length && isSameKey(rows[to], first); to++) {
        equal &= contents[rows[to]] == contents[first];
      }
      for (int i = from; i < to; i++) {
        boolean isFirst = i == from;
        verdicts[rows[i]] = equal ? isFirst ? USED : DUPLICATE : isFirst ? rows[from + 1] : first;
      }
    }
  }

  private boolean isSameKey(int row, int other) {
    return keys[row] == keys[other] && texts[row] == texts[other];
  }
}

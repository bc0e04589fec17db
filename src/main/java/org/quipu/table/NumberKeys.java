package org.quipu.table;

import java.util.Arrays;

/**
 * The keys of numbers, truths and times: whole numbers and times in µs as they are, doubles by
 * their bits.
 */
final class NumberKeys implements ColumnKeys {
  private static final int FIRST = 1 << 8;

  private final TableColumn column;

  /** By row; longer than there are rows, as is what follows. */
  private long[] keys = new long[FIRST];

  /** By row: whether there is no value; null while all have one. */
  private boolean[] absent;

  private int rows;

  NumberKeys(TableColumn column) {
    this.column = column;
  }

  void add(long key) {
    reserve();
    keys[rows++] = key;
  }

  void addAbsent() {
    reserve();
    absent = absent == null ? new boolean[keys.length] : absent;
    absent[rows++] = true;
  }

  /** Makes room for a row. */
  private void reserve() {
    if (rows == keys.length) {
      keys = Arrays.copyOf(keys, 2 * rows);
      absent = absent == null ? null : Arrays.copyOf(absent, 2 * rows);
    }
  }

  @Override
  public TableColumn column() {
    return column;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public boolean isAbsent(int row) {
    return absent != null && absent[row];
  }

  @Override
  public boolean hasAbsent() {
    return absent != null;
  }

  @Override
  public long key(int row) {
    return keys[row];
  }

  @Override
  public int copy(int[] order, int from, int to, long[] keys, boolean[] absent) {
    int size = 0;
    for (int i = from; i < to; i++) {
      if (isAbsent(order[i])) {
        absent[i - from] = true;
      } else {
        keys[size++] = this.keys[order[i]];
      }
    }
    return size;
  }

  @Override
  public long places() {
    long least = least();
    long most = Long.MIN_VALUE;
    for (int row = 0; row < rows; row++) {
      most = isAbsent(row) ? most : Math.max(most, keys[row]);
    }
    boolean same = least > most || least == most && absent == null;
    long range = most - least;
    return same ? 0 : range < 0 || range == Long.MAX_VALUE ? Long.MAX_VALUE : range + 1;
  }

  @Override
  public void pack(long[] numbers, int bits) {
    long least = least();
    for (int row = 0; row < rows; row++) {
      numbers[row] = numbers[row] << bits | (isAbsent(row) ? 0 : keys[row] - least + 1);
    }
  }

  private long least() {
    long least = Long.MAX_VALUE;
    for (int row = 0; row < rows; row++) {
      least = isAbsent(row) ? least : Math.min(least, keys[row]);
    }
    return least;
  }

  /** The key of a double; −0.0 has that of 0.0. */
  static long key(double value) {
    return turned(Double.doubleToRawLongBits(value + 0.0));
  }

  /** The bits of the double that a key stands for. */
  static long doubleBits(long key) {
    return turned(key);
  }

  /** Bits of negative doubles have the opposite order. */
  private static long turned(long bits) {
    return bits ^ ((bits >> 63) & Long.MAX_VALUE);
  }
}

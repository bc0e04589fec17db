package org.quipu.table;

/**
 * The keys of numbers, truths and times: whole numbers and times in µs as they are, doubles by
 * their bits.
 */
final class NumberKeys implements ColumnKeys {
  private final TableColumn column;
  private final long[] keys;

  /** By row: whether there is no value; null while all have one. */
  private boolean[] absent;

  private int rows;

  NumberKeys(TableColumn column, int rows) {
    this.column = column;
    this.keys = new long[rows];
  }

  void add(long key) {
    keys[rows++] = key;
  }

  void addAbsent() {
    absent = absent == null ? new boolean[keys.length] : absent;
    absent[rows++] = true;
  }

  @Override
  public TableColumn column() {
    return column;
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

package org.quipu.table;

/**
 * A column of a block of rows, each value a long whose order is that of the values. Millions of
 * rows take a third of the memory of their records, and are compared without one.
 */
sealed interface ColumnKeys permits NumberKeys, TextKeys {
  TableColumn column();

  /** Rows that were added. */
  int rows();

  /** Whether a row has no value. */
  boolean isAbsent(int row);

  /** Whether any row has no value. */
  boolean hasAbsent();

  /** The key of a row's value; of no meaning where there is none. */
  long key(int row);

  /**
   * Copies the keys of rows that have a value, one behind the other.
   *
   * @param order numbers of rows, of which those in [{@code from}, {@code to}) are meant
   * @param absent takes which of them have no value; may be null where all rows have one
   * @return how many have a value
   */
  int copy(int[] order, int from, int to, long[] keys, boolean[] absent);

  /**
   * The greatest place of a row when values are placed from 1 in their order, NULL at 0; 0 where
   * all rows are the same.
   */
  long places();

  /** Moves numbers of rows up by some bits and puts their places there. */
  void pack(long[] numbers, int bits);
}

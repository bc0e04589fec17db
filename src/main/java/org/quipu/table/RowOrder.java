package org.quipu.table;

import java.util.Arrays;
import java.util.List;

/**
 * The order of rows by all columns, NULL first. The first columns are mostly texts of which there
 * are few: as many as fit are packed into one long together with the row's number, and longs are
 * sorted. Only rows that agree in all of them are compared one by one.
 */
final class RowOrder {
  private static final int BITS = 63;
  private static final int PARALLEL = 1 << 16;

  private final List<ColumnKeys> columns;
  private final int rows;

  /** The first column that did not fit. */
  private int rest;

  private RowOrder(RowColumns columns) {
    this.columns = columns.columns();
    this.rows = columns.rows();
  }

  /** The numbers of the rows, in order. */
  static int[] of(RowColumns columns) {
    return new RowOrder(columns).sorted();
  }

  private int[] sorted() {
    int rowBits = bits(Math.max(0, rows - 1));
    long[] packed = packed(BITS - rowBits);
    long mask = (1L << rowBits) - 1;
    for (int row = 0; row < rows; row++) {
      packed[row] = packed[row] << rowBits | row;
    }
    if (rows > PARALLEL) {
      Arrays.parallelSort(packed);
    } else {
      Arrays.sort(packed);
    }
    int[] order = new int[rows];
    for (int i = 0; i < rows; i++) {
      order[i] = (int) (packed[i] & mask);
    }
    if (rest < columns.size()) {
      for (int from = 0, to; from < rows; from = to) {
        to = from + 1;
        while (to < rows && packed[to] >>> rowBits == packed[from] >>> rowBits) {
          to++;
        }
        sortRest(order, from, to);
      }
    }
    return order;
  }

  /** The first columns in one number a row, which takes no more than some bits. */
  private long[] packed(int mostBits) {
    long[] packed = new long[rows];
    int used = 0;
    for (rest = 0; rest < columns.size(); rest++) {
      ColumnKeys column = columns.get(rest);
      long least = Long.MAX_VALUE;
      long most = Long.MIN_VALUE;
      for (int row = 0; row < rows; row++) {
        if (!column.isAbsent(row)) {
          least = Math.min(least, column.key(row));
          most = Math.max(most, column.key(row));
        }
      }
      // 0 stands for NULL.
      long range = least > most ? 0 : most - least + 1;
      boolean overflows = least <= most && (most - least < 0 || range <= 0);
      if (overflows || used + bits(range) > mostBits) {
        return packed;
      }
      int width = bits(range);
      used += width;
      for (int row = 0; row < rows; row++) {
        long place = column.isAbsent(row) ? 0 : column.key(row) - least + 1;
        packed[row] = packed[row] << width | place;
      }
    }
    return packed;
  }

  private static int bits(long most) {
    return Long.SIZE - Long.numberOfLeadingZeros(most);
  }

  private void sortRest(int[] order, int from, int to) {
    boolean sorted = true;
    for (int i = from + 1; i < to && sorted; i++) {
      sorted = compareRest(order[i - 1], order[i]) <= 0;
    }
    if (!sorted) {
      Integer[] some = new Integer[to - from];
      Arrays.setAll(some, i -> order[from + i]);
      Arrays.sort(some, this::compareRest);
      for (int i = 0; i < some.length; i++) {
        order[from + i] = some[i];
      }
    }
  }

  private int compareRest(int left, int right) {
    for (ColumnKeys column : columns.subList(rest, columns.size())) {
      boolean none = column.isAbsent(left);
      int order =
          none || column.isAbsent(right)
              ? Boolean.compare(column.isAbsent(right), none)
              : Long.compare(column.key(left), column.key(right));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}

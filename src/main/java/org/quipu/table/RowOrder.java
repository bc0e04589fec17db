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

  /** Bits by which rows are sorted at once, and how many rows are worth a count of them. */
  private static final int DIGIT = 11;

  private static final int MANY = 1 << 13;

  private final List<ColumnKeys> columns;
  private final int rows;

  /** The first column that did not fit, and the bits that those before take. */
  private int rest;

  private int used;

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
    boolean sorted = true;
    for (int row = 0; row < rows; row++) {
      packed[row] = packed[row] << rowBits | row;
      sorted &= row == 0 || packed[row - 1] < packed[row];
    }
    if (!sorted && rows < MANY) {
      Arrays.sort(packed);
    } else if (!sorted) {
      packed = sortedByDigits(packed, rowBits);
    }
    return order(packed, rowBits);
  }

  /** The first columns in one number a row, which takes no more than some bits. */
  private long[] packed(int mostBits) {
    long[] packed = new long[rows];
    for (rest = 0; rest < columns.size(); rest++) {
      int width = bits(columns.get(rest).places());
      if (used + width > mostBits) {
        return packed;
      }
      if (width > 0) {
        columns.get(rest).pack(packed, width);
        used += width;
      }
    }
    return packed;
  }

  private static int bits(long most) {
    return Long.SIZE - Long.numberOfLeadingZeros(most);
  }

  /** Sorts by what is above a row's number, digit by digit from the lowest; equal rows stay. */
  private long[] sortedByDigits(long[] packed, int rowBits) {
    long[] from = packed;
    long[] to = new long[rows];
    for (int bit = rowBits; bit < rowBits + used; bit += DIGIT) {
      int[] starts = new int[(1 << DIGIT) + 1];
      for (long row : from) {
        starts[digit(row, bit) + 1]++;
      }
      for (int digit = 1; digit < starts.length; digit++) {
        starts[digit] += starts[digit - 1];
      }
      for (long row : from) {
        to[starts[digit(row, bit)]++] = row;
      }
      long[] free = from;
      from = to;
      to = free;
    }
    return from;
  }

  private static int digit(long row, int bit) {
    return (int) (row >>> bit) & ((1 << DIGIT) - 1);
  }

  private int[] order(long[] packed, int rowBits) {
    int[] order = new int[rows];
    for (int from = 0, to; from < rows; from = to) {
      to = from;
      while (to < rows && packed[to] >>> rowBits == packed[from] >>> rowBits) {
        order[to] = (int) (packed[to] & ((1L << rowBits) - 1));
        to++;
      }
      if (rest < columns.size()) {
        sortRest(order, from, to);
      }
    }
    return order;
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
    int order = 0;
    for (int i = rest; i < columns.size() && order == 0; i++) {
      ColumnKeys column = columns.get(i);
      boolean none = column.isAbsent(left);
      order =
          none || column.isAbsent(right)
              ? Boolean.compare(column.isAbsent(right), none)
              : Long.compare(column.key(left), column.key(right));
    }
    return order;
  }
}

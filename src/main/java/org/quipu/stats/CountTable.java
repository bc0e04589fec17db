package org.quipu.stats;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Counts by group (rows) and category (columns), without the categories that nobody is in.
 *
 * @param cells counts, at least one row
 * @param rows totals of the rows
 * @param columns totals of the columns, none 0
 * @param n the total
 */
record CountTable(long[][] cells, long[] rows, long[] columns, long n) {

  static CountTable of(long[][] counts) {
    check(counts);
    int width = counts[0].length;
    int[] used =
        IntStream.range(0, width)
            .filter(j -> Arrays.stream(counts).anyMatch(row -> row[j] > 0))
            .toArray();
    long[][] cells =
        Arrays.stream(counts)
            .map(row -> Arrays.stream(used).mapToLong(j -> row[j]).toArray())
            .toArray(long[][]::new);
    long[] rows = Arrays.stream(cells).mapToLong(row -> sum(row)).toArray();
    long[] columns =
        IntStream.range(0, used.length)
            .mapToLong(j -> sum(Arrays.stream(cells).mapToLong(row -> row[j]).toArray()))
            .toArray();
    return new CountTable(cells, rows, columns, sum(rows));
  }

  private static void check(long[][] counts) {
    if (counts.length == 0 || counts[0].length == 0) {
      throw new IllegalArgumentException("a table of counts needs at least a row and a column");
    }
    for (long[] row : counts) {
      if (row.length != counts[0].length) {
        throw new IllegalArgumentException(
            "rows have " + counts[0].length + " and " + row.length + " counts; they need as many");
      }
      for (long count : row) {
        if (count < 0) {
          throw new IllegalArgumentException("count is " + count + "; counts are not negative");
        }
      }
    }
  }

  private static long sum(long[] counts) {
    return Arrays.stream(counts).reduce(0, Math::addExact);
  }

  /** Why groups cannot be compared here; null when they can. */
  Reason problem() {
    if (rows.length < 2) {
      return Undefined.tooFew("grupos", "groups", rows.length, 2);
    }
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] == 0) {
        return new Reason(
            State.TOO_FEW,
            "El grupo " + (i + 1) + " no tiene observaciones.",
            "Group " + (i + 1) + " has no observations.");
      }
    }
    return columns.length < 2
        ? Undefined.noVariance(
            "Todas las observaciones caen en la misma categoría.",
            "All observations fall into the same category.")
        : null;
  }

  boolean twoByTwo() {
    return rows.length == 2 && columns.length == 2;
  }

  int df() {
    return (rows.length - 1) * (columns.length - 1);
  }

  /** Row total times column total, which is n times the expected count. */
  BigDecimal expectedTimesN(int i, int j) {
    return new BigDecimal(BigInteger.valueOf(rows[i]).multiply(BigInteger.valueOf(columns[j])));
  }

  /** n times (observed − expected). */
  BigDecimal excessTimesN(int i, int j) {
    return BigDecimal.valueOf(cells[i][j])
        .multiply(BigDecimal.valueOf(n))
        .subtract(expectedTimesN(i, j));
  }
}

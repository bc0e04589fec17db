package org.quipu.stats;

import java.util.Arrays;

/**
 * Tables drawn at random with given margins, cell by cell from the hypergeometric distribution of
 * what is left: W. M. Patefield, "Algorithm AS 159", Applied Statistics 30 (1981) 91–97,
 * https://doi.org/10.2307/2346669.
 */
final class TablesDrawn {
  /** Logarithms of factorials are looked up as far as this. */
  private static final int MOST_KNOWN = 1_000_000;

  private final long[] rows;
  private final long[] columns;
  private final long n;
  private final Draws draws;
  private final double[] known;

  TablesDrawn(CountTable table, Draws draws) {
    rows = table.rows().clone();
    columns = table.columns().clone();
    Arrays.sort(rows);
    Arrays.sort(columns);
    n = table.n();
    this.draws = draws;
    known = new double[(int) Math.min(n, MOST_KNOWN) + 1];
    Arrays.setAll(known, FisherTable::logFactorial);
  }

  /** Σ ln n! over the cells of the next table. */
  double nextLogFactorials() {
    long[] columnsLeft = columns.clone();
    long left = n;
    double sum = 0;
    for (int i = 0; i < rows.length - 1; i++) {
      long rowLeft = rows[i];
      long beyond = left;
      for (int j = 0; j < columns.length - 1; j++) {
        long count = draw(rowLeft, columnsLeft[j], beyond);
        sum += logFactorial(count);
        beyond -= columnsLeft[j];
        columnsLeft[j] -= count;
        rowLeft -= count;
      }
      sum += logFactorial(rowLeft);
      columnsLeft[columns.length - 1] -= rowLeft;
      left -= rows[i];
    }
    for (long last : columnsLeft) {
      sum += logFactorial(last);
    }
    return sum;
  }

  /** How many of a row fall into a column: outwards from the most likely count. */
  private long draw(long row, long column, long total) {
    Hypergeometric margins = Hypergeometric.of(row, column, total);
    if (margins.low() == margins.high()) {
      return margins.low();
    }
    long mode = margins.mode(1);
    double probability =
        Math.exp(choose(column, mode) + choose(total - column, row - mode) - choose(total, row));
    double left = draws.uniform() - probability;
    double up = probability;
    double down = probability;
    long above = mode;
    long below = mode;
    while (left >= 0 && (above < margins.high() || below > margins.low())) {
      if (above < margins.high()) {
        up *= margins.ratio(above++, 1);
        left -= up;
        if (left < 0) {
          return above;
        }
      }
      if (below > margins.low()) {
        down /= margins.ratio(--below, 1);
        left -= down;
        if (left < 0) {
          return below;
        }
      }
    }
    return mode;
  }

  private double choose(long n, long k) {
    return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
  }

  private double logFactorial(long n) {
    return n < known.length ? known[(int) n] : FisherTable.logFactorial(n);
  }
}

package org.quipu.stats;

import java.math.BigDecimal;

/**
 * n, Σx and Σx² of the observations of a table without rounding: of all, and of those below the
 * median, which add up to all with those that are not. Found on first use; threads that race find
 * the same.
 */
final class TableSums {
  private final FrequencyTable table;
  private PowerSums all;
  private PowerSums belowMedian;

  TableSums(FrequencyTable table) {
    this.table = table;
  }

  PowerSums all() {
    if (all == null) {
      // An exact sum of doubles costs the same for half of them.
      all =
          table.isDecimal()
              ? belowMedian().plus(between(table, belowMedian().n(), table.n()))
              : between(table, 0, table.n());
    }
    return all;
  }

  PowerSums belowMedian() {
    if (belowMedian == null) {
      // Where there are two middle values, the median lies between them.
      long n = table.n();
      belowMedian = between(table, 0, n == 0 ? 0 : table.below(table.indexAtRank(n / 2)));
    }
    return belowMedian;
  }

  /** Of the observations from one rank up to but without another, counted from 0. */
  static PowerSums between(FrequencyTable table, long fromRank, long toRank) {
    if (table.isWhole()) {
      return ofWhole(table, fromRank, toRank);
    }
    return table.isDecimal()
        ? ofDecimals(table, fromRank, toRank)
        : ofDoubles(table, fromRank, toRank);
  }

  private static PowerSums ofWhole(FrequencyTable table, long fromRank, long toRank) {
    long sum = 0;
    long squares = 0;
    for (int i = 0; i < table.distinct(); i++) {
      long count = table.count(i, fromRank, toRank);
      long value = (long) table.value(i);
      sum += count * value;
      squares += count * value * value;
    }
    return new PowerSums(toRank - fromRank, BigDecimal.valueOf(sum), BigDecimal.valueOf(squares));
  }

  private static PowerSums ofDecimals(FrequencyTable table, long fromRank, long toRank) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal squares = BigDecimal.ZERO;
    for (int i = 0; i < table.distinct(); i++) {
      long count = table.count(i, fromRank, toRank);
      if (count > 0) {
        BigDecimal share = table.decimal(i).multiply(BigDecimal.valueOf(count));
        sum = sum.add(share);
        squares = squares.add(share.multiply(table.decimal(i)));
      }
    }
    return new PowerSums(toRank - fromRank, sum, squares);
  }

  private static PowerSums ofDoubles(FrequencyTable table, long fromRank, long toRank) {
    ExactSum sum = new ExactSum();
    ExactSum squares = new ExactSum();
    for (int i = 0; i < table.distinct(); i++) {
      long count = table.count(i, fromRank, toRank);
      if (count > 0) {
        sum.add(table.value(i), count);
        squares.addSquare(table.value(i), count);
      }
    }
    return new PowerSums(toRank - fromRank, sum.value(), squares.value());
  }
}

package org.quipu.stats;

import java.math.BigDecimal;

/** n, Σx and Σx² of the observations of a table between two ranks, without rounding. */
final class TableSums {
  private TableSums() {}

  /** Of the observations from one rank up to but without another, counted from 0. */
  static PowerSums of(FrequencyTable table, long fromRank, long toRank) {
    if (table.isWhole()) {
      return ofWhole(table, fromRank, toRank);
    }
    return table.isDecimal()
        ? ofDecimals(table, fromRank, toRank)
        : ofDoubles(table, fromRank, toRank);
  }

  /** Σx alone of the first observations of a table of decimals. */
  static BigDecimal sumOfFirst(FrequencyTable table, long observations) {
    if (PieceSums.serve(table)) {
      return inPieces(table, 0, observations).sum();
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < table.distinct() && table.below(i) < observations; i++) {
      long count = table.count(i, 0, observations);
      sum = sum.add(table.decimal(i).multiply(BigDecimal.valueOf(count)));
    }
    return sum;
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
    if (PieceSums.serve(table)) {
      PieceSums sums = inPieces(table, fromRank, toRank);
      return new PowerSums(toRank - fromRank, sums.sum(), sums.squares());
    }
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

  private static PieceSums inPieces(FrequencyTable table, long fromRank, long toRank) {
    PieceSums sums = new PieceSums();
    for (int i = 0; i < table.distinct() && table.below(i) < toRank; i++) {
      long count = table.count(i, fromRank, toRank);
      if (count > 0) {
        sums.add(table.known(i), count);
      }
    }
    return sums;
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

package org.quipu.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Statistics of the sorted values of a table that is not empty, without rounding on the way. */
final class OrderStatistics {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal GREATEST = new BigDecimal(Double.MAX_VALUE);

  /** Of numbers up to this size the distances are doubles. */
  private static final double MODERATE = Double.MAX_VALUE / 4;

  private OrderStatistics() {}

  /**
   * The quantile of type 7 of Hyndman and Fan: linear between the sorted values, the least at 0 and
   * the greatest at 1. The default of R, Spark and DuckDB.
   *
   * <p>Reference: R. J. Hyndman, Y. Fan, "Sample quantiles in statistical packages", The American
   * Statistician 50 (1996) 361–365. https://doi.org/10.1080/00031305.1996.10473566
   */
  static BigDecimal quantile(FrequencyTable table, BigDecimal probability) {
    BigDecimal position = probability.multiply(BigDecimal.valueOf(table.n() - 1));
    long rank = position.setScale(0, RoundingMode.FLOOR).longValueExact();
    BigDecimal share = position.subtract(BigDecimal.valueOf(rank));
    int index = table.indexAtRank(rank);
    BigDecimal low = table.decimal(index);
    if (share.signum() == 0 || rank + 1 < table.below(index + 1)) {
      return low;
    }
    return low.add(share.multiply(table.decimal(index + 1).subtract(low)));
  }

  /** The middle value, or the mean of the two middle ones. */
  static BigDecimal median(FrequencyTable table) {
    return quantile(table, HALF);
  }

  /** The median distance from the median, not scaled. */
  static BigDecimal medianDeviation(FrequencyTable table) {
    return median(distances(table, median(table)));
  }

  /** The sums of all values' distances from the median. */
  static PowerSums distancesFromMedian(FrequencyTable table) {
    BigDecimal median = median(table);
    if (table.isWhole()) {
      return halves(table, median.add(median).longValueExact());
    }
    if (!table.isDecimal()) {
      return distances(table, median).powerSums();
    }
    if (Math.abs(table.value(0)) > MODERATE
        || Math.abs(table.value(table.distinct() - 1)) > MODERATE) {
      return distances(table, median).powerSums();
    }
    // What lies above the median is Σx − n m away from it, what lies below n m − Σx.
    PowerSums all = table.powerSums();
    PowerSums below = table.sums().belowMedian();
    BigDecimal sum =
        all.sum()
            .subtract(below.sum().add(below.sum()))
            .subtract(median.multiply(BigDecimal.valueOf(all.n() - 2 * below.n())));
    BigDecimal squares =
        median
            .multiply(BigDecimal.valueOf(all.n()))
            .subtract(all.sum().add(all.sum()))
            .multiply(median)
            .add(all.sumOfSquares());
    return new PowerSums(all.n(), sum, squares);
  }

  /** The same of whole numbers, whose distances from the median are halves. */
  private static PowerSums halves(FrequencyTable table, long twiceMedian) {
    long sum = 0;
    long squares = 0;
    for (int i = 0; i < table.distinct(); i++) {
      long twice = Math.abs(2 * (long) table.value(i) - twiceMedian);
      sum += table.count(i) * twice;
      squares += table.count(i) * twice * twice;
    }
    return new PowerSums(
        table.n(),
        BigDecimal.valueOf(sum).multiply(HALF),
        BigDecimal.valueOf(squares).multiply(HALF).multiply(HALF));
  }

  /** The distances of all values from a centre, at most the greatest double. */
  static FrequencyTable distances(FrequencyTable table, BigDecimal centre) {
    if (table.isDecimal()) {
      Map<BigDecimal, Long> counts = new TreeMap<>();
      for (int i = 0; i < table.distinct(); i++) {
        counts.merge(
            table.decimal(i).subtract(centre).abs().min(GREATEST), table.count(i), Math::addExact);
      }
      return FrequencyTable.ofDecimals(counts);
    }
    double[] distances = signedDistances(table, centre);
    for (int i = 0; i < distances.length; i++) {
      distances[i] = Math.min(Double.MAX_VALUE, Math.abs(distances[i]));
    }
    // Both sides ascend away from the centre: merged, not sorted.
    int split = table.indexAtRank(Math.min(table.countBelow(centre), table.n() - 1));
    return FrequencyTable.merge(
        side(table, distances, IntStream.range(0, split).map(i -> split - 1 - i).toArray()),
        side(table, distances, IntStream.range(split, table.distinct()).toArray()));
  }

  /** Each distinct value less a centre, with the precision of a double; may be infinite. */
  static double[] signedDistances(FrequencyTable table, BigDecimal centre) {
    double[] distances = new double[table.distinct()];
    // The difference of two doubles that are close is exact, so that what rounding took from the
    // centre is all there is to put back.
    double high = Rounding.of(centre);
    double low = Rounding.of(centre.subtract(new BigDecimal(high)));
    for (int i = 0; i < distances.length; i++) {
      distances[i] =
          table.isDecimal()
              ? Rounding.of(table.decimal(i).subtract(centre))
              : (table.value(i) - high) - low;
    }
    return distances;
  }

  private static FrequencyTable side(FrequencyTable table, double[] distances, int[] order) {
    return FrequencyTable.of(
        IntStream.of(order).mapToDouble(i -> distances[i]).toArray(),
        IntStream.of(order).mapToLong(table::count).toArray());
  }
}

package org.quipu.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Statistics of the sorted values of a table that is not empty, without rounding on the way. */
final class OrderStatistics {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** Sizes between which twice a double's precision is there, and the error of a difference. */
  private static final double LEAST = 1e-200;

  private static final double MOST = 1e200;
  private static final double ERROR = 0x1p-98;

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
    BigDecimal median = median(table);
    return table.isDecimal() ? medianDistance(table, median) : median(distances(table, median));
  }

  /** The same of decimals: nearest first, from the median outwards, as far as half of them. */
  private static BigDecimal medianDistance(FrequencyTable table, BigDecimal median) {
    int above = table.indexAtRank(table.n() / 2);
    while (above > 0 && table.decimal(above - 1).compareTo(median) >= 0) {
      above--;
    }
    int below = above - 1;
    long seen = 0;
    BigDecimal first = null;
    BigDecimal next = null;
    while (seen <= table.n() / 2) {
      BigDecimal up = above < table.distinct() ? table.decimal(above).subtract(median) : null;
      BigDecimal down = below >= 0 ? median.subtract(table.decimal(below)) : null;
      boolean takeUp = down == null || up != null && up.compareTo(down) <= 0;
      next = (takeUp ? up : down).min(GREATEST);
      seen += table.count(takeUp ? above++ : below--);
      if (first == null && seen > (table.n() - 1) / 2) {
        first = next;
      }
    }
    return first.add(next).multiply(HALF);
  }

  /**
   * The sums of all values' distances from the median.
   *
   * @param all the sums of the values themselves
   */
  static PowerSums distancesFromMedian(FrequencyTable table, PowerSums all) {
    BigDecimal median = median(table);
    if (table.isWhole()) {
      return halves(table, median.add(median).longValueExact());
    }
    if (!table.isDecimal()
        || Math.abs(table.value(0)) > MODERATE
        || Math.abs(table.value(table.distinct() - 1)) > MODERATE) {
      return distances(table, median).powerSums();
    }
    // What lies above the median is Σx − n m away from it, what lies below n m − Σx.
    long below = table.countBelow(median);
    BigDecimal sumBelow = TableSums.sumOfFirst(table, below);
    BigDecimal sum =
        all.sum()
            .subtract(sumBelow.add(sumBelow))
            .subtract(median.multiply(BigDecimal.valueOf(all.n() - 2 * below)));
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
              ? distance(table, i, new Twofold(high, low))
              : (table.value(i) - high) - low;
      if (Double.isNaN(distances[i])) {
        distances[i] = Rounding.of(table.decimal(i).subtract(centre));
      }
    }
    return distances;
  }

  /** A decimal less a centre, rounded once; NaN where that takes decimals. */
  private static double distance(FrequencyTable table, int i, Twofold centre) {
    double size = Math.max(Math.abs(table.value(i)), Math.abs(centre.high()));
    return size > LEAST && size < MOST
        ? new Twofold(table.value(i), table.rest(i)).minus(centre).rounded(size * ERROR)
        : Double.NaN;
  }

  private static FrequencyTable side(FrequencyTable table, double[] distances, int[] order) {
    return FrequencyTable.of(
        IntStream.of(order).mapToDouble(i -> distances[i]).toArray(),
        IntStream.of(order).mapToLong(table::count).toArray());
  }
}

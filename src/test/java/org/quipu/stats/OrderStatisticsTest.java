package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OrderStatisticsTest {

  /** Sums from partial sums against the distance of each value. */
  private static void assertDistances(FrequencyTable table) {
    BigDecimal median = OrderStatistics.median(table);
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal squares = BigDecimal.ZERO;
    for (int i = 0; i < table.distinct(); i++) {
      BigDecimal distance = table.decimal(i).subtract(median).abs();
      BigDecimal share = distance.multiply(BigDecimal.valueOf(table.count(i)));
      sum = sum.add(share);
      squares = squares.add(share.multiply(distance));
    }
    PowerSums found = OrderStatistics.distancesFromMedian(table, table.powerSums());
    assertThat(found.n()).isEqualTo(table.n());
    assertThat(found.sum()).isEqualByComparingTo(sum);
    assertThat(found.sumOfSquares()).isEqualByComparingTo(squares);
  }

  @Property(tries = 300)
  void distancesFromTheMedianAddUp(
      @ForAll @Size(min = 1, max = 15) List<@IntRange(min = -60, max = 60) Integer> values,
      @ForAll @IntRange(min = 1, max = 7) int parts) {
    BigDecimal[] decimals =
        values.stream()
            .map(value -> BigDecimal.valueOf(value))
            .map(value -> value.divide(BigDecimal.valueOf(parts), MathContext.DECIMAL128))
            .toArray(BigDecimal[]::new);
    long[] counts = values.stream().mapToLong(value -> 1 + Math.abs(value) % 4).toArray();
    assertDistances(FrequencyTable.ofDecimals(decimals, counts));
  }

  /** Found from the middle outwards, and by differences in two doubles, as decimals have it. */
  @Property(tries = 300)
  void distancesAreThoseOfDecimals(
      @ForAll @Size(min = 1, max = 15) List<@IntRange(min = -60, max = 60) Integer> values,
      @ForAll @IntRange(min = 1, max = 7) int parts,
      @ForAll @IntRange(min = -320, max = 290) int magnitude) {
    BigDecimal[] decimals =
        values.stream()
            .map(value -> BigDecimal.valueOf(value).scaleByPowerOfTen(magnitude))
            .map(value -> value.divide(BigDecimal.valueOf(parts), MathContext.DECIMAL128))
            .toArray(BigDecimal[]::new);
    long[] counts = values.stream().mapToLong(value -> 1 + Math.abs(value) % 4).toArray();
    FrequencyTable table = FrequencyTable.ofDecimals(decimals, counts);
    BigDecimal median = OrderStatistics.median(table);
    BigDecimal mean = table.powerSums().exactMean();

    assertThat(OrderStatistics.medianDeviation(table))
        .isEqualByComparingTo(OrderStatistics.median(OrderStatistics.distances(table, median)));
    for (BigDecimal centre : List.of(median, mean)) {
      double[] distances = OrderStatistics.signedDistances(table, centre);
      for (int i = 0; i < distances.length; i++) {
        assertThat(distances[i]).isEqualTo(Rounding.of(table.decimal(i).subtract(centre)));
      }
    }
  }

  @Test
  void distancesOfWholeNumbersAddUp() {
    assertDistances(
        FrequencyTable.ofWhole(new long[] {-8192, 1, 4, 8192}, new long[] {3, 1, 2, 2}));
  }

  @Test
  void aDistanceBeyondTheRangeOfADoubleIsTheGreatest() {
    BigDecimal greatest = new BigDecimal(Double.MAX_VALUE);
    FrequencyTable table =
        FrequencyTable.ofDecimals(
            new BigDecimal[] {greatest.negate(), greatest}, new long[] {1, 3});
    assertThat(OrderStatistics.distancesFromMedian(table, table.powerSums()).sum())
        .isEqualByComparingTo(greatest);
  }
}

package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Ranks against their definition, value by value. */
class PooledRanksTest {
  private static final BigDecimal TENTH = new BigDecimal("0.1");

  /** Of the same double as a tenth, and yet more. */
  private static final BigDecimal ABOVE_TENTH = new BigDecimal("0.1000000000000000000001");

  private static void assertDefined(List<FrequencyTable> groups) {
    PooledRanks ranks = PooledRanks.of(groups);
    for (FrequencyTable group : groups) {
      BigDecimal sum = BigDecimal.ZERO;
      BigDecimal squares = BigDecimal.ZERO;
      for (int i = 0; i < group.distinct(); i++) {
        long doubled = 1;
        for (FrequencyTable other : groups) {
          for (int j = 0; j < other.distinct(); j++) {
            int order = other.decimal(j).compareTo(group.decimal(i));
            doubled += order < 0 ? 2 * other.count(j) : order == 0 ? other.count(j) : 0;
          }
        }
        BigDecimal share = BigDecimal.valueOf(doubled).multiply(BigDecimal.valueOf(group.count(i)));
        sum = sum.add(share);
        squares = squares.add(share.multiply(BigDecimal.valueOf(doubled)));
      }
      PowerSums found = ranks.sums(group);
      assertThat(found.n()).isEqualTo(group.n());
      assertThat(found.sum()).isEqualByComparingTo(sum);
      assertThat(found.sumOfSquares()).isEqualByComparingTo(squares);
    }
  }

  @Property(tries = 200)
  void ofDecimals(
      @ForAll @Size(min = 1, max = 6)
          List<@Size(max = 12) List<@IntRange(min = -9, max = 9) Integer>> values,
      @ForAll boolean sameDouble) {
    List<FrequencyTable> groups = new ArrayList<>();
    for (List<Integer> group : values) {
      BigDecimal[] decimals =
          group.stream()
              .map(
                  value ->
                      (sameDouble && value > 4 ? ABOVE_TENTH : TENTH)
                          .multiply(
                              value == 9 && sameDouble
                                  ? BigDecimal.ONE
                                  : BigDecimal.valueOf(value)))
              .toArray(BigDecimal[]::new);
      long[] counts = group.stream().mapToLong(value -> 1 + Math.abs(value)).toArray();
      groups.add(FrequencyTable.ofDecimals(decimals, counts));
    }
    assertDefined(groups);
  }

  @Property(tries = 200)
  void ofDoubles(
      @ForAll @Size(min = 1, max = 6)
          List<@Size(max = 12) List<@IntRange(min = -9, max = 9) Integer>> values) {
    assertDefined(
        values.stream()
            .map(group -> group.stream().mapToDouble(value -> value / 7.0).toArray())
            .map(FrequencyTable::of)
            .toList());
  }

  @Test
  void decimalsOfOneDoubleKeepTheirOrder() {
    FrequencyTable low = FrequencyTable.ofDecimals(new BigDecimal[] {TENTH}, new long[] {2});
    FrequencyTable high = FrequencyTable.ofDecimals(new BigDecimal[] {ABOVE_TENTH}, new long[] {3});
    assertThat(PooledRanks.of(List.of(low, high)).sums(low).sum()).isEqualByComparingTo("6");
    assertThat(PooledRanks.of(List.of(low, high)).sums(high).sum()).isEqualByComparingTo("24");
  }

  @Test
  void sumsOfSquaresThatOutgrowALong() {
    long many = 1L << 40;
    FrequencyTable low = FrequencyTable.of(new double[] {1, 2}, new long[] {many, many});
    FrequencyTable high = FrequencyTable.of(new double[] {2, 3}, new long[] {many, 1});
    assertDefined(List.of(low, high));
  }

  @Test
  void hundredsOfDistinctValues() {
    double[] values = new double[500];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i * 7919 % 500) / 3.0;
    }
    assertDefined(List.of(FrequencyTable.of(values), FrequencyTable.of(1, 2, 3.5)));
  }
}

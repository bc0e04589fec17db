package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FrequencyTableTest {
  @Test
  void equalNumbersAreOneValue() {
    Map<BigDecimal, Long> counts = new LinkedHashMap<>();
    counts.put(new BigDecimal("2"), 1L);
    counts.put(new BigDecimal("1.0"), 2L);
    counts.put(new BigDecimal("1.00"), 3L);
    counts.put(new BigDecimal("7"), 0L);
    FrequencyTable table = FrequencyTable.ofDecimals(counts);
    assertThat(table.n()).isEqualTo(6);
    assertThat(table.distinct()).isEqualTo(2);
    assertThat(table.value(0)).isEqualTo(1.0);
    assertThat(table.count(0)).isEqualTo(5);
    assertThat(table.decimal(1)).isEqualTo("2");
    assertThat(FrequencyTable.of(-0.0, 0.0, 3).distinct()).isEqualTo(2);
    assertThat(1 / FrequencyTable.of(-0.0).value(0)).isPositive();
  }

  @Test
  void doublesAreExactAndDecimalsAreNotRounded() {
    assertThat(FrequencyTable.of(0.1).decimal(0)).isEqualTo(new BigDecimal(0.1));
    FrequencyTable close =
        FrequencyTable.ofDecimals(
            Map.of(new BigDecimal("1e20").add(BigDecimal.ONE), 1L, new BigDecimal("1e20"), 1L));
    assertThat(close.distinct()).isEqualTo(2);
    assertThat(close.value(0)).isEqualTo(close.value(1));
    assertThat(close.sumOfSquaredDeviations()).isEqualTo(0.5);
  }

  @Test
  void anEmptyTableHasNoMeanAndNoRange() {
    FrequencyTable empty = FrequencyTable.of();
    assertThat(empty.n()).isZero();
    assertThat(empty.min()).isNull();
    assertThat(empty.max()).isNull();
    assertThat(empty.mean()).isNull();
    assertThat(empty.sumOfSquaredDeviations()).isNull();
    assertThat(FrequencyTable.merge()).isEqualTo(empty);
    assertThat(FrequencyTable.merge(empty, FrequencyTable.of(1, 2)))
        .isEqualTo(FrequencyTable.of(2, 1));
  }

  @Test
  void whatIsNotANumberIsRefusedWithItsValue() {
    assertThatThrownBy(() -> FrequencyTable.of(1, Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> FrequencyTable.of(Double.NEGATIVE_INFINITY))
        .hasMessageContaining("-Infinity");
    assertThatThrownBy(() -> FrequencyTable.of(new double[] {4}, new long[] {-2}))
        .hasMessageContaining("value 4.0 has count -2");
    assertThatThrownBy(() -> FrequencyTable.of(new double[] {4}, new long[0]))
        .hasMessageContaining("1 values come with 0 counts");
    assertThatThrownBy(() -> FrequencyTable.ofDecimals(Map.of(new BigDecimal("1e400"), 1L)))
        .hasMessageContaining("Infinity");
  }

  @Test
  void ranksAndCountsBelow() {
    FrequencyTable table = FrequencyTable.of(new double[] {5, 1, 3}, new long[] {1, 2, 4});
    assertThat(table.indexAtRank(0)).isZero();
    assertThat(table.indexAtRank(1)).isZero();
    assertThat(table.indexAtRank(2)).isEqualTo(1);
    assertThat(table.indexAtRank(6)).isEqualTo(2);
    assertThat(table.countBelow(BigDecimal.valueOf(3))).isEqualTo(2);
    assertThat(table.countBelow(new BigDecimal("3.01"))).isEqualTo(6);
    assertThat(table.countBelow(BigDecimal.TEN)).isEqualTo(7);
    assertThatThrownBy(() -> table.indexAtRank(7)).hasMessageContaining("rank 7 of 7");
  }

  @Test
  void decimalsMergedWithDoublesAreComparedAsDoubles() {
    FrequencyTable decimals = FrequencyTable.ofDecimals(Map.of(new BigDecimal("0.1"), 2L));
    FrequencyTable merged = FrequencyTable.merge(decimals, FrequencyTable.of(0.1, 0.2));
    assertThat(merged.isDecimal()).isFalse();
    assertThat(merged.count(0)).isEqualTo(3);
    assertThat(FrequencyTable.merge(decimals, decimals).isDecimal()).isTrue();
  }

  /** The sum of doubles over the whole of their range, subnormal ones included. */
  @Property(tries = 300)
  void sumsOfDoublesAreExact(
      @ForAll @Size(max = 40) List<Long> bits, @ForAll @IntRange(min = 1) int count) {
    double[] values =
        bits.stream().mapToDouble(Double::longBitsToDouble).filter(Double::isFinite).toArray();
    ExactSum sum = new ExactSum();
    ExactSum squares = new ExactSum();
    BigDecimal expected = BigDecimal.ZERO;
    BigDecimal expectedSquares = BigDecimal.ZERO;
    long each = (long) count * count;
    for (double value : values) {
      sum.add(value, each);
      squares.addSquare(value, each);
      BigDecimal exact = new BigDecimal(value);
      expected = expected.add(exact.multiply(BigDecimal.valueOf(each)));
      expectedSquares =
          expectedSquares.add(exact.multiply(exact).multiply(BigDecimal.valueOf(each)));
    }
    assertThat(sum.value()).isEqualByComparingTo(expected);
    assertThat(squares.value()).isEqualByComparingTo(expectedSquares);
  }

  @Test
  void sumsOfTheGreatestCountsAndValuesAreExact() {
    ExactSum squares = new ExactSum();
    BigDecimal square = new BigDecimal(Double.MAX_VALUE).pow(2);
    squares.addSquare(Double.MAX_VALUE, Long.MAX_VALUE);
    squares.addSquare(-Double.MIN_VALUE, Long.MAX_VALUE);
    assertThat(squares.value())
        .isEqualByComparingTo(
            square
                .add(new BigDecimal(Double.MIN_VALUE).pow(2))
                .multiply(BigDecimal.valueOf(Long.MAX_VALUE)));
  }

  @Property(tries = 200)
  void partsMergeToTheWholeInAnyOrder(
      @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = -1e6, max = 1e6) Double> values,
      @ForAll long seed) {
    double[] all = values.stream().mapToDouble(v -> Math.rint(v * 3) / 10).toArray();
    FrequencyTable whole = FrequencyTable.of(all);
    List<FrequencyTable> parts = new ArrayList<>();
    Random random = new Random(seed);
    for (int i = 0; i < all.length; ) {
      int next = Math.min(all.length, i + 1 + random.nextInt(8));
      parts.add(FrequencyTable.of(Arrays.copyOfRange(all, i, next)));
      i = next;
    }
    Collections.shuffle(parts, random);
    FrequencyTable merged = FrequencyTable.merge(parts);
    assertThat(merged).isEqualTo(whole).hasSameHashCodeAs(whole);
    PowerSums total = PowerSums.total(parts.stream().map(FrequencyTable::powerSums).toList());
    assertThat(total.mean()).isEqualTo(whole.mean());
    assertThat(total.sd()).isEqualTo(whole.powerSums().sd());
  }

  @Test
  void aCountIsSoManyObservations() {
    double[] raw = {1.5, 1.5, 1.5, -2, 7.25, 7.25};
    FrequencyTable counted = FrequencyTable.of(new double[] {7.25, -2, 1.5}, new long[] {2, 1, 3});
    assertThat(counted).isEqualTo(FrequencyTable.of(raw));
    assertThat(counted.powerSums()).isEqualTo(FrequencyTable.of(raw).powerSums());
  }

  /** Decimals whose doubles are known make the same table, also where two share a double. */
  @Test
  void decimalsWithTheirDoublesAscending() {
    BigDecimal beside = new BigDecimal("0.33333333333333333333");
    BigDecimal third = new BigDecimal("0.3333333333333333333333333333333333");
    BigDecimal[] decimals = {new BigDecimal("-1.5"), beside, third, new BigDecimal("2")};
    long[] counts = {2, 1, 3, 4};
    KnownDecimal[] known = known(decimals);
    FrequencyTable table = FrequencyTable.ofAscending(known, counts.clone());

    assertThat(table).isEqualTo(FrequencyTable.ofDecimals(decimals, counts));
    assertThat(table.rest(2)).isEqualTo(third.subtract(new BigDecimal(1 / 3.0)).doubleValue());
    assertThatThrownBy(() -> FrequencyTable.ofAscending(known(third, beside), new long[] {1, 1}))
        .hasMessageContaining("at place 1");
    assertThatThrownBy(() -> FrequencyTable.ofAscending(known, new long[] {1, 1, -1, 1}))
        .hasMessageContaining("count -1");
    assertThatThrownBy(() -> FrequencyTable.ofAscending(known, new long[] {1, 0, 1, 1}))
        .hasMessageContaining("count 0");
  }

  private static KnownDecimal[] known(BigDecimal... decimals) {
    return Arrays.stream(decimals).map(KnownDecimal::of).toArray(KnownDecimal[]::new);
  }
}

package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Sums in pieces against those of decimals, which cost an object a number. */
class PieceSumsTest {

  @Provide
  Arbitrary<BigDecimal> means() {
    return Combinators.combine(
            Arbitraries.longs().between(-400_000, 400_000), Arbitraries.integers().between(1, 400))
        .as(
            (sum, parts) ->
                BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(parts), MathContext.DECIMAL128));
  }

  @Property(tries = 300)
  void areTheSumsOfTheDecimals(
      @ForAll @Size(min = 1, max = 30) List<@From("means") BigDecimal> means,
      @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE / 30) int most,
      @ForAll @IntRange(max = 100) int from,
      @ForAll @IntRange(max = 100) int to) {
    TreeMap<BigDecimal, Long> counted = new TreeMap<>();
    means.forEach(mean -> counted.put(mean.stripTrailingZeros(), (long) most - counted.size()));
    counted.values().removeIf(count -> count <= 0);
    FrequencyTable slow = FrequencyTable.ofDecimals(counted);
    FrequencyTable quick =
        FrequencyTable.ofAscending(
            counted.keySet().stream().map(KnownDecimal::of).toArray(KnownDecimal[]::new),
            counted.values().stream().mapToLong(Long::longValue).toArray());

    same(quick.powerSums(), slow.powerSums());
    long first = slow.n() * Math.min(from, to) / 100;
    long last = slow.n() * Math.max(from, to) / 100;
    same(quick.powerSums(first, last), slow.powerSums(first, last));
    assertThat(TableSums.sumOfFirst(quick, last))
        .isEqualByComparingTo(TableSums.sumOfFirst(slow, last));
  }

  private static void same(PowerSums quick, PowerSums slow) {
    assertThat(quick.n()).isEqualTo(slow.n());
    assertThat(quick.sum()).isEqualByComparingTo(slow.sum());
    assertThat(quick.sumOfSquares()).isEqualByComparingTo(slow.sumOfSquares());
  }

  @Test
  void decimalsThatAreTooLongAreAddedUpAsTheyAre() {
    assertThat(PieceSums.pieces(new BigDecimal("65535.9999999999"))).isNotNull();
    assertThat(PieceSums.pieces(new BigDecimal("-65536"))).isNull();
    assertThat(PieceSums.pieces(new BigDecimal("1e-41"))).isNull();
    KnownDecimal[] decimals = {
      KnownDecimal.of(new BigDecimal("1e-41")), KnownDecimal.of(new BigDecimal("0.5"))
    };
    FrequencyTable table = FrequencyTable.ofAscending(decimals, new long[] {2, 3});
    assertThat(PieceSums.serve(table)).isFalse();
    assertThat(table.powerSums().sum())
        .isEqualByComparingTo("1.50000000000000000000000000000000000000002");
  }
}

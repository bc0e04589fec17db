package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OutliersTest {
  /** Scores of 1 to 5 with what study 2 found among them. */
  private static final FrequencyTable SCORES =
      FrequencyTable.of(
          new double[] {1, 2, 3, 4, 5, 136.08, 389.55}, new long[] {10, 20, 40, 20, 10, 2, 1});

  @Test
  void eachOutlierComesWithItsCountAndItsRule() {
    assertThat(Outliers.of(SCORES))
        .filteredOn(outlier -> outlier.rule() == OutlierRule.TUKEY)
        .containsExactly(
            new Outlier(OutlierRule.TUKEY, 136.08, 2, 7),
            new Outlier(OutlierRule.TUKEY, 389.55, 1, 7));
    assertThat(Outliers.of(SCORES))
        .extracting(Outlier::rule)
        .contains(OutlierRule.TUKEY_FAR, OutlierRule.MODIFIED_Z, OutlierRule.ADJUSTED_BOXPLOT);
  }

  @Test
  void valuesOutsideTheAnswerScale() {
    OutlierLimits scale = OutlierLimits.ofScale(new BigDecimal("2"), new BigDecimal("5"));
    assertThat(scale.outliers(SCORES))
        .containsExactly(
            new Outlier(OutlierRule.OUTSIDE_SCALE, 1, 10, 2),
            new Outlier(OutlierRule.OUTSIDE_SCALE, 136.08, 2, 5),
            new Outlier(OutlierRule.OUTSIDE_SCALE, 389.55, 1, 5));
    assertThat(scale.count(SCORES)).isEqualTo(13);
  }

  /**
   * Quartiles 43/15 and 57/15 put a fence on 22/15, and both others on 78/15, all of it rounded.
   */
  @Test
  void aQuotientOnTheLimitIsNoOutlierHoweverItWasRounded() {
    int[] fifteenths = {7, 21, 22, 43, 50, 57, 78, 79, 93};
    long[] counts = {1, 2, 10, 30, 20, 30, 10, 3, 1};
    Map<BigDecimal, Long> scores = new TreeMap<>();
    double[] doubles = new double[fifteenths.length];
    for (int i = 0; i < fifteenths.length; i++) {
      BigDecimal sum = BigDecimal.valueOf(fifteenths[i]);
      scores.put(sum.divide(BigDecimal.valueOf(15), MathContext.DECIMAL128), counts[i]);
      doubles[i] = fifteenths[i] / 15.0;
    }
    for (FrequencyTable table :
        List.of(FrequencyTable.ofDecimals(scores), FrequencyTable.of(doubles, counts))) {
      OutlierLimits tukey = Outliers.tukey(table);
      assertThat(tukey.low().doubleValue()).isCloseTo(22 / 15.0, within(1e-15));
      assertThat(tukey.outliers(table)).extracting(Outlier::count).containsExactly(1L, 2L, 3L, 1L);
      assertThat(tukey.count(table)).isEqualTo(7);
      assertThat(tukey.within(table).n()).isEqualTo(table.n() - 7);
      assertThat(Descriptives.of(table, 0, 0.95).outliers()).isEqualTo(7);
      assertThat(new ExactDescription(table).outliers()).isEqualTo(7);
    }
    // What rounding did: a fence above the value that it is.
    FrequencyTable decimals = FrequencyTable.ofDecimals(scores);
    assertThat(decimals.countBelow(Outliers.tukey(decimals).low())).isEqualTo(13);
  }

  @Test
  void aValueOnTheLimitIsNoOutlier() {
    FrequencyTable table =
        FrequencyTable.ofDecimals(
            Map.of(
                new BigDecimal("0.1"),
                4L,
                new BigDecimal("0.2"),
                4L,
                new BigDecimal("0.3"),
                4L,
                new BigDecimal("0.6"),
                1L));
    assertThat(Outliers.tukey(table).high()).isEqualByComparingTo("0.6");
    assertThat(Outliers.tukey(table).outliers(table)).isEmpty();
  }

  @Test
  void withoutSpreadWhateverDiffersLiesBeyondTheFences() {
    FrequencyTable mostlyOne = FrequencyTable.of(1, 1, 1, 1, 1, 1, 9);
    for (OutlierLimits limits :
        List.of(
            Outliers.tukey(mostlyOne),
            Outliers.tukeyFar(mostlyOne),
            Outliers.adjustedBoxplot(mostlyOne))) {
      assertThat(limits.outliers(mostlyOne)).extracting(Outlier::value).containsExactly(9.0);
      assertThat(limits.count(mostlyOne)).isEqualTo(1);
    }
    assertThat(Descriptives.of(mostlyOne, 0, 0.95).outliers()).isEqualTo(1);
    OutlierLimits modified = Outliers.modifiedZ(mostlyOne);
    assertThat(modified.reason().state()).isEqualTo(State.NO_VARIANCE);
    assertThat(modified.outliers(mostlyOne)).isEmpty();
    assertThat(modified.count(mostlyOne)).isZero();
    assertThat(Outliers.tukey(FrequencyTable.of()).reason().state()).isEqualTo(State.TOO_FEW);
    assertThat(Outliers.of(FrequencyTable.of())).isEmpty();
  }

  @Test
  void medcoupleOfFewValues() {
    assertThat(Medcouple.of(FrequencyTable.of(3))).isZero();
    assertThat(Medcouple.of(FrequencyTable.of(1, 1, 1))).isZero();
    assertThat(Medcouple.of(FrequencyTable.of(1, 2, 3))).isZero();
    // Pairs with 0: (1, 0) −1, (0, 0) 0, (0, 4) 1, (0, 1) −1 ... by hand: −1, −1, 0, 1, 1, 3/5.
    assertThat(Medcouple.of(FrequencyTable.of(-1, 0, 4))).isEqualTo(0.3);
  }

  @Property(tries = 100)
  void mirroredValuesMirrorTheMedcouple(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = -9, max = 9) Integer> values) {
    double[] raw = values.stream().mapToDouble(v -> v * v * Math.signum(v)).toArray();
    double[] mirrored = Arrays.stream(raw).map(v -> -v).toArray();
    assertThat(Medcouple.of(FrequencyTable.of(mirrored)))
        .isEqualTo(0.0 - Medcouple.of(FrequencyTable.of(raw)));
    assertThat(Medcouple.of(FrequencyTable.of(raw))).isBetween(-1.0, 1.0);
  }

  @Property(tries = 200)
  void binsJoinAndSumToN(
      @ForAll @Size(min = 1, max = 80)
          List<@DoubleRange(min = 1e-3, max = 1e5) @Scale(4) Double> values) {
    FrequencyTable table =
        FrequencyTable.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    for (List<Histogram.Bin> bins :
        List.of(Histogram.of(table), Histogram.linear(table), Histogram.logarithmic(table))) {
      assertThat(bins.stream().mapToLong(Histogram.Bin::count).sum()).isEqualTo(table.n());
      assertThat(bins).hasSizeBetween(1, 60);
      assertThat(bins.get(0).lower()).isLessThanOrEqualTo(table.min());
      assertThat(bins.get(bins.size() - 1).upper()).isGreaterThanOrEqualTo(table.max());
      for (int i = 1; i < bins.size(); i++) {
        assertThat(bins.get(i).lower()).isEqualTo(bins.get(i - 1).upper());
      }
    }
  }

  @Test
  void binsAreRoundAndHoldTheirLowerEdge() {
    // Sturges: 8 values, 4 bins of at least 1.75, so of 2.
    assertThat(Histogram.linear(FrequencyTable.of(1, 2, 3, 4, 5, 6, 7, 8)))
        .containsExactly(
            new Histogram.Bin(0, 2, 1),
            new Histogram.Bin(2, 4, 2),
            new Histogram.Bin(4, 6, 2),
            new Histogram.Bin(6, 8, 3));
  }

  @Test
  void extremesThatSquashTheRestGetLogarithmicBins() {
    assertThat(Histogram.squashed(SCORES)).isTrue();
    assertThat(Histogram.of(SCORES))
        .containsExactly(
            new Histogram.Bin(1, 2, 10),
            new Histogram.Bin(2, 5, 80),
            new Histogram.Bin(5, 10, 10),
            new Histogram.Bin(10, 20, 0),
            new Histogram.Bin(20, 50, 0),
            new Histogram.Bin(50, 100, 0),
            new Histogram.Bin(100, 200, 2),
            new Histogram.Bin(200, 500, 1));
    FrequencyTable even = FrequencyTable.of(1, 2, 3, 4, 5, 6, 7);
    assertThat(Histogram.squashed(even)).isFalse();
    assertThat(Histogram.of(even)).isEqualTo(Histogram.linear(even));
  }

  @Test
  void whatLiesWithinTheLimitsIsKept() {
    FrequencyTable table =
        FrequencyTable.of(new double[] {-90, 1, 2, 3, 4, 5, 400}, new long[] {1, 9, 9, 9, 9, 9, 2});
    assertThat(Outliers.tukey(table).within(table))
        .isEqualTo(FrequencyTable.of(new double[] {1, 2, 3, 4, 5}, new long[] {9, 9, 9, 9, 9}));
    FrequencyTable few = FrequencyTable.of(7);
    OutlierLimits none = Outliers.modifiedZ(few);
    assertThat(none.within(few)).isEqualTo(few);
  }

  @Test
  void extremesAmongValuesOfAnySignKeepLinearBins() {
    double[] raw = new double[200];
    Arrays.setAll(raw, i -> i == 0 ? 1e7 : Math.sin(i));
    List<Histogram.Bin> bins = Histogram.of(FrequencyTable.of(raw));
    assertThat(bins).hasSizeLessThanOrEqualTo(60);
    assertThat(bins.stream().mapToLong(Histogram.Bin::count).sum()).isEqualTo(200);
    assertThatThrownBy(() -> Histogram.logarithmic(FrequencyTable.of(0, 1)))
        .hasMessageContaining("allowed are positive values");
  }

  @Test
  void noValuesAndOneValue() {
    assertThat(Histogram.of(FrequencyTable.of())).isEmpty();
    assertThat(Histogram.of(FrequencyTable.of(3, 3))).containsExactly(new Histogram.Bin(3, 3, 2));
  }
}

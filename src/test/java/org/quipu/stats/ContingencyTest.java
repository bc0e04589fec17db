package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ContingencyTest {
  private static final List<Function<long[][], TestResult>> TESTS =
      List.of(
          counts -> Contingency.chiSquare(counts, 0.95),
          counts -> Contingency.chiSquareYates(counts, 0.95),
          counts -> Contingency.gTest(counts, 0.95),
          counts -> Fisher.test(counts, 0.95),
          counts -> FisherTable.of(counts, 100, 1, 0.95).test());

  /** Study 1: facilities that met their goals, 654 of 718 and 249 of 663. */
  @Test
  void goalsMetByGroup() {
    TestResult test = Contingency.chiSquare(new long[][] {{654, 64}, {249, 414}}, 0.95);
    assertThat(test.statistic()).isCloseTo(436.4, within(0.05));
    assertThat(test.df1()).isEqualTo(1.0);
    assertThat(test.pValue()).isBetween(1e-97, 1e-96);
    assertThat(test.n()).isEqualTo(1381);
  }

  /** Study 1: good practices marked, 78 and 46 of 192. */
  @Test
  void practicesUsedByGroup() {
    long[][] marks = {{78, 114}, {46, 146}};
    assertThat(Contingency.chiSquare(marks, 0.95).statistic()).isCloseTo(12.20, within(0.005));
    assertThat(Contingency.chiSquareYates(marks, 0.95).statistic()).isCloseTo(11.45, within(0.005));
    assertThat(Contingency.chiSquareYates(marks, 0.95).pValue()).isLessThan(0.001);
  }

  @Test
  void anEmptyGroupIsTooFew() {
    for (var test : TESTS) {
      TestResult result = test.apply(new long[][] {{3, 4}, {0, 0}});
      assertThat(result.state()).isEqualTo(State.TOO_FEW);
      assertThat(result.reason().en()).isEqualTo("Group 2 has no observations.");
      assertThat(result.reason().es()).isEqualTo("El grupo 2 no tiene observaciones.");
      assertThat(result.pValue()).isNull();
    }
    assertThat(Contingency.expectedCounts(new long[][] {{3, 4}, {0, 0}})).isNull();
  }

  @Test
  void oneGroupIsTooFew() {
    for (var test : TESTS) {
      assertThat(test.apply(new long[][] {{3, 4}}).state()).isEqualTo(State.TOO_FEW);
    }
  }

  @Test
  void oneCategoryHasNoVariance() {
    for (var test : TESTS) {
      TestResult result = test.apply(new long[][] {{3, 0}, {4, 0}});
      assertThat(result.state()).isEqualTo(State.NO_VARIANCE);
      assertThat(result.n()).isEqualTo(7);
    }
  }

  @Test
  void aCategoryThatNobodyIsInDoesNotCount() {
    assertThat(Contingency.chiSquare(new long[][] {{3, 0, 4}, {5, 0, 1}}, 0.95))
        .isEqualTo(Contingency.chiSquare(new long[][] {{3, 4}, {5, 1}}, 0.95));
  }

  @Test
  void yatesNeedsTwoByTwo() {
    TestResult test = Contingency.chiSquareYates(new long[][] {{3, 2, 4}, {5, 2, 1}}, 0.95);
    assertThat(test.state()).isEqualTo(State.NOT_COMPUTABLE);
    assertThat(Fisher.test(new long[][] {{3, 2, 4}, {5, 2, 1}}, 0.95).state())
        .isEqualTo(State.NOT_COMPUTABLE);
  }

  @Test
  void aNegativeCountIsAMistakeOfTheCaller() {
    assertThatThrownBy(() -> Contingency.chiSquare(new long[][] {{1, -2}, {3, 4}}, 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("count is -2; counts are not negative");
  }

  @Test
  void fishersOddsRatioMayBeInfinite() {
    TestResult test = Fisher.test(new long[][] {{6, 0}, {0, 6}}, 0.95);
    assertThat(test.effectSize()).isNull();
    assertThat(test.confHigh()).isNull();
    assertThat(test.confLow()).isGreaterThan(1);
    assertThat(test.pValue()).isCloseTo(2.0 / 924, within(1e-15));
  }

  @Test
  void fisherOfAThousandMillion() {
    long[][] counts = {{1_000_000_000, 999_900_000}, {999_980_000, 1_000_000_007}};
    TestResult test = Fisher.test(counts, 0.95);
    TestResult yates = Contingency.chiSquareYates(counts, 0.95);
    // One table more or less on the far side has probability 4e-6.
    assertThat(test.pValue()).isCloseTo(yates.pValue(), within(4e-6));
    double crossed = 1e9 * 1_000_000_007.0 / (999_900_000.0 * 999_980_000.0);
    assertThat(test.effectSize()).isCloseTo(crossed, within(1e-9));
    assertThat(test.confLow()).isLessThan(test.effectSize());
    assertThat(test.confHigh()).isGreaterThan(test.effectSize());
  }

  @Test
  void anUnthinkableTableHasAPositiveP() {
    TestResult test = Fisher.test(new long[][] {{1_000_000, 0}, {0, 1_000_000}}, 0.95);
    assertThat(test.pValue()).isEqualTo(Double.MIN_NORMAL);
  }

  @Test
  void drawnTablesSayTheirError() {
    long[][] counts = {{20, 35, 60, 90, 45}, {30, 40, 55, 70, 20}, {10, 25, 50, 95, 60}};
    long[][] tenfold =
        Arrays.stream(counts)
            .map(row -> Arrays.stream(row).map(c -> 10 * c).toArray())
            .toArray(long[][]::new);
    FisherTable drawn = FisherTable.of(tenfold, 2000, 5, 0.95);
    assertThat(drawn.exact()).isFalse();
    assertThat(drawn.draws()).isEqualTo(2000);
    assertThat(drawn.test().method()).isEqualTo("fisher_monte_carlo");
    assertThat(drawn.test().pValue()).isEqualTo(1 / 2001.0);
    assertThat(FisherTable.of(tenfold, 2000, 5, 0.95)).isEqualTo(drawn);
  }

  @Test
  void whatCannotBeCountedIsAStateWhereNothingIsDrawn() {
    long[][] counts = {{900, 800, 700}, {600, 650, 700}, {900, 850, 800}};
    FisherTable none = FisherTable.of(counts, 0, 1, 0.95);
    assertThat(none.test().state()).isEqualTo(State.NOT_COMPUTABLE);
    assertThat(none.test().reason().en()).contains("none are drawn");
    assertThat(none.test().reason().es()).contains("no se sortean");
    assertThat(none.test().pValue()).isNull();
  }

  @Test
  void effectSizesOfWhatCannotBeCompared() {
    assertThat(Contingency.effectSizes(new long[][] {{3, 4}, {0, 0}}, 0.95)).isEmpty();
    // Less than chance gives: 0, as effectsize::cramers_v(adjust = TRUE).
    assertThat(Contingency.effectSizes(new long[][] {{10, 10}, {10, 10}}, 0.95))
        .extracting(EffectSize::name, EffectSize::estimate)
        .containsExactly(
            tuple("cramers_v", 0.0), tuple("cramers_v_adjusted", 0.0), tuple("phi", 0.0));
    assertThat(Contingency.effectSizes(new long[][] {{3, 4, 5}, {6, 1, 2}}, 0.95))
        .extracting(EffectSize::name)
        .containsExactly("cramers_v", "cramers_v_adjusted");
  }

  @Test
  void drawingAgreesWithCounting() {
    CountTable table = CountTable.of(new long[][] {{3, 0, 1, 0}, {0, 2, 0, 1}, {1, 1, 4, 0}});
    double least = 0;
    for (long[] row : table.cells()) {
      for (long cell : row) {
        least += FisherTable.logFactorial(cell);
      }
    }
    double exact = TablesCounted.share(table, least - 1e-7);
    TablesDrawn drawn = new TablesDrawn(table, new Draws(11));
    int unlikely = 0;
    for (int draw = 0; draw < 100_000; draw++) {
      unlikely += drawn.nextLogFactorials() >= least - 1e-7 ? 1 : 0;
    }
    double error = Math.sqrt(exact * (1 - exact) / 100_000);
    assertThat(unlikely / 100_000.0).isCloseTo(exact, within(4 * error));
  }

  @Test
  void ratiosThatAreNotNumbersAreStates() {
    assertThat(Proportions.proportion(0, 0, 0.95).state()).isEqualTo(State.TOO_FEW);
    assertThat(Proportions.riskDifference(0, 0, 1, 2, 0.95).state()).isEqualTo(State.TOO_FEW);
    assertThat(Proportions.riskRatio(1, 2, 0, 3, 0.95).state()).isEqualTo(State.NOT_COMPUTABLE);
    assertThat(Proportions.oddsRatio(2, 2, 1, 3, 0.95).state()).isEqualTo(State.NOT_COMPUTABLE);
    Estimate none = Proportions.riskRatio(0, 5, 2, 5, 0.95);
    assertThat(none.value()).isEqualTo(0.0);
    assertThat(none.confLow()).isNull();
    assertThat(Proportions.proportion(0, 5, 0.95).confLow()).isEqualTo(0.0);
    assertThat(Proportions.proportion(5, 5, 0.95).confHigh()).isEqualTo(1.0);
    assertThatThrownBy(() -> Proportions.proportion(6, 5, 0.95))
        .hasMessage("events is 6 of 5; allowed is 0 to 5");
  }

  @Test
  void strataThatSayNothing() {
    assertThat(MantelHaenszel.test(List.of(), 0.95).state()).isEqualTo(State.TOO_FEW);
    assertThat(MantelHaenszel.test(List.<long[][]>of(new long[][] {{1, 0}, {0, 0}}), 0.95).state())
        .isEqualTo(State.TOO_FEW);
    assertThat(MantelHaenszel.test(List.<long[][]>of(new long[][] {{5, 0}, {3, 0}}), 0.95).state())
        .isEqualTo(State.NO_VARIANCE);
    TestResult infinite =
        MantelHaenszel.test(List.<long[][]>of(new long[][] {{5, 0}, {0, 4}}), 0.95);
    assertThat(infinite.effectSize()).isNull();
    assertThat(infinite.pValue()).isLessThan(0.05);
  }

  @Property(tries = 150)
  void theOrderOfGroupsAndCategoriesChangesNoBit(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 4) int rows,
      @ForAll @IntRange(min = 2, max = 4) int columns) {
    Random random = new Random(seed);
    int size = random.nextBoolean() ? 5 : 1000;
    long[][] counts =
        Stream.generate(
                () -> LongStream.generate(() -> random.nextInt(size)).limit(columns).toArray())
            .limit(rows)
            .toArray(long[][]::new);
    int[] rowOrder = CorrelationsTest.shuffled(rows, random);
    int[] columnOrder = CorrelationsTest.shuffled(columns, random);
    long[][] moved =
        Arrays.stream(rowOrder)
            .mapToObj(i -> Arrays.stream(columnOrder).mapToLong(j -> counts[i][j]).toArray())
            .toArray(long[][]::new);
    assertThat(Contingency.gTest(moved, 0.95).statistic())
        .isEqualTo(Contingency.gTest(counts, 0.95).statistic());
    assertThat(Contingency.chiSquare(moved, 0.95).effectSize())
        .isEqualTo(Contingency.chiSquare(counts, 0.95).effectSize());
    assertThat(Contingency.chiSquareYates(moved, 0.95).pValue())
        .isEqualTo(Contingency.chiSquareYates(counts, 0.95).pValue());
    assertThat(Fisher.test(moved, 0.95).pValue()).isEqualTo(Fisher.test(counts, 0.95).pValue());
    if (size == 5) {
      assertThat(FisherTable.of(moved, 50, 9, 0.95).test().pValue())
          .isEqualTo(FisherTable.of(counts, 50, 9, 0.95).test().pValue());
    }
  }

  @Property(tries = 100)
  void theOrderOfStrataChangesNoBit(@ForAll long seed) {
    Random random = new Random(seed);
    List<long[][]> strata =
        new ArrayList<>(
            IntStream.range(0, 6)
                .mapToObj(
                    k ->
                        new long[][] {
                          {random.nextInt(9), random.nextInt(9)},
                          {random.nextInt(9), random.nextInt(9)}
                        })
                .toList());
    TestResult before = MantelHaenszel.test(strata, 0.95);
    Collections.shuffle(strata, random);
    assertThat(MantelHaenszel.test(strata, 0.95)).isEqualTo(before);
  }

  @Test
  void strataThatCancelLeaveNothing() {
    // The thirds of three strata add up to 0, and their fifty digits do not.
    List<long[][]> strata =
        List.of(
            new long[][] {{1, 1}, {0, 1}},
            new long[][] {{1, 1}, {0, 1}},
            new long[][] {{0, 1}, {2, 0}});
    TestResult result = MantelHaenszel.uncorrected(strata, 0.95);
    assertThat(result.statistic()).isZero();
    assertThat(result.pValue()).isEqualTo(1);
  }
}

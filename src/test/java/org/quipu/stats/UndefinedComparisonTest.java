package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Comparisons of groups that cannot be made: a state with its reason, never NaN. */
class UndefinedComparisonTest {
  private static final FrequencyTable EMPTY = FrequencyTable.of();

  @Test
  void fewerThanTwoGroupsWithData() {
    for (var test : severalGroups()) {
      assertUndefined(test.apply(List.of()), State.TOO_FEW, 0);
      assertUndefined(test.apply(List.of(EMPTY, EMPTY)), State.TOO_FEW, 0);
      TestResult one = test.apply(List.of(FrequencyTable.of(1, 2), EMPTY));
      assertUndefined(one, State.TOO_FEW, 2);
      assertThat(one.groups()).isEqualTo(1);
      assertThat(one.reason().en()).contains("there are 1");
      assertThat(one.reason().es()).contains("hay 1");
    }
  }

  @Test
  void emptyGroupsAreLeftOut() {
    List<FrequencyTable> two = List.of(FrequencyTable.of(1, 2, 4), FrequencyTable.of(2, 6, 9));
    List<FrequencyTable> three = List.of(two.get(0), EMPTY, two.get(1));
    for (var test : severalGroups()) {
      assertThat(test.apply(three)).isEqualTo(test.apply(two));
      assertThat(test.apply(two).state()).isEqualTo(State.OK);
    }
  }

  @Test
  void oneObservationAGroup() {
    List<FrequencyTable> singles = List.of(FrequencyTable.of(1), FrequencyTable.of(2));
    assertUndefined(OneWay.anova(singles, 0.95), State.TOO_FEW, 2);
    assertUndefined(OneWay.welchAnova(singles, 0.95), State.TOO_FEW, 2);
    assertUndefined(OneWay.levene(singles), State.TOO_FEW, 2);
    assertThat(OneWay.effectSizes(singles, 0.95)).isEmpty();
    assertThat(Ranks.kruskalWallis(singles).state()).isEqualTo(State.OK);
  }

  @Test
  void allValuesTheSame() {
    List<FrequencyTable> same =
        List.of(FrequencyTable.of(0.1, 0.1, 0.1), FrequencyTable.of(0.1, 0.1));
    for (var test : severalGroups()) {
      assertUndefined(test.apply(same), State.NO_VARIANCE, 5);
    }
  }

  @Test
  void noVariationWithinGroups() {
    List<FrequencyTable> flat = List.of(FrequencyTable.of(0.1, 0.1), FrequencyTable.of(0.7, 0.7));
    assertUndefined(OneWay.anova(flat, 0.95), State.NO_VARIANCE, 4);
    assertUndefined(OneWay.welchAnova(flat, 0.95), State.NO_VARIANCE, 4);
    assertUndefined(OneWay.levene(flat), State.NO_VARIANCE, 4);
    assertThat(Ranks.kruskalWallis(flat).state()).isEqualTo(State.OK);
  }

  @Test
  void equalMeansGiveAnFOfExactlyZero() {
    // Means of 7/3, which no decimal holds.
    TestResult equal =
        OneWay.anova(List.of(FrequencyTable.of(1, 2, 4), FrequencyTable.of(1, 2, 4)), 0.95);
    assertThat(equal.statistic()).isZero();
    assertThat(equal.pValue()).isEqualTo(1);
  }

  @Test
  void repeatedMeasuresNeedTwoRowsAndTwoColumns() {
    double[][] oneRow = {{1, 2, 3}};
    double[][] oneColumn = {{1}, {2}, {5}};
    for (Function<double[][], TestResult> test :
        List.<Function<double[][], TestResult>>of(
            RepeatedMeasures::friedman, RepeatedMeasures::anova)) {
      assertUndefined(test.apply(oneRow), State.TOO_FEW, 1);
      assertUndefined(test.apply(oneColumn), State.TOO_FEW, 3);
      assertUndefined(test.apply(new double[0][]), State.TOO_FEW, 0);
    }
  }

  @Test
  void repeatedMeasuresThatDoNotDiffer() {
    double[][] flat = {{1, 1, 1}, {2, 2, 2}, {0.3, 0.3, 0.3}};
    assertUndefined(RepeatedMeasures.friedman(flat), State.NO_VARIANCE, 3);
    assertUndefined(RepeatedMeasures.anova(flat), State.NO_VARIANCE, 3);
    double[][] parallel = {{1, 2, 4}, {2, 3, 5}, {7, 8, 10}};
    assertUndefined(RepeatedMeasures.anova(parallel), State.NO_VARIANCE, 3);
    assertThat(RepeatedMeasures.friedman(parallel).effectSize()).isEqualTo(1);
  }

  @Test
  void twoGroupsOfWhichOneIsEmpty() {
    FrequencyTable some = FrequencyTable.of(1, 2, 3);
    for (var test : twoGroups()) {
      assertUndefined(test.apply(some, EMPTY), State.TOO_FEW, 3);
      assertUndefined(test.apply(EMPTY, some), State.TOO_FEW, 3);
      assertUndefined(test.apply(EMPTY, EMPTY), State.TOO_FEW, 0);
    }
    assertThat(TwoGroups.effectSizes(some, EMPTY, 0.95)).isEmpty();
  }

  @Test
  void twoGroupsOfOneObservation() {
    FrequencyTable one = FrequencyTable.of(1);
    FrequencyTable three = FrequencyTable.of(2, 3, 5);
    assertUndefined(TwoGroups.student(one, FrequencyTable.of(2), 0.95), State.TOO_FEW, 2);
    assertUndefined(TwoGroups.welch(one, three, 0.95), State.TOO_FEW, 4);
    assertThat(TwoGroups.student(one, three, 0.95).state()).isEqualTo(State.OK);
    assertThat(MannWhitney.test(one, three, 0.95).pValue()).isEqualTo(0.5);
    // Without a second observation there is no variance of delta.
    assertThat(MannWhitney.effectSizes(one, three, 0.95).get(1).confLow()).isNull();
  }

  @Test
  void twoConstantGroups() {
    FrequencyTable low = FrequencyTable.of(0.1, 0.1, 0.1);
    FrequencyTable high = FrequencyTable.of(0.7, 0.7);
    assertUndefined(TwoGroups.student(low, high, 0.95), State.NO_VARIANCE, 5);
    assertUndefined(TwoGroups.welch(low, high, 0.95), State.NO_VARIANCE, 5);
    assertUndefined(MannWhitney.test(low, low, 0.95), State.NO_VARIANCE, 6);
    assertThat(TwoGroups.effectSizes(low, low, 0.95)).isEmpty();
    assertThat(TwoGroups.effectSizes(low, high, 0.95))
        .extracting(EffectSize::name)
        .containsExactly("rank_biserial", "cliffs_delta");
    assertThat(MannWhitney.test(low, high, 0.95).confLow()).isNull();
    assertThat(TwoGroups.welch(low, FrequencyTable.of(1, 2, 5), 0.95).state()).isEqualTo(State.OK);
  }

  @Test
  void groupsThatDoNotOverlapHaveAnIntervalOfCliffsDelta() {
    EffectSize cliff =
        MannWhitney.effectSizes(FrequencyTable.of(5, 6, 7, 8), FrequencyTable.of(1, 2, 3), 0.95)
            .get(1);
    assertThat(cliff.estimate()).isEqualTo(1);
    assertThat(cliff.confHigh()).isEqualTo(1);
    // (k − z²) / (k + z²) with k = 3.
    assertThat(cliff.confLow())
        .isCloseTo((3 - 3.841458820694124) / 6.841458820694124, within(1e-14));
  }

  @Test
  void pairsThatCannotBeCompared() {
    Map<String, FrequencyTable> singles =
        Map.of("a", FrequencyTable.of(1), "b", FrequencyTable.of(2), "c", EMPTY);
    assertThat(PostHoc.tukey(singles, 0.95))
        .singleElement()
        .satisfies(
            pair -> {
              assertThat(pair.state()).isEqualTo(State.TOO_FEW);
              assertThat(pair.estimate()).isEqualTo(-1);
              assertThat(pair.pAdjusted()).isNull();
            });
    assertThat(PostHoc.gamesHowell(singles, 0.95))
        .singleElement()
        .extracting(PairComparison::state)
        .isEqualTo(State.TOO_FEW);
    assertThat(PostHoc.dunn(singles))
        .singleElement()
        .extracting(PairComparison::state)
        .isEqualTo(State.OK);

    Map<String, FrequencyTable> flat =
        Map.of(
            "a",
            FrequencyTable.of(1, 1),
            "b",
            FrequencyTable.of(1, 1),
            "c",
            FrequencyTable.of(1, 1));
    assertThat(PostHoc.tukey(flat, 0.95))
        .hasSize(3)
        .extracting(PairComparison::state)
        .containsOnly(State.NO_VARIANCE);
    assertThat(PostHoc.gamesHowell(flat, 0.95))
        .hasSize(3)
        .extracting(PairComparison::state)
        .containsOnly(State.NO_VARIANCE);
    assertThat(PostHoc.dunn(flat))
        .hasSize(3)
        .extracting(PairComparison::state)
        .containsOnly(State.NO_VARIANCE);

    for (Map<String, FrequencyTable> few :
        List.of(
            Map.<String, FrequencyTable>of(), Map.of("a", FrequencyTable.of(1, 2), "b", EMPTY))) {
      assertThat(PostHoc.tukey(few, 0.95)).isEmpty();
      assertThat(PostHoc.gamesHowell(few, 0.95)).isEmpty();
      assertThat(PostHoc.dunn(few)).isEmpty();
    }
  }

  @Test
  void onlyThePairsOfASmallGroupAreUndefined() {
    List<PairComparison> pairs =
        PostHoc.gamesHowell(
            Map.of(
                "a", FrequencyTable.of(1, 2, 5),
                "b", FrequencyTable.of(4),
                "c", FrequencyTable.of(6, 7, 7)),
            0.95);
    assertThat(pairs)
        .extracting(PairComparison::state)
        .containsExactly(State.TOO_FEW, State.OK, State.TOO_FEW);
  }

  @Test
  void testsThatWereNotMadeDoNotCount() {
    List<Double> p = Arrays.asList(0.01, null, 0.02);
    assertThat(PAdjust.bonferroni(p)).containsExactly(0.02, null, 0.04);
    assertThat(PAdjust.holm(p)).containsExactly(0.02, null, 0.02);
    assertThat(PAdjust.benjaminiHochberg(p)).containsExactly(0.02, null, 0.02);
    assertThat(PAdjust.holm(List.of())).isEmpty();
  }

  private static List<BiFunction<FrequencyTable, FrequencyTable, TestResult>> twoGroups() {
    return List.of(
        (a, b) -> TwoGroups.student(a, b, 0.95),
        (a, b) -> TwoGroups.welch(a, b, 0.95),
        (a, b) -> MannWhitney.test(a, b, 0.95));
  }

  private static List<Function<List<FrequencyTable>, TestResult>> severalGroups() {
    return List.of(
        groups -> OneWay.anova(groups, 0.95),
        groups -> OneWay.welchAnova(groups, 0.95),
        OneWay::levene,
        Ranks::kruskalWallis);
  }

  private static void assertUndefined(TestResult result, State state, long n) {
    assertThat(result.state()).isEqualTo(state);
    assertThat(result.n()).isEqualTo(n);
    assertThat(result.statistic()).isNull();
    assertThat(result.pValue()).isNull();
    assertThat(result.effectSize()).isNull();
    assertThat(result.reason().es()).endsWith(".").isNotEqualTo(result.reason().en());
    assertThat(result.reason().en()).endsWith(".");
  }
}

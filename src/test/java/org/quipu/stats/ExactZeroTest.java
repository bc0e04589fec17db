package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Where exact arithmetic gives 0, rounding gives no statistic of 1e34. */
class ExactZeroTest {
  private static BigDecimal thirds(int sum) {
    return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(3), MathContext.DECIMAL128);
  }

  private static Reliability scale(int[][] answers, int items) {
    PairwiseMoments moments = new PairwiseMoments(items);
    int[] positions = new int[items];
    for (int i = 0; i < items; i++) {
      positions[i] = i;
    }
    for (int[] row : answers) {
      moments.add(row.clone());
    }
    return Reliability.of(moments, positions, new boolean[items], answers.length);
  }

  @Test
  void halvesThatAreOppositeHaveNoReliability() {
    Random random = new Random(1);
    for (int trial = 0; trial < 500; trial++) {
      int n = 3 + random.nextInt(10);
      int[][] answers = new int[n][];
      for (int i = 0; i < n; i++) {
        int answer = 1 + random.nextInt(10);
        answers[i] = new int[] {answer, 11 - answer};
      }
      ReliabilityResult halves = scale(answers, 2).splitHalf(0.95);
      assertThat(halves.estimate()).as("%d", trial).isNull();
      assertThat(halves.state()).isNotEqualTo(State.OK);
      assertThat(scale(answers, 2).alpha(0.95).estimate()).isNull();
      assertThat(scale(answers, 2).standardized().estimate()).isNull();
    }
  }

  @Test
  void halvesThatAreTheSameHaveReliabilityOneWithoutInterval() {
    Random random = new Random(2);
    for (int trial = 0; trial < 500; trial++) {
      int n = 4 + random.nextInt(10);
      int[][] answers = new int[n][];
      for (int i = 0; i < n; i++) {
        int answer = i == 0 ? 20 : 1 + random.nextInt(10);
        answers[i] = new int[] {answer, answer};
      }
      ReliabilityResult halves = scale(answers, 2).splitHalf(0.95);
      assertThat(halves.estimate()).as("%d", trial).isEqualTo(1.0);
      assertThat(halves.confLow()).isNull();
    }
  }

  @Test
  void itemsThatAreRankedHaveNoAlpha() {
    Random random = new Random(3);
    for (int trial = 0; trial < 200; trial++) {
      int[][] answers = new int[5 + random.nextInt(40)][];
      for (int i = 0; i < answers.length; i++) {
        List<Integer> ranks = new ArrayList<>(List.of(1, 2, 3, 4));
        java.util.Collections.shuffle(ranks, random);
        answers[i] = ranks.stream().mapToInt(rank -> rank).toArray();
      }
      assertThat(scale(answers, 4).alpha(0.95).state()).isEqualTo(State.NO_VARIANCE);
      assertThat(scale(answers, 4).standardized().estimate())
          .satisfiesAnyOf(
              none -> assertThat(none).isNull(),
              // Ranks vary differently, so that the standardized ones may sum to something.
              some -> assertThat(Math.abs(some)).isLessThan(1e6));
    }
  }

  @Test
  void differencesThatAreTheSameInAllClustersHaveNoTest() {
    int[] sums = {1, 4, 5, 2, 7, 8, 10, 1, 4, 2, 11, 5};
    List<List<PowerSums>> clusters = new ArrayList<>();
    for (int i = 0; i < sums.length; i += 2) {
      clusters.add(
          List.of(
              of(thirds(sums[i]), thirds(sums[i + 1])),
              of(thirds(sums[i] + 1), thirds(sums[i + 1] + 1)),
              of(thirds(sums[i] + 5), thirds(sums[i + 1] + 5))));
    }
    assertThat(ClusteredMeans.test(clusters).state()).isEqualTo(State.NOT_COMPUTABLE);
  }

  @Test
  void ratingsThatDifferByTheSameAmountsHaveNoRepeatedMeasuresTest() {
    MomentSums rows = MomentSums.none(2);
    for (int sum : new int[] {1, 4, 5, 2, 7, 8, 10, 1, 4, 2, 11, 5}) {
      BigDecimal a = thirds(sum);
      BigDecimal b = thirds(sum + 1);
      rows =
          rows.plus(
              new MomentSums(
                  1,
                  List.of(a, b),
                  List.of(
                      List.of(a.multiply(a), a.multiply(b)),
                      List.of(b.multiply(a), b.multiply(b)))));
    }
    assertThat(RepeatedMeasures.anova(rows).state()).isEqualTo(State.NO_VARIANCE);
  }

  @Test
  void meansThatAreEqualDifferByNothing() {
    // 1/3 + 1/3 + 4/3 and 0 + 1 + 1.
    Map<BigDecimal, Long> thirds = new TreeMap<>(Map.of(thirds(1), 2L, thirds(4), 1L));
    Map<BigDecimal, Long> whole = new TreeMap<>(Map.of(BigDecimal.ZERO, 1L, BigDecimal.ONE, 2L));
    FrequencyTable first = FrequencyTable.ofDecimals(thirds);
    FrequencyTable second = FrequencyTable.ofDecimals(whole);
    assertThat(TwoGroups.student(first, second, 0.95).statistic()).isEqualTo(0.0);
    assertThat(TwoGroups.welch(first, second, 0.95).effectSize()).isEqualTo(0.0);
    assertThat(PostHoc.tukey(Map.of("a", first, "b", second), 0.95))
        .allMatch(pair -> pair.estimate() == 0 && pair.statistic() == 0);
    assertThat(PostHoc.gamesHowell(Map.of("a", first, "b", second), 0.95))
        .allMatch(pair -> pair.estimate() == 0);
  }

  @Test
  void anIntervalAboutZeroReachesAsFarOnBothSides() {
    FrequencyTable first = FrequencyTable.of(1, 1, 4);
    FrequencyTable second = FrequencyTable.of(1, 3);
    for (double confidence : new double[] {0.5, 0.8, 0.9, 0.95, 0.99}) {
      for (TestResult test :
          List.of(
              TwoGroups.student(first, second, confidence),
              TwoGroups.welch(first, second, confidence))) {
        assertThat(test.statistic()).isZero();
        assertThat(test.confLow()).isEqualTo(-test.confHigh());
      }
    }
    // Normal at 0: 1.959964 √(1/3 + 1/2).
    assertThat(TwoGroups.student(first, second, 0.95).confHigh())
        .isCloseTo(1.959963984540054 * Math.sqrt(5.0 / 6), within(1e-14));
  }

  @Test
  void smallDifferencesOfLargeNumbersAreNotTakenForRounding() {
    double[] near = {1e15, 1e15 + 0.125, 1e15 + 0.25, 1e15};
    double[] far = {1e15 + 0.125, 1e15 + 0.25, 1e15 + 0.125, 1e15 + 0.25};
    TestResult test = TwoGroups.student(FrequencyTable.of(near), FrequencyTable.of(far), 0.95);
    assertThat(test.statistic()).isLessThan(-0.5);
    double[][] rows = {{1e15, 1e15 + 1}, {1e15 + 1, 1e15 + 2.125}, {1e15, 1e15 + 0.875}};
    assertThat(RepeatedMeasures.anova(rows).state()).isEqualTo(State.OK);
  }

  private static PowerSums of(BigDecimal... values) {
    PowerSums sums = PowerSums.NONE;
    for (BigDecimal value : values) {
      sums = sums.plus(new PowerSums(1, value, value.multiply(value)));
    }
    return sums;
  }
}

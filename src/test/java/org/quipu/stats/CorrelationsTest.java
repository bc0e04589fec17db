package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CorrelationsTest {
  private static final List<BiFunction<double[], double[], Correlation>> METHODS =
      List.of(
          (x, y) -> Correlations.pearson(x, y, 0.95),
          (x, y) -> Correlations.spearman(x, y, 0.95),
          (x, y) -> Correlations.kendall(x, y, 0.95),
          (x, y) -> Correlations.partial(x, y, 0.95));

  @Test
  void threePairsAreTooFew() {
    double[] x = {1, 2, 3, Double.NaN};
    double[] y = {2, 1, 3, 4};
    for (var method : METHODS) {
      Correlation correlation = method.apply(x, y);
      assertThat(correlation.state()).isEqualTo(State.TOO_FEW);
      assertThat(correlation.n()).isEqualTo(3);
      assertThat(correlation.estimate()).isNull();
      assertThat(correlation.reason().en()).contains("3").contains("at least 4");
      assertThat(correlation.reason().es()).contains("al menos 4");
    }
  }

  @Test
  void aConstantHasNoVariance() {
    double[] x = {0.1, 0.1, 0.1, 0.1, 0.1};
    double[] y = {1, 2, 3, 4, 5};
    for (var method : METHODS) {
      assertThat(method.apply(x, y).state()).isEqualTo(State.NO_VARIANCE);
      assertThat(method.apply(y, x).state()).isEqualTo(State.NO_VARIANCE);
    }
    assertThat(pearson(x, y, 100, 1).state()).isEqualTo(State.NO_VARIANCE);
    assertThat(Lines.leastSquares(x, y)).isEmpty();
    assertThat(Lines.theilSen(x, y)).isEmpty();
  }

  @Test
  void anInfiniteNumberIsNotComputable() {
    double[] x = {1, 2, 3, Double.POSITIVE_INFINITY, 5};
    double[] y = {1, 2, 4, 3, 5};
    for (var method : METHODS) {
      assertThat(method.apply(x, y).state()).isEqualTo(State.NOT_COMPUTABLE);
    }
  }

  @Test
  void controlsThatExplainEverythingLeaveNoVariance() {
    double[] x = {1, 2, 3, 4, 5, 6.5};
    double[] y = {2, 1, 4, 3, 6, 5};
    assertThat(Correlations.partial(x, y, 0.95, x.clone()).state()).isEqualTo(State.NO_VARIANCE);
  }

  @Test
  void controlsThatRepeatEachOtherCountOnce() {
    double[] x = {1, 2, 3, 4, 5, 6.5, 3, 8};
    double[] y = {2, 1, 4, 3, 6, 5, 5, 5};
    double[] control = {1, 0, 2, 0, 1, 1, 0, 3};
    double[] twice = Arrays.stream(control).map(c -> 2 * c).toArray();
    Correlation once = Correlations.partial(x, y, 0.95, control);
    Correlation repeated = Correlations.partial(x, y, 0.95, twice, control);
    assertThat(repeated.estimate()).isEqualTo(once.estimate());
    assertThat(repeated.df()).isEqualTo(once.df()).isEqualTo(5.0);
  }

  @Test
  void aPerfectLineHasNoFiniteTAndAPositiveP() {
    double[] x = {1, 2, 3, 4, 5};
    double[] y = {-3, -6, -9, -12, -15};
    Correlation correlation = Correlations.pearson(x, y, 0.95);
    assertThat(correlation.estimate()).isEqualTo(-1.0);
    assertThat(correlation.statistic()).isNull();
    assertThat(correlation.pValue()).isEqualTo(Double.MIN_NORMAL);
    assertThat(correlation.confLow()).isEqualTo(-1.0);
    assertThat(correlation.confHigh()).isEqualTo(-1.0);
    assertThat(correlation.looMin()).isEqualTo(-1.0);
  }

  /** Elimination leaves 1e-120 of one, above 0 or below. */
  @Test
  void aPerfectLineBesideControlsHasNoFiniteTEither() {
    Random random = new Random(1);
    for (int i = 0; i < 20; i++) {
      double[] x = random.ints(8, 0, 20).asDoubleStream().toArray();
      double[] first = random.ints(8, 0, 20).asDoubleStream().toArray();
      double[] second = random.ints(8, 0, 20).asDoubleStream().toArray();
      double[] y = new double[8];
      Arrays.setAll(y, j -> 3 * first[j] - 2 * x[j] - 5 * second[j]);
      assertThat(Correlations.partial(x, y, 0.95, first, second))
          .isEqualTo(
              new Correlation(
                  "partial_pearson",
                  8,
                  -1.0,
                  null,
                  4.0,
                  Double.MIN_NORMAL,
                  -1.0,
                  -1.0,
                  null,
                  null,
                  null));
    }
  }

  @Test
  void extremeRanksKeepAPositiveP() {
    double[] x = IntStream.range(0, 40).mapToDouble(i -> i).toArray();
    double[] y = Arrays.stream(x).map(v -> v * v).toArray();
    Correlation correlation = Correlations.spearman(x, y, 0.95);
    // 2/40!: two of all permutations are this extreme.
    assertThat(correlation.pValue()).isBetween(2.4e-48, 2.5e-48);
    assertThat(correlation.confLow()).isNull();
  }

  @Test
  void cancellationCostsNoDigits() {
    double[] x = {1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4, 1e9 + 5};
    double[] y = {1, 2, 2, 2, 4};
    double[] small = {1, 2, 3, 4, 5};
    assertThat(Correlations.pearson(x, y, 0.95).estimate())
        .isEqualTo(Correlations.pearson(small, y, 0.95).estimate());
  }

  @Test
  void theRangeWithoutEachRowInTurn() {
    double[] x = {1, 2, Double.NaN, 3, 4, 100};
    double[] y = {4, 1, 7, 3, 2, 90};
    Correlation correlation = Correlations.pearson(x, y, 0.95);
    assertThat(correlation.looMin()).isCloseTo(-0.4, within(1e-15));
    assertThat(correlation.looMax()).isGreaterThan(0.99);
  }

  @Test
  void theRowWithoutWhichNothingVariesIsNotInTheRange() {
    double[] x = {0, 0, 0, 1, 0};
    double[] y = {1, 2, 3, 9, 2};
    for (var method : METHODS.subList(0, 3)) {
      assertThat(method.apply(x, y).looMin()).isPositive();
    }
  }

  @Test
  void permutationsUpToNineAreCounted() {
    // r is .9 or more for the identity and 4 neighbour swaps, and -.9 or less for their mirror
    // images.
    double[] x = {1, 2, 3, 4, 5};
    double[] y = {1, 2, 3, 5, 4};
    PermutationTest test = pearson(x, y, 1, 1);
    assertThat(test.exact()).isTrue();
    assertThat(test.arrangements()).isEqualTo(120);
    assertThat(test.asExtreme()).isEqualTo(10);
    assertThat(test.pValue()).isEqualTo(10 / 120.0);
    // The same question, counted by the distribution of S.
    assertThat(Correlations.spearman(x, y, 0.95).pValue()).isCloseTo(10 / 120.0, within(1e-15));
  }

  @Test
  void rearrangedRanksGiveTheExactPOfSpearman() {
    double[] x = {1, 7, 3, 12, 5, 40, 9};
    double[] y = {2, 9, 1, 30, 11, 12, 4};
    PermutationTest test = ofRanks(x, y, 1, 1);
    assertThat(test.exact()).isTrue();
    assertThat(test.arrangements()).isEqualTo(5040);
    // cor.test(x, y, method = "spearman", exact = TRUE), R 4.2.2, has the same distribution.
    assertThat(test.pValue()).isCloseTo(Correlations.spearman(x, y, 0.95).pValue(), within(1e-14));
    assertThat(ofRanks(new double[] {1, 2}, new double[] {1, 2}, 1, 1).state())
        .isEqualTo(State.TOO_FEW);
  }

  @Test
  void drawnPermutationsStateTheirError() {
    double[] x = IntStream.range(0, 30).mapToDouble(i -> Math.sin(i)).toArray();
    double[] y =
        IntStream.range(0, 30).mapToDouble(i -> Math.sin(i) + 2 * Math.cos(i * i)).toArray();
    PermutationTest test = pearson(x, y, 20_000, 7);
    assertThat(test.exact()).isFalse();
    assertThat(test.standardError()).isBetween(1e-4, 4e-3);
    assertThat(test.pValue())
        .isCloseTo(Correlations.pearson(x, y, 0.95).pValue(), within(5 * test.standardError()));
    assertThat(pearson(x, y, 20_000, 7)).isEqualTo(test);
  }

  @Test
  void testsMadeTogetherAreThoseMadeAlone() {
    Random random = new Random(11);
    List<double[][]> pairs =
        IntStream.of(30, 12, 30, 2, 7, 12, 30)
            .mapToObj(
                n -> new double[][] {random.doubles(n).toArray(), random.doubles(n).toArray()})
            .toList();
    assertThat(PermutationTest.of(pairs, 500, 3))
        .isEqualTo(pairs.stream().map(pair -> pearson(pair[0], pair[1], 500, 3)).toList())
        .extracting(PermutationTest::state, PermutationTest::exact)
        .contains(tuple(State.OK, false), tuple(State.OK, true), tuple(State.TOO_FEW, false));
  }

  @Test
  void permutationsOfValuesThatHardlyDiffer() {
    double[] x = {1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4, 1e9 + 5};
    double[] y = {1e-200, 2e-200, 3e-200, 5e-200, 4e-200};
    assertThat(pearson(x, y, 1, 1).asExtreme()).isEqualTo(10);
  }

  @Test
  void unequalLengthsAreAMistakeOfTheCaller() {
    assertThatThrownBy(() -> Correlations.pearson(new double[4], new double[5], 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x has 4 values and y has 5; pairs need as many of each");
  }

  @Property(tries = 200)
  void theOrderOfPairsChangesNoBit(@ForAll long seed, @ForAll @IntRange(min = 4, max = 60) int n) {
    Random random = new Random(seed);
    int levels = 2 + random.nextInt(40);
    double[] x = random.doubles(n).map(v -> Math.floor(v * levels) / 7).toArray();
    double[] y = random.doubles(n).map(v -> Math.exp(20 * v)).toArray();
    double[] z = random.doubles(n).toArray();
    int[] order = shuffled(n, random);
    double[] x2 = Pairs.pick(x, order);
    double[] y2 = Pairs.pick(y, order);
    for (var method : METHODS) {
      assertThat(method.apply(x2, y2)).isEqualTo(method.apply(x, y));
    }
    assertThat(Correlations.partial(x2, y2, 0.95, Pairs.pick(z, order)))
        .isEqualTo(Correlations.partial(x, y, 0.95, z));
    assertThat(pearson(x2, y2, 20, 3)).isEqualTo(pearson(x, y, 20, 3));
    assertThat(Lines.theilSen(x2, y2)).isEqualTo(Lines.theilSen(x, y));
    assertThat(Lines.leastSquares(x2, y2)).isEqualTo(Lines.leastSquares(x, y));
  }

  @Property(tries = 200)
  void turnedRoundTheOtherWaySignsChange(
      @ForAll long seed, @ForAll @IntRange(min = 5, max = 40) int n) {
    Random random = new Random(seed);
    double[] x = random.doubles(n).toArray();
    double[] y = random.doubles(n).toArray();
    double[] z = random.doubles(n).toArray();
    double[] turned = Arrays.stream(y).map(value -> -value).toArray();
    List<Correlation> all = new ArrayList<>();
    List<Correlation> others = new ArrayList<>();
    for (var method : METHODS) {
      all.add(method.apply(x, y));
      others.add(method.apply(x, turned));
    }
    all.add(Correlations.partial(x, y, 0.95, z));
    others.add(Correlations.partial(x, turned, 0.95, z));
    for (int i = 0; i < all.size(); i++) {
      Correlation one = all.get(i);
      Correlation other = others.get(i);
      assertThat(other.estimate()).isEqualTo(0.0 - one.estimate());
      assertThat(other.pValue()).isEqualTo(one.pValue());
      if (one.confLow() != null) {
        assertThat(other.confLow()).isEqualTo(0.0 - one.confHigh());
        assertThat(other.confHigh()).isEqualTo(0.0 - one.confLow());
      }
    }
  }

  @Property(tries = 100)
  void leavingOneOutIsLeavingItOut(@ForAll long seed, @ForAll @IntRange(min = 5, max = 30) int n) {
    Random random = new Random(seed);
    double[] x = random.ints(n, 0, 8).asDoubleStream().toArray();
    double[] y = random.ints(n, 0, 8).asDoubleStream().toArray();
    for (var method : METHODS.subList(0, 3)) {
      Correlation all = method.apply(x, y);
      double[] without =
          IntStream.range(0, n)
              .mapToObj(i -> method.apply(leaveOut(x, i), leaveOut(y, i)).estimate())
              .filter(Objects::nonNull)
              .mapToDouble(r -> r)
              .toArray();
      if (all.state() == State.OK && without.length > 0) {
        assertThat(all.looMin()).isEqualTo(Arrays.stream(without).min().orElseThrow());
        assertThat(all.looMax()).isEqualTo(Arrays.stream(without).max().orElseThrow());
      }
    }
  }

  private static double[] leaveOut(double[] values, int left) {
    return IntStream.range(0, values.length)
        .filter(i -> i != left)
        .mapToDouble(i -> values[i])
        .toArray();
  }

  static int[] shuffled(int n, Random random) {
    int[] order = IntStream.range(0, n).toArray();
    for (int i = n - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int moved = order[i];
      order[i] = order[j];
      order[j] = moved;
    }
    return order;
  }

  private static PermutationTest pearson(double[] x, double[] y, int draws, long seed) {
    return PermutationTest.of(List.<double[][]>of(new double[][] {x, y}), draws, seed).get(0);
  }

  private static PermutationTest ofRanks(double[] x, double[] y, int draws, long seed) {
    double[][] ranked = PermutationTest.ranked(x, y);
    return pearson(ranked[0], ranked[1], draws, seed);
  }
}

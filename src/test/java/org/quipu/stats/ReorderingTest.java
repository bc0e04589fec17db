package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The same observations in another order give the same results, to the bit. */
class ReorderingTest {
  private final Random random = new Random(7);

  /** Two to five groups of values that lie on a grid, at random, or far apart. */
  @Provide
  Arbitrary<List<double[]>> groups() {
    Arbitrary<Double> grid = Arbitraries.integers().between(1, 5).map(Integer::doubleValue);
    Arbitrary<Double> wide = Arbitraries.doubles().between(-1e4, 1e4).ofScale(9);
    Arbitrary<Double> far = Arbitraries.doubles().between(-1e12, 1e12).ofScale(3);
    return Arbitraries.oneOf(grid, Arbitraries.oneOf(grid, wide), wide, far)
        .array(double[].class)
        .ofMinSize(0)
        .ofMaxSize(25)
        .list()
        .ofMinSize(2)
        .ofMaxSize(5);
  }

  @Property(tries = 100)
  void severalGroups(@ForAll("groups") List<double[]> groups) {
    List<FrequencyTable> tables = groups.stream().map(FrequencyTable::of).toList();
    List<FrequencyTable> reordered = new ArrayList<>();
    groups.forEach(group -> reordered.add(FrequencyTable.of(shuffled(group))));
    Collections.shuffle(reordered, random);
    assertThat(OneWay.anova(reordered, 0.95)).isEqualTo(OneWay.anova(tables, 0.95));
    assertThat(OneWay.welchAnova(reordered, 0.95)).isEqualTo(OneWay.welchAnova(tables, 0.95));
    assertThat(OneWay.levene(reordered)).isEqualTo(OneWay.levene(tables));
    assertThat(OneWay.effectSizes(reordered, 0.95)).isEqualTo(OneWay.effectSizes(tables, 0.95));
    assertThat(Ranks.kruskalWallis(reordered)).isEqualTo(Ranks.kruskalWallis(tables));
  }

  @Property(tries = 60)
  void splitAndMerged(@ForAll("groups") List<double[]> groups) {
    List<FrequencyTable> tables = groups.stream().map(FrequencyTable::of).toList();
    List<FrequencyTable> merged = new ArrayList<>();
    for (double[] group : groups) {
      double[] values = shuffled(group);
      int cut = values.length == 0 ? 0 : random.nextInt(values.length);
      merged.add(
          FrequencyTable.merge(
              FrequencyTable.of(Arrays.copyOfRange(values, cut, values.length)),
              FrequencyTable.of(Arrays.copyOf(values, cut))));
    }
    assertThat(OneWay.anova(merged, 0.95)).isEqualTo(OneWay.anova(tables, 0.95));
    assertThat(Ranks.kruskalWallis(merged)).isEqualTo(Ranks.kruskalWallis(tables));
    assertThat(MannWhitney.test(merged.get(0), merged.get(1), 0.95))
        .isEqualTo(MannWhitney.test(tables.get(0), tables.get(1), 0.95));
    assertThat(Outliers.of(merged.get(0))).isEqualTo(Outliers.of(tables.get(0)));
    assertThat(Histogram.of(merged.get(0))).isEqualTo(Histogram.of(tables.get(0)));
  }

  @Property(tries = 100)
  void twoGroupsThatChangePlacesChangeSigns(@ForAll("groups") List<double[]> groups) {
    FrequencyTable a = FrequencyTable.of(groups.get(0));
    FrequencyTable b = FrequencyTable.of(groups.get(1));
    assertThat(TwoGroups.student(b, a, 0.95)).isEqualTo(turned(TwoGroups.student(a, b, 0.95)));
    assertThat(TwoGroups.welch(b, a, 0.95)).isEqualTo(turned(TwoGroups.welch(a, b, 0.95)));
    TestResult ranks = MannWhitney.test(a, b, 0.95);
    TestResult other = MannWhitney.test(b, a, 0.95);
    assertThat(other.pValue()).isEqualTo(ranks.pValue());
    if (ranks.state() == State.OK) {
      assertThat(other.statistic() + ranks.statistic()).isEqualTo((double) a.n() * b.n());
    }
    List<EffectSize> sizes = TwoGroups.effectSizes(a, b, 0.95);
    assertThat(TwoGroups.effectSizes(b, a, 0.95))
        .isEqualTo(sizes.stream().map(ReorderingTest::turned).toList());
  }

  @Property(tries = 40)
  void groupsWithOtherNames(@ForAll("groups") List<double[]> groups) {
    Map<String, FrequencyTable> named = new TreeMap<>();
    Map<String, FrequencyTable> renamed = new TreeMap<>();
    for (int i = 0; i < groups.size(); i++) {
      named.put("g" + i, FrequencyTable.of(groups.get(i)));
      renamed.put("g" + (groups.size() - 1 - i), FrequencyTable.of(shuffled(groups.get(i))));
    }
    assertSamePairs(PostHoc.tukey(named, 0.95), PostHoc.tukey(renamed, 0.95), groups.size());
    assertSamePairs(
        PostHoc.gamesHowell(named, 0.95), PostHoc.gamesHowell(renamed, 0.95), groups.size());
    assertSamePairs(PostHoc.dunn(named), PostHoc.dunn(renamed), groups.size());
  }

  @Property(tries = 60)
  void rowsAndColumnsOfRepeatedMeasures(@ForAll("groups") List<double[]> groups) {
    int k = 3;
    double[] values = groups.stream().flatMapToDouble(Arrays::stream).toArray();
    double[][] rows = new double[values.length / k][k];
    for (int i = 0; i < rows.length * k; i++) {
      rows[i / k][i % k] = values[i];
    }
    int[] columns = {2, 0, 1};
    List<double[]> permuted = new ArrayList<>();
    for (double[] row : rows) {
      permuted.add(IntStream.of(columns).mapToDouble(j -> row[j]).toArray());
    }
    Collections.shuffle(permuted, random);
    double[][] reordered = permuted.toArray(new double[0][]);
    assertThat(RepeatedMeasures.anova(reordered)).isEqualTo(RepeatedMeasures.anova(rows));
    assertThat(RepeatedMeasures.friedman(reordered)).isEqualTo(RepeatedMeasures.friedman(rows));
    int cut = rows.length / 3;
    double[][] first = Arrays.copyOf(rows, cut);
    double[][] rest = Arrays.copyOfRange(rows, cut, rows.length);
    if (cut > 0) {
      assertThat(RepeatedMeasures.anova(MomentSums.of(rest).plus(MomentSums.of(first))))
          .isEqualTo(RepeatedMeasures.anova(rows));
      assertThat(RankSums.of(rest).plus(RankSums.of(first)).plus(RankSums.none(k)))
          .isEqualTo(RankSums.of(rows));
    }
  }

  /** A decimal is its double here, so that both forms of a table agree. */
  @Property(tries = 60)
  void decimalsAndDoublesAgree(@ForAll("groups") List<double[]> groups) {
    List<FrequencyTable> doubles = groups.stream().map(FrequencyTable::of).toList();
    List<FrequencyTable> decimals = doubles.stream().map(ReorderingTest::inDecimals).toList();
    assertThat(OneWay.anova(decimals, 0.95)).isEqualTo(OneWay.anova(doubles, 0.95));
    assertThat(Ranks.kruskalWallis(decimals)).isEqualTo(Ranks.kruskalWallis(doubles));
    assertThat(TwoGroups.effectSizes(decimals.get(0), decimals.get(1), 0.95))
        .isEqualTo(TwoGroups.effectSizes(doubles.get(0), doubles.get(1), 0.95));
    assertThat(MannWhitney.test(decimals.get(0), doubles.get(1), 0.95))
        .isEqualTo(MannWhitney.test(doubles.get(0), doubles.get(1), 0.95));
  }

  private static FrequencyTable inDecimals(FrequencyTable table) {
    Map<BigDecimal, Long> counts = new TreeMap<>();
    for (int i = 0; i < table.distinct(); i++) {
      counts.put(table.decimal(i), table.count(i));
    }
    return FrequencyTable.ofDecimals(counts);
  }

  private static void assertSamePairs(
      List<PairComparison> pairs, List<PairComparison> renamed, int groups) {
    assertThat(renamed).hasSameSizeAs(pairs);
    for (PairComparison pair : pairs) {
      String a = "g" + (groups - 1 - Integer.parseInt(pair.groupB().substring(1)));
      String b = "g" + (groups - 1 - Integer.parseInt(pair.groupA().substring(1)));
      PairComparison other =
          renamed.stream()
              .filter(p -> p.groupA().equals(a) && p.groupB().equals(b))
              .findFirst()
              .orElseThrow();
      assertThat(other.pValue()).isEqualTo(pair.pValue());
      assertThat(other.pAdjusted()).isEqualTo(pair.pAdjusted());
      assertThat(other.df()).isEqualTo(pair.df());
      assertThat(other.estimate()).isEqualTo(negative(pair.estimate()));
      assertThat(other.statistic()).isEqualTo(negative(pair.statistic()));
      assertThat(other.confLow()).isEqualTo(negative(pair.confHigh()));
      assertThat(other.state()).isEqualTo(pair.state());
    }
  }

  private static TestResult turned(TestResult t) {
    return new TestResult(
        t.method(),
        t.n(),
        t.groups(),
        negative(t.statistic()),
        t.df1(),
        t.df2(),
        t.pValue(),
        t.effect(),
        negative(t.effectSize()),
        negative(t.confHigh()),
        negative(t.confLow()),
        t.reason());
  }

  private static EffectSize turned(EffectSize size) {
    return new EffectSize(
        size.name(),
        negative(size.estimate()),
        negative(size.confHigh()),
        negative(size.confLow()));
  }

  private static Double negative(Double value) {
    return value == null ? null : (Double) (0.0 - value);
  }

  private double[] shuffled(double[] values) {
    List<Double> list = new ArrayList<>(Arrays.stream(values).boxed().toList());
    Collections.shuffle(list, random);
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }
}

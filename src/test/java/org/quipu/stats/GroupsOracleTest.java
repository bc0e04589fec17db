package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against R 4.2.2 and its packages: the calls and versions are in src/test/oracle/groups.R. */
class GroupsOracleTest {
  private static final Map<String, List<Oracle.Expected>> EXPECTED =
      Oracle.expected("groups-expected.csv").stream()
          .collect(
              Collectors.groupingBy(
                  Oracle.Expected::name, LinkedHashMap::new, Collectors.toList()));
  private static final Map<String, List<String[]>> INPUT = Oracle.byCase("groups-input.csv");
  private static final Map<String, List<String[]>> ROWS = Oracle.byCase("groups-rows.csv");

  /** Quantities in the unit of the values, for which 0 is a matter of their size. */
  private static final Set<String> IN_UNITS =
      Set.of(
          "mean",
          "sd",
          "min",
          "q1",
          "median",
          "q3",
          "max",
          "iqr",
          "mad",
          "trimmedMean",
          "lowerFence",
          "upperFence",
          "standardError",
          "meanLow",
          "meanHigh",
          "medianLow",
          "medianHigh",
          "estimate",
          "confLow",
          "confHigh");

  static Stream<String> cases() {
    return EXPECTED.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void asInR(String name) {
    Map<String, Double> actual =
        INPUT.containsKey(name)
            ? groups(tables(name))
            : ROWS.containsKey(name) ? repeated(name) : single(name);
    double size =
        INPUT.getOrDefault(name, List.of()).stream()
            .mapToDouble(row -> Math.abs(Double.parseDouble(row[2])))
            .max()
            .orElse(0);
    SoftAssertions.assertSoftly(
        all -> {
          for (Oracle.Expected expected : EXPECTED.get(name)) {
            String quantity = expected.quantity();
            Double value = actual.get(quantity);
            all.assertThat(value).as(quantity).isNotNull();
            if (value != null) {
              all.assertThat(Math.abs(value - expected.value()))
                  .as("%s: expected %s, got %s", quantity, expected.value(), value)
                  .isLessThanOrEqualTo(allowed(quantity, expected.value(), size));
            }
          }
        });
  }

  @Test
  void covers() {
    assertThat(Oracle.expected("groups-expected.csv").size()).isGreaterThan(5000);
  }

  private static double allowed(String quantity, double expected, double size) {
    String last = quantity.substring(quantity.lastIndexOf('.') + 1);
    if (last.startsWith("p")) {
      return Oracle.P_VALUE * expected;
    }
    if (last.startsWith("loose")) {
      // effectsize searches its intervals to about three digits; see NoncentralTTest.
      return 2e-3 * (1 + Math.abs(expected));
    }
    if (quantity.contains("tukey_hsd") || quantity.contains("games_howell")) {
      // R's qtukey stops at 1e-4 of q, most often far closer; see StudentizedRangeTest.
      return last.startsWith("conf") ? 1e-6 * (size + Math.abs(expected)) : 1e-10 * size;
    }
    double zero = IN_UNITS.contains(last) ? Math.max(size, 1e-100) : 1;
    return Math.max(1e-13 * zero, Oracle.ESTIMATE * Math.abs(expected));
  }

  private static Map<String, FrequencyTable> tables(String name) {
    Map<String, List<String[]>> rows =
        INPUT.get(name).stream()
            .collect(Collectors.groupingBy(row -> row[1], TreeMap::new, Collectors.toList()));
    Map<String, FrequencyTable> tables = new TreeMap<>();
    rows.forEach(
        (group, values) ->
            tables.put(
                group,
                FrequencyTable.of(
                    Oracle.column(values, 2),
                    values.stream().mapToLong(row -> Long.parseLong(row[3])).toArray())));
    return tables;
  }

  private static Map<String, Double> groups(Map<String, FrequencyTable> named) {
    Map<String, Double> actual = new LinkedHashMap<>();
    named.forEach((group, table) -> describe(actual, group, Descriptives.of(table, 0, 0.95)));
    named.forEach((group, table) -> outliers(actual, group, table));
    List<FrequencyTable> tables = new ArrayList<>(named.values());
    FrequencyTable a = tables.get(0);
    FrequencyTable b = tables.get(1);
    for (TestResult test :
        List.of(
            OneWay.anova(tables, 0.95),
            OneWay.welchAnova(tables, 0.95),
            OneWay.levene(tables),
            Ranks.kruskalWallis(tables),
            TwoGroups.student(a, b, 0.95),
            TwoGroups.welch(a, b, 0.95),
            MannWhitney.test(a, b, 0.95))) {
      add(actual, test);
    }
    for (EffectSize effect : OneWay.effectSizes(tables, 0.95)) {
      add(actual, effect);
    }
    for (EffectSize effect : TwoGroups.effectSizes(a, b, 0.95)) {
      add(actual, effect);
    }
    Stream.of(PostHoc.tukey(named, 0.95), PostHoc.gamesHowell(named, 0.95), PostHoc.dunn(named))
        .flatMap(List::stream)
        .forEach(pair -> add(actual, pair));
    return actual;
  }

  private static Map<String, Double> repeated(String name) {
    double[][] rows =
        ROWS.get(name).stream()
            .map(row -> Stream.of(row).skip(1).mapToDouble(Double::parseDouble).toArray())
            .toArray(double[][]::new);
    Map<String, Double> actual = new LinkedHashMap<>();
    add(actual, RepeatedMeasures.friedman(rows));
    add(actual, RepeatedMeasures.anova(rows));
    return actual;
  }

  /** A statistic that the name itself gives, or the adjustment of p-values. */
  private static Map<String, Double> single(String name) {
    String[] path = name.split(":");
    if (path[0].equals("adjust")) {
      List<Double> p = List.of(0.012, 0.5, 1e-30, 0.03, 0.012, 0.9, 0.0441, 2e-5, 1.0, 0.04);
      List<Double> adjusted =
          switch (path[1]) {
            case "bonferroni" -> PAdjust.bonferroni(p);
            case "holm" -> PAdjust.holm(p);
            default -> PAdjust.benjaminiHochberg(p);
          };
      Map<String, Double> actual = new LinkedHashMap<>();
      for (Double value : adjusted) {
        actual.put(String.valueOf(actual.size() + 1), value);
      }
      return actual;
    }
    double[] x = Stream.of(path).skip(1).mapToDouble(Double::parseDouble).toArray();
    return Map.of(
        "p",
        switch (path[0]) {
          case "t" -> Tails.tTwoSided(x[0], x[1]);
          case "f" -> Tails.fUpper(x[0], x[1], x[2]);
          case "chi" -> Tails.chiSquareUpper(x[0], x[1]);
          case "z" -> Tails.normalTwoSided(x[0]);
          case "q" -> new StudentizedRange(NormalRange.of((int) x[1]), x[2]).upper(x[0]);
          default -> throw new IllegalArgumentException(name);
        });
  }

  private static void describe(Map<String, Double> actual, String group, Descriptives d) {
    Map<String, Double> all = new LinkedHashMap<>();
    all.put("n", (double) d.n());
    all.put("mean", d.mean());
    all.put("sd", d.sd());
    all.put("min", d.min());
    all.put("q1", d.q1());
    all.put("median", d.median());
    all.put("q3", d.q3());
    all.put("max", d.max());
    all.put("iqr", d.iqr());
    all.put("mad", d.mad());
    all.put("trimmedMean", d.trimmedMean());
    all.put("skewness", d.skewness());
    all.put("kurtosis", d.kurtosis());
    all.put("lowerFence", d.lowerFence());
    all.put("upperFence", d.upperFence());
    all.put("standardError", d.standardError());
    all.put("meanLow", d.meanLow());
    all.put("meanHigh", d.meanHigh());
    all.put("medianLow", d.medianLow());
    all.put("medianHigh", d.medianHigh());
    all.forEach((name, value) -> actual.put(group + "." + name, value));
  }

  private static void outliers(Map<String, Double> actual, String group, FrequencyTable table) {
    actual.put(group + ".medcouple", Medcouple.of(table));
    OutlierLimits adjusted = Outliers.adjustedBoxplot(table);
    if (adjusted.reason() == null) {
      actual.put(group + ".adjustedLow", adjusted.low().doubleValue());
      actual.put(group + ".adjustedHigh", adjusted.high().doubleValue());
    }
    Map<OutlierRule, Long> found =
        Outliers.of(table).stream()
            .collect(Collectors.groupingBy(Outlier::rule, Collectors.summingLong(Outlier::count)));
    for (OutlierRule rule : OutlierRule.values()) {
      actual.put(group + "." + rule.id(), (double) found.getOrDefault(rule, 0L));
    }
  }

  private static void add(Map<String, Double> actual, TestResult test) {
    actual.put(test.method() + ".statistic", test.statistic());
    actual.put(test.method() + ".df1", test.df1());
    actual.put(test.method() + ".df2", test.df2());
    actual.put(test.method() + ".pValue", test.pValue());
    actual.put(test.method() + ".effectSize", test.effectSize());
    actual.put(test.method() + ".looseLow", test.confLow());
    actual.put(test.method() + ".looseHigh", test.confHigh());
  }

  private static void add(Map<String, Double> actual, EffectSize effect) {
    actual.put(effect.name() + ".estimate", effect.estimate());
    actual.put(effect.name() + ".confLow", effect.confLow());
    actual.put(effect.name() + ".confHigh", effect.confHigh());
    actual.put(effect.name() + ".looseLow", effect.confLow());
    actual.put(effect.name() + ".looseHigh", effect.confHigh());
  }

  private static void add(Map<String, Double> actual, PairComparison pair) {
    String name = pair.method() + "." + pair.groupA() + ":" + pair.groupB() + ".";
    actual.put(name + "estimate", pair.estimate());
    actual.put(name + "statistic", pair.statistic());
    actual.put(name + "df", pair.df());
    actual.put(name + "confLow", pair.confLow());
    actual.put(name + "confHigh", pair.confHigh());
    actual.put(name + "pValue", pair.pValue());
    actual.put(name + "pAdjusted", pair.pAdjusted());
  }
}

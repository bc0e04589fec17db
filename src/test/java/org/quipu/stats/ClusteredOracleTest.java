package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Against clubSandwich 0.5.8 {@code Wald_test(vcovCR(type = "CR1"))} and survey 4.1-1 {@code
 * svychisq}: src/test/oracle/clustered.R.
 */
class ClusteredOracleTest {
  private static final Map<String, List<String[]>> INPUT = Oracle.byCase("clustered-input.csv");

  static Stream<Oracle.Expected> expected() {
    return Oracle.expected("clustered-expected.csv").stream();
  }

  @ParameterizedTest
  @MethodSource
  void expected(Oracle.Expected expected) {
    List<String[]> rows = INPUT.get(expected.name());
    String[] path = expected.quantity().split("\\.");
    Double actual =
        switch (path[0]) {
          case "cluster_robust_wald" -> of(ClusteredMeans.test(sums(rows)), path[1]);
          case "rao_scott" -> of(RaoScott.test(tables(rows)), path[1]);
          default -> of(DesignEffect.of(totals(rows)), path[1]);
        };
    if (path[1].equals("pValue")) {
      Oracle.checkP(expected, actual);
    } else {
      Oracle.check(expected, actual, Oracle.ESTIMATE, 1e-13);
    }
  }

  @Test
  void covers() {
    assertThat(expected().count()).isGreaterThan(200);
  }

  @Test
  void theOrderOfClustersChangesNoBit() {
    Random random = new Random(1);
    for (List<String[]> rows : INPUT.values()) {
      List<List<PowerSums>> sums = new ArrayList<>(sums(rows));
      List<long[][]> tables = new ArrayList<>(tables(rows));
      List<PowerSums> totals = new ArrayList<>(totals(rows));
      TestResult means = ClusteredMeans.test(sums);
      TestResult counts = RaoScott.test(tables);
      DesignEffect effect = DesignEffect.of(totals);
      Collections.shuffle(sums, random);
      Collections.shuffle(tables, random);
      Collections.shuffle(totals, random);
      assertThat(ClusteredMeans.test(sums)).isEqualTo(means);
      assertThat(RaoScott.test(tables)).isEqualTo(counts);
      assertThat(DesignEffect.of(totals)).isEqualTo(effect);
    }
  }

  private static Double of(TestResult result, String quantity) {
    return switch (quantity) {
      case "statistic" -> result.statistic();
      case "df1" -> result.df1();
      case "df2" -> result.df2();
      case "pValue" -> result.pValue();
      default -> throw new IllegalArgumentException(quantity);
    };
  }

  private static Double of(DesignEffect effect, String quantity) {
    return quantity.equals("icc") ? effect.icc() : effect.designEffect();
  }

  private static int greatest(List<String[]> rows, int column) {
    return rows.stream().mapToInt(row -> Integer.parseInt(row[column])).max().orElseThrow();
  }

  private static List<List<PowerSums>> sums(List<String[]> rows) {
    int groups = greatest(rows, 2);
    Map<String, List<PowerSums>> clusters = new TreeMap<>();
    for (String[] row : rows) {
      List<PowerSums> sums =
          clusters.computeIfAbsent(
              row[1], name -> new ArrayList<>(Collections.nCopies(groups, PowerSums.NONE)));
      int group = Integer.parseInt(row[2]) - 1;
      PowerSums one = FrequencyTable.of(Double.parseDouble(row[3])).powerSums();
      sums.set(group, sums.get(group).plus(one));
    }
    return List.copyOf(clusters.values());
  }

  private static List<PowerSums> totals(List<String[]> rows) {
    return sums(rows).stream().map(PowerSums::total).toList();
  }

  private static List<long[][]> tables(List<String[]> rows) {
    int groups = greatest(rows, 2);
    int levels = greatest(rows, 4);
    Map<String, long[][]> clusters = new TreeMap<>();
    for (String[] row : rows) {
      long[][] table = clusters.computeIfAbsent(row[1], name -> new long[groups][levels]);
      table[Integer.parseInt(row[2]) - 1][Integer.parseInt(row[4]) - 1]++;
    }
    return List.copyOf(clusters.values());
  }
}

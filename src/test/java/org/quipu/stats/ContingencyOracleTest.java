package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Against R 4.2.2, {@code chisq.test}, {@code fisher.test}, {@code mantelhaen.test} and {@code
 * prop.test}, epitools 0.5-10.1 and effectsize 0.8.3: src/test/oracle/contingency.R.
 */
class ContingencyOracleTest {
  private static final Map<String, List<String[]>> INPUT = Oracle.byCase("contingency-input.csv");
  private static final Map<String, List<String[]>> STRATA = Oracle.byCase("contingency-strata.csv");

  static Stream<Oracle.Expected> expected() {
    return Oracle.expected("contingency-expected.csv").stream();
  }

  @ParameterizedTest
  @MethodSource
  void expected(Oracle.Expected expected) {
    String[] path = expected.quantity().split("\\.");
    // A difference of shares, or a statistic, that is 0 but for R's rounding.
    double zero = path[0].equals("risk_difference") || path[0].equals("g_test") ? 1e-13 : 1e-18;
    Double actual = actual(expected.name(), path[0], path[1]);
    if (path[1].equals("pValue")) {
      Oracle.checkP(expected, actual);
    } else {
      Oracle.check(expected, actual, Oracle.ESTIMATE, zero);
    }
  }

  @Test
  void covers() {
    assertThat(expected().count()).isGreaterThan(1000);
  }

  private static Double actual(String name, String method, String quantity) {
    if (method.startsWith("mantel_haenszel")) {
      List<long[][]> strata =
          STRATA.get(name).stream()
              .map(
                  row ->
                      new long[][] {{count(row[1]), count(row[2])}, {count(row[3]), count(row[4])}})
              .toList();
      return of(
          method.endsWith("uncorrected")
              ? MantelHaenszel.uncorrected(strata, 0.95)
              : MantelHaenszel.test(strata, 0.95),
          quantity);
    }
    long[][] counts = table(INPUT.get(name));
    if (method.equals("expected")) {
      Contingency.ExpectedCounts expected = Contingency.expectedCounts(counts);
      return quantity.equals("smallest") ? expected.smallest() : (double) expected.below5();
    }
    long events1 = counts[0][0];
    long n1 = counts[0][0] + counts[0][1];
    long events2 = counts[1][0];
    long n2 = counts[1][0] + counts[1][1];
    return switch (method) {
      case "chi_square", "interval" -> of(Contingency.chiSquare(counts, 0.95), quantity);
      case "chi_square_yates" -> of(Contingency.chiSquareYates(counts, 0.95), quantity);
      case "g_test" -> of(Contingency.gTest(counts, 0.95), quantity);
      case "fisher" -> of(Fisher.test(counts, 0.95), quantity);
      case "fisher_table" -> of(exactly(FisherTable.of(counts, 1, 1, 0.95)), quantity);
      case "cramers_v_adjusted" -> of(size(counts, method), quantity);
      case "proportion" -> of(Proportions.proportion(events1, n1, 0.95), quantity);
      case "risk_difference" ->
          of(Proportions.riskDifference(events1, n1, events2, n2, 0.95), quantity);
      case "risk_ratio" -> of(Proportions.riskRatio(events1, n1, events2, n2, 0.95), quantity);
      case "odds_ratio" -> of(Proportions.oddsRatio(events1, n1, events2, n2, 0.95), quantity);
      default -> throw new IllegalArgumentException(method);
    };
  }

  private static TestResult exactly(FisherTable table) {
    assertThat(table.exact()).isTrue();
    return table.test();
  }

  private static Double of(TestResult result, String quantity) {
    return switch (quantity) {
      case "statistic" -> result.statistic();
      case "df1" -> result.df1();
      case "pValue" -> result.pValue();
      case "effectSize" -> result.effectSize();
      case "confLow" -> result.confLow();
      case "confHigh" -> result.confHigh();
      default -> throw new IllegalArgumentException(quantity);
    };
  }

  private static Double of(Estimate estimate, String quantity) {
    return switch (quantity) {
      case "value" -> estimate.value();
      case "confLow" -> estimate.confLow();
      case "confHigh" -> estimate.confHigh();
      default -> throw new IllegalArgumentException(quantity);
    };
  }

  private static EffectSize size(long[][] counts, String name) {
    return Contingency.effectSizes(counts, 0.95).stream()
        .filter(size -> size.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Double of(EffectSize size, String quantity) {
    return switch (quantity) {
      case "estimate" -> size.estimate();
      case "confLow" -> size.confLow();
      case "confHigh" -> size.confHigh();
      default -> throw new IllegalArgumentException(quantity);
    };
  }

  private static long[][] table(List<String[]> cells) {
    int rows = cells.stream().mapToInt(cell -> Integer.parseInt(cell[1])).max().orElseThrow();
    int columns = cells.stream().mapToInt(cell -> Integer.parseInt(cell[2])).max().orElseThrow();
    long[][] counts = new long[rows][columns];
    for (String[] cell : cells) {
      counts[Integer.parseInt(cell[1]) - 1][Integer.parseInt(cell[2]) - 1] = count(cell[3]);
    }
    return counts;
  }

  private static long count(String text) {
    return Long.parseLong(text);
  }
}

package org.quipu.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against R 4.2.2, {@code cor.test} and {@code lm}: src/test/oracle/correlation.R. */
class CorrelationsOracleTest {
  private static final Map<String, List<String[]>> INPUT = Oracle.byCase("correlation-input.csv");

  static Stream<Oracle.Expected> expected() {
    return Oracle.expected("correlation-expected.csv").stream();
  }

  @ParameterizedTest
  @MethodSource
  void expected(Oracle.Expected expected) {
    double[] x = Oracle.column(INPUT.get(expected.name()), 1);
    double[] y = Oracle.column(INPUT.get(expected.name()), 2);
    String[] path = expected.quantity().split("\\.");
    Double actual = actual(path[0], path[1], x, y);
    if (path[1].equals("pValue")) {
      Oracle.checkP(expected, actual);
    } else {
      Oracle.check(expected, actual, Oracle.ESTIMATE, scale(path, x, y) * 1e-14);
    }
  }

  @Test
  void covers() {
    assertThat(expected().count()).isGreaterThan(1000);
  }

  /** What counts as 0: an intercept is a difference of numbers of the size of y. */
  private static double scale(String[] path, double[] x, double[] y) {
    if (path[1].equals("intercept")) {
      return Arrays.stream(y).filter(Double::isFinite).map(Math::abs).max().orElseThrow();
    }
    return path[1].equals("slope") ? 0 : 1;
  }

  private static Double actual(String method, String quantity, double[] x, double[] y) {
    if (method.equals("leastSquares") || method.equals("theilSen")) {
      Line line =
          (method.equals("theilSen") ? Lines.theilSen(x, y) : Lines.leastSquares(x, y))
              .orElseThrow();
      return quantity.equals("slope") ? line.slope() : line.intercept();
    }
    Correlation correlation =
        switch (method) {
          case "pearson" -> Correlations.pearson(x, y, 0.95);
          case "spearman" -> Correlations.spearman(x, y, 0.95);
          case "kendall" -> Correlations.kendall(x, y, 0.95);
          case "partial" -> partial(x, y);
          default -> throw new IllegalArgumentException(method);
        };
    return switch (quantity) {
      case "n" -> (double) correlation.n();
      case "estimate" -> correlation.estimate();
      case "statistic" -> correlation.statistic();
      case "df" -> correlation.df();
      case "pValue" -> correlation.pValue();
      case "confLow" -> correlation.confLow();
      case "confHigh" -> correlation.confHigh();
      case "looMin" -> correlation.looMin();
      case "looMax" -> correlation.looMax();
      default -> throw new IllegalArgumentException(quantity);
    };
  }

  /** The script's controls follow the position among the complete pairs. */
  private static Correlation partial(double[] x, double[] y) {
    Pairs pairs = Pairs.complete(x, y);
    double[] control =
        IntStream.rangeClosed(1, pairs.n()).mapToDouble(i -> Math.sin(i * 1.7)).toArray();
    double[] second =
        IntStream.rangeClosed(1, pairs.n()).mapToDouble(i -> Math.cos((double) i * i)).toArray();
    return Correlations.partial(pairs.x(), pairs.y(), 0.95, control, second);
  }
}

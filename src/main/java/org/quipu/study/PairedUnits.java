package org.quipu.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.quipu.registry.Level;
import org.quipu.stats.Correlation;
import org.quipu.stats.Correlations;
import org.quipu.table.row.CorrelationRow;
import org.quipu.table.row.LeaveOneOutRow;

/**
 * Two variables over the units of one level that have both, in the order of the units' ids.
 *
 * @param study the study that asks
 * @param xName the first variable in result tables
 * @param yName the second
 */
record PairedUnits(
    String study,
    Level level,
    String xName,
    String yName,
    List<String> units,
    double[] x,
    double[] y) {

  /** The three coefficients, in the order of their rows. */
  private enum Method {
    PEARSON,
    SPEARMAN,
    KENDALL;

    Correlation of(double[] x, double[] y) {
      return switch (this) {
        case PEARSON -> Correlations.pearson(x, y);
        case SPEARMAN -> Correlations.spearman(x, y);
        case KENDALL -> Correlations.kendall(x, y);
      };
    }
  }

  /** Pairs two variables by unit. */
  static PairedUnits of(
      String study,
      Level level,
      String xName,
      SortedMap<String, BigDecimal> x,
      String yName,
      SortedMap<String, BigDecimal> y) {
    List<String> units = x.keySet().stream().filter(y::containsKey).toList();
    return new PairedUnits(
        study,
        level,
        xName,
        yName,
        units,
        units.stream().mapToDouble(unit -> x.get(unit).doubleValue()).toArray(),
        units.stream().mapToDouble(unit -> y.get(unit).doubleValue()).toArray());
  }

  /** Pearson, Spearman and Kendall. */
  List<CorrelationRow> correlations() {
    List<CorrelationRow> rows = new ArrayList<>();
    for (Method method : Method.values()) {
      rows.add(StatisticRows.correlation(study, level.id(), xName, yName, method.of(x, y)));
    }
    return rows;
  }

  /**
   * Each coefficient again without each unit; none where there is no coefficient to begin with.
   *
   * @param alpha a p-value below it counts as significant
   */
  List<LeaveOneOutRow> leaveOneOut(double alpha) {
    List<LeaveOneOutRow> rows = new ArrayList<>();
    for (Method method : Method.values()) {
      Correlation whole = method.of(x, y);
      for (int i = 0; whole.estimate() != null && i < x.length; i++) {
        Correlation part = method.of(without(x, i), without(y, i));
        rows.add(
            new LeaveOneOutRow(
                study,
                level.id(),
                xName,
                yName,
                whole.method(),
                units.get(i),
                part.estimate(),
                part.pValue(),
                part.pValue() == null
                    ? null
                    : (Boolean) (part.pValue() < alpha != whole.pValue() < alpha)));
      }
    }
    return rows;
  }

  private static double[] without(double[] values, int left) {
    return IntStream.range(0, values.length)
        .filter(i -> i != left)
        .mapToDouble(i -> values[i])
        .toArray();
  }
}

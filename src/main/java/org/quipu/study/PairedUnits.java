package org.quipu.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.quipu.config.StatisticsConfig;
import org.quipu.registry.Level;
import org.quipu.stats.Correlation;
import org.quipu.stats.Correlations;
import org.quipu.stats.PermutationTest;
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
  /** Beyond so many pairs the distribution of t is as good as rearranging them. */
  private static final int MOST_PERMUTED = 500;

  /** The three coefficients, in the order of their rows. */
  enum Method {
    PEARSON,
    SPEARMAN,
    KENDALL;

    /** The name in result tables. */
    String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    Correlation of(double[] x, double[] y) {
      return switch (this) {
        case PEARSON -> Correlations.pearson(x, y);
        case SPEARMAN -> Correlations.spearman(x, y);
        case KENDALL -> Correlations.kendall(x, y);
      };
    }

    /** Null where there is none: Kendall's p is exact, or as good as, without it. */
    PermutationTest permuted(double[] x, double[] y, StatisticsConfig statistics) {
      if (statistics.permutations() == 0 || x.length > MOST_PERMUTED || this == KENDALL) {
        return null;
      }
      return this == PEARSON
          ? PermutationTest.of(x, y, statistics.permutations(), statistics.seed())
          : PermutationTest.ofRanks(x, y, statistics.permutations(), statistics.seed());
    }
  }

  /** Pairs two variables by unit. */
  static PairedUnits of(
      String study,
      Level level,
      String xName,
      SortedMap<String, ? extends Number> x,
      String yName,
      SortedMap<String, ? extends Number> y) {
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

  /** Pearson, with permutation test; Spearman, the same; Kendall. */
  List<CorrelationRow> correlations(StatisticsConfig statistics) {
    return Arrays.stream(Method.values())
        .map(
            method ->
                StatisticRows.correlation(
                    study,
                    level.id(),
                    xName,
                    yName,
                    method.of(x, y),
                    null,
                    method.permuted(x, y, statistics)))
        .toList();
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
        PairedUnits part = without(List.of(units.get(i)));
        Correlation of = method.of(part.x, part.y);
        rows.add(
            new LeaveOneOutRow(
                study,
                level.id(),
                xName,
                yName,
                whole.method(),
                units.get(i),
                of.estimate(),
                of.pValue(),
                of.pValue() == null
                    ? null
                    : (Boolean) (of.pValue() < alpha != whole.pValue() < alpha)));
      }
    }
    return rows;
  }

  /** The pairs of all units but some. */
  PairedUnits without(List<String> left) {
    int[] kept = IntStream.range(0, x.length).filter(i -> !left.contains(units.get(i))).toArray();
    return new PairedUnits(
        study,
        level,
        xName,
        yName,
        IntStream.of(kept).mapToObj(units::get).toList(),
        IntStream.of(kept).mapToDouble(i -> x[i]).toArray(),
        IntStream.of(kept).mapToDouble(i -> y[i]).toArray());
  }
}

package org.quipu.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;
import org.quipu.config.StatisticsConfig;
import org.quipu.registry.Level;
import org.quipu.stats.Confidence;
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

  /** Pairs that share arrangements: fewer would draw more often, more leave other cores idle. */
  private static final int TOGETHER = 6;

  /** The three coefficients, in the order of their rows. */
  enum Method {
    PEARSON,
    SPEARMAN,
    KENDALL;

    /** The name in result tables. */
    String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    Correlation of(double[] x, double[] y, double confidence) {
      return switch (this) {
        case PEARSON -> Correlations.pearson(x, y, confidence);
        case SPEARMAN -> Correlations.spearman(x, y, confidence);
        case KENDALL -> Correlations.kendall(x, y, confidence);
      };
    }

    /** Whether it is held against arrangements: Kendall's p is exact, or as good as, without. */
    boolean isPermuted() {
      return this != KENDALL;
    }

    /** What is rearranged. */
    double[][] rearranged(PairedUnits pair) {
      return this == PEARSON
          ? new double[][] {pair.x, pair.y}
          : PermutationTest.ranked(pair.x, pair.y);
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

  /**
   * Of each pair Pearson, with permutation test; Spearman, the same; Kendall.
   *
   * <p>Permutation tests take their time where there are many units. Pairs of as many units are
   * held against the same arrangements, some of them together; each such share is a task of its
   * own, and not part of a stream, as those that take longest stand together.
   */
  static List<CorrelationRow> correlations(List<PairedUnits> pairs, StatisticsConfig statistics) {
    SortedMap<Integer, List<Integer>> bySize = new TreeMap<>();
    for (int pair = 0; pair < pairs.size(); pair++) {
      bySize.computeIfAbsent(pairs.get(pair).x.length, size -> new ArrayList<>()).add(pair);
    }
    SortedMap<Integer, List<CorrelationRow>> rows = new ConcurrentSkipListMap<>();
    List<ForkJoinTask<?>> tasks = new ArrayList<>();
    for (List<Integer> ofSize : bySize.values()) {
      for (int from = 0; from < ofSize.size(); from += TOGETHER) {
        List<Integer> share = ofSize.subList(from, Math.min(ofSize.size(), from + TOGETHER));
        tasks.add(ForkJoinTask.adapt(() -> correlate(pairs, share, statistics, rows)));
      }
    }
    ForkJoinTask.invokeAll(tasks);
    return rows.values().stream().flatMap(List::stream).toList();
  }

  private static void correlate(
      List<PairedUnits> pairs,
      List<Integer> share,
      StatisticsConfig statistics,
      Map<Integer, List<CorrelationRow>> rows) {
    List<double[][]> rearranged = new ArrayList<>();
    for (int place : share) {
      for (Method method : Method.values()) {
        if (pairs.get(place).isPermuted(method, statistics)) {
          rearranged.add(method.rearranged(pairs.get(place)));
        }
      }
    }
    Iterator<PermutationTest> tests =
        rearranged.isEmpty()
            ? Collections.emptyIterator()
            : PermutationTest.of(rearranged, statistics.permutations(), statistics.seed())
                .iterator();
    for (int place : share) {
      PairedUnits pair = pairs.get(place);
      List<CorrelationRow> ofPair = new ArrayList<>();
      for (Method method : Method.values()) {
        PermutationTest permuted = pair.isPermuted(method, statistics) ? tests.next() : null;
        ofPair.add(pair.row(method, permuted, statistics.confidence()));
      }
      rows.put(place, ofPair);
    }
  }

  private boolean isPermuted(Method method, StatisticsConfig statistics) {
    return statistics.permutations() > 0 && x.length <= MOST_PERMUTED && method.isPermuted();
  }

  private CorrelationRow row(Method method, PermutationTest permutation, double confidence) {
    return StatisticRows.correlation(
        study, level.id(), xName, yName, method.of(x, y, confidence), null, permutation);
  }

  /**
   * Each coefficient again without each unit; none where there is no coefficient to begin with.
   *
   * @param alpha a p-value below it counts as significant
   */
  List<LeaveOneOutRow> leaveOneOut(double alpha) {
    List<LeaveOneOutRow> rows = new ArrayList<>();
    for (Method method : Method.values()) {
      Correlation whole = method.of(x, y, Confidence.USUAL);
      for (int i = 0; whole.estimate() != null && i < x.length; i++) {
        PairedUnits part = without(List.of(units.get(i)));
        Correlation of = method.of(part.x, part.y, Confidence.USUAL);
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

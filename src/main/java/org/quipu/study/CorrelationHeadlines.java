package org.quipu.study;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.quipu.stats.FrequencyTable;
import org.quipu.stats.OutlierLimits;
import org.quipu.stats.OutlierRule;
import org.quipu.stats.Outliers;
import org.quipu.study.PairedUnits.Method;
import org.quipu.table.row.ConclusionRow;
import org.quipu.table.row.CorrelationRow;

/**
 * The three coefficients of some pairs, each held against the others, its permutation test, itself
 * without the outliers of either variable and itself without each unit.
 */
final class CorrelationHeadlines {
  /** With more units than this none of them decides alone, and nobody reads a row for each. */
  static final int MOST_LEFT_OUT = 60;

  private final PairedUnits pairs;
  private final List<CorrelationRow> rows;
  private final double alpha;

  /** Null until somebody asks. */
  private List<Outlying> outlying;

  /** The units that a rule finds outlying. */
  private record Outlying(OutlierRule rule, List<String> units) {}

  /**
   * @param rows the three coefficients of these pairs
   */
  CorrelationHeadlines(PairedUnits pairs, List<CorrelationRow> rows, double alpha) {
    this.pairs = pairs;
    this.rows = List.copyOf(rows);
    this.alpha = alpha;
  }

  /** The rows, of many, that are the coefficients of some pairs. */
  static CorrelationHeadlines of(PairedUnits pairs, List<CorrelationRow> many, double alpha) {
    return new CorrelationHeadlines(
        pairs,
        many.stream()
            .filter(row -> row.level().equals(pairs.level().id()) && row.controls() == null)
            .filter(row -> row.x().equals(pairs.xName()) && row.y().equals(pairs.yName()))
            .toList(),
        alpha);
  }

  Headline headline(Method method) {
    return Headline.of(row(method), alpha);
  }

  CorrelationRow row(Method method) {
    return rows.stream().filter(row -> row.method().equals(method.id())).findFirst().orElseThrow();
  }

  /** What changes of a coefficient that is defined; nothing of another. */
  List<ConclusionRow> rows(Method method) {
    Headline headline = headline(method);
    List<ConclusionRow> rows = new ArrayList<>();
    if (headline.found().pValue() == null) {
      return rows;
    }
    for (Method other : Method.values()) {
      if (other != method) {
        rows.add(headline.against(Alternative.method(other.id()), Finding.of(row(other))));
      }
    }
    if (row(method).permutationP() != null) {
      Finding permuted = headline.found().with(row(method).permutationP());
      rows.add(headline.against(Alternative.method("permutation"), permuted));
    }
    for (Outlying outlying : outlying()) {
      if (!outlying.units.isEmpty()) {
        rows.add(
            headline.against(Alternative.outliers(outlying.rule), without(method, outlying.units)));
      }
    }
    if (pairs.units().size() <= MOST_LEFT_OUT) {
      for (String unit : pairs.units()) {
        rows.add(headline.against(Alternative.without(unit), without(method, List.of(unit))));
      }
    }
    return rows;
  }

  private Finding without(Method method, List<String> units) {
    return Finding.of(pairs.without(units), method);
  }

  /** By each rule the outliers of either variable, which are the same for every method. */
  private List<Outlying> outlying() {
    if (outlying == null) {
      FrequencyTable x = FrequencyTable.of(pairs.x());
      FrequencyTable y = FrequencyTable.of(pairs.y());
      outlying =
          List.of(
              outlying(Outliers.tukey(x), Outliers.tukey(y)),
              outlying(Outliers.modifiedZ(x), Outliers.modifiedZ(y)),
              outlying(Outliers.adjustedBoxplot(x), Outliers.adjustedBoxplot(y)));
    }
    return outlying;
  }

  private Outlying outlying(OutlierLimits ofX, OutlierLimits ofY) {
    TreeSet<String> units = new TreeSet<>();
    for (int i = 0; i < pairs.units().size(); i++) {
      if (isOutside(ofX, pairs.x()[i]) || isOutside(ofY, pairs.y()[i])) {
        units.add(pairs.units().get(i));
      }
    }
    return new Outlying(ofX.rule(), List.copyOf(units));
  }

  private static boolean isOutside(OutlierLimits limits, double value) {
    return limits.count(FrequencyTable.of(value)) > 0;
  }
}

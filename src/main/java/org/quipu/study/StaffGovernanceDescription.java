package org.quipu.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quipu.registry.Level;
import org.quipu.stats.Descriptives;
import org.quipu.stats.FrequencyTable;
import org.quipu.summary.SurveyView;
import org.quipu.table.row.DescriptiveRow;

/** Items, dimensions and the scale of all items, described in every unit. */
final class StaffGovernanceDescription {
  private final SurveyView view;
  private final List<StaffVariable> variables;

  private StaffGovernanceDescription(SurveyView view) {
    this.view = view;
    this.variables = StaffVariable.of(view.instrument());
  }

  /** The rows, level by level and unit by unit. */
  static List<DescriptiveRow> rows(SurveyView view) {
    StaffGovernanceDescription description = new StaffGovernanceDescription(view);
    List<DescriptiveRow> rows = new ArrayList<>();
    for (Level level : view.levels()) {
      // Units do not depend on each other, and an ordered stream keeps their order.
      List.copyOf(view.units(level)).parallelStream()
          .map(unit -> description.unit(level, unit))
          .toList()
          .forEach(rows::addAll);
    }
    return rows;
  }

  private List<DescriptiveRow> unit(Level level, String unit) {
    List<Descriptives> described = new ArrayList<>();
    for (StaffVariable variable : variables) {
      FrequencyTable table = variable.table(view, level, unit);
      described.add(Descriptives.of(table, variable.missing(view, level, unit)));
    }
    List<DescriptiveRow> rows = new ArrayList<>();
    Integer[] ranks = ranks(described);
    for (int i = 0; i < variables.size(); i++) {
      StaffVariable variable = variables.get(i);
      rows.add(
          new DescriptiveRow(
              StaffGovernance.STUDY,
              view.cleaning().id(),
              level.id(),
              unit,
              variable.id(),
              variable.kind().id(),
              ranks[i],
              StatisticRows.summary(described.get(i))));
    }
    return rows;
  }

  /**
   * The rank of each item's mean among the unit's items, 1 the highest; items with the same mean
   * share the better rank. Null for what is no item or has no mean.
   */
  private Integer[] ranks(List<Descriptives> described) {
    double[] means = new double[described.size()];
    for (int i = 0; i < means.length; i++) {
      Double mean = variables.get(i).isItem() ? described.get(i).mean() : null;
      means[i] = mean == null ? Double.NaN : mean;
    }
    double[] sorted = Arrays.stream(means).filter(mean -> !Double.isNaN(mean)).sorted().toArray();
    Integer[] ranks = new Integer[means.length];
    for (int i = 0; i < means.length; i++) {
      if (!Double.isNaN(means[i])) {
        ranks[i] = 1 + above(sorted, means[i]);
      }
    }
    return ranks;
  }

  private static int above(double[] sorted, double mean) {
    int above = 0;
    for (int i = sorted.length - 1; sorted[i] > mean; i--) {
      above++;
    }
    return above;
  }
}

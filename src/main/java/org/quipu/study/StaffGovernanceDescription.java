package org.quipu.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.quipu.registry.Level;
import org.quipu.stats.Descriptives;
import org.quipu.stats.FrequencyTable;
import org.quipu.summary.SurveyView;
import org.quipu.table.row.DescriptiveRow;
import org.quipu.table.row.FrequencyRow;

/** Items, dimensions and the scale of all items, described in every unit. */
final class StaffGovernanceDescription {
  private static final double PERCENT = 100;

  private final SurveyView view;
  private final List<StaffVariable> variables;

  private StaffGovernanceDescription(SurveyView view) {
    this.view = view;
    this.variables = StaffVariable.of(view.instrument());
  }

  static List<Record> rows(SurveyView view) {
    StaffGovernanceDescription description = new StaffGovernanceDescription(view);
    List<Record> rows = new ArrayList<>();
    for (Level level : view.levels()) {
      // Units do not depend on each other, and an ordered stream keeps their order.
      rows.addAll(
          List.copyOf(view.units(level)).parallelStream()
              .flatMap(unit -> description.unit(level, unit))
              .toList());
    }
    return rows;
  }

  private Stream<Record> unit(Level level, String unit) {
    List<FrequencyTable> tables =
        variables.stream().map(variable -> variable.table(view, level, unit)).toList();
    Integer[] ranks = ranks(tables);
    List<Record> rows = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      StaffVariable variable = variables.get(i);
      FrequencyTable table = tables.get(i);
      rows.add(
          new DescriptiveRow(
              StaffGovernance.STUDY,
              view.cleaning().id(),
              level.id(),
              unit,
              variable.id(),
              variable.kind().id(),
              ranks[i],
              StatisticRows.summary(Descriptives.of(table, variable.missing(view, level, unit)))));
      if (hasFrequencies(variable, level)) {
        addFrequencies(rows, variable, level, unit, table);
      }
    }
    return rows.stream();
  }

  /** Items at every level; scores, of which there are many values, where a reader would look. */
  private static boolean hasFrequencies(StaffVariable variable, Level level) {
    return variable.isItem() || level.compareTo(Level.NETWORK) <= 0;
  }

  /**
   * The rank of each item's mean among the unit's items, 1 the highest; items with the same mean
   * share the better rank. Null for what is no item or has no mean.
   */
  private Integer[] ranks(List<FrequencyTable> tables) {
    double[] means = new double[tables.size()];
    Arrays.fill(means, Double.NaN);
    for (int i = 0; i < means.length; i++) {
      Double mean = variables.get(i).isItem() ? tables.get(i).mean() : null;
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

  private void addFrequencies(
      List<Record> rows, StaffVariable variable, Level level, String unit, FrequencyTable table) {
    for (int i = 0; i < table.distinct(); i++) {
      rows.add(
          new FrequencyRow(
              StaffGovernance.STUDY,
              view.cleaning().id(),
              level.id(),
              unit,
              variable.id(),
              variable.kind().id(),
              table.boxed(i),
              table.count(i),
              PERCENT * table.count(i) / table.n()));
    }
  }
}

package org.quipu.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  /** What is found, level by level and unit by unit. */
  record Rows(List<DescriptiveRow> descriptions, List<FrequencyRow> frequencies) {
    Rows() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    private void addAll(Rows more) {
      descriptions.addAll(more.descriptions);
      frequencies.addAll(more.frequencies);
    }
  }

  static Rows rows(SurveyView view) {
    StaffGovernanceDescription description = new StaffGovernanceDescription(view);
    Rows rows = new Rows();
    for (Level level : view.levels()) {
      // Units do not depend on each other, and an ordered stream keeps their order.
      List.copyOf(view.units(level)).parallelStream()
          .map(unit -> description.unit(level, unit))
          .toList()
          .forEach(rows::addAll);
    }
    return rows;
  }

  private Rows unit(Level level, String unit) {
    List<Descriptives> described = new ArrayList<>();
    Rows rows = new Rows();
    for (StaffVariable variable : variables) {
      FrequencyTable table = variable.table(view, level, unit);
      described.add(Descriptives.of(table, variable.missing(view, level, unit)));
      if (hasFrequencies(variable, level)) {
        addFrequencies(rows.frequencies, variable, level, unit, table);
      }
    }
    Integer[] ranks = ranks(described);
    for (int i = 0; i < variables.size(); i++) {
      StaffVariable variable = variables.get(i);
      rows.descriptions.add(
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

  /** Items at every level; scores, of which there are many values, where a reader would look. */
  private static boolean hasFrequencies(StaffVariable variable, Level level) {
    return variable.isItem() || level.compareTo(Level.NETWORK) <= 0;
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

  private void addFrequencies(
      List<FrequencyRow> rows,
      StaffVariable variable,
      Level level,
      String unit,
      FrequencyTable table) {
    for (int i = 0; i < table.distinct(); i++) {
      rows.add(
          new FrequencyRow(
              StaffGovernance.STUDY,
              view.cleaning().id(),
              level.id(),
              unit,
              variable.id(),
              variable.kind().id(),
              table.value(i),
              table.count(i),
              PERCENT * table.count(i) / table.n()));
    }
  }
}

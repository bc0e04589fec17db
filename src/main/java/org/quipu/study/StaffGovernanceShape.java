package org.quipu.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.quipu.registry.Level;
import org.quipu.stats.FrequencyTable;
import org.quipu.stats.Histogram;
import org.quipu.stats.Outlier;
import org.quipu.stats.OutlierLimits;
import org.quipu.stats.Outliers;
import org.quipu.summary.SurveyView;
import org.quipu.table.row.HistogramRow;
import org.quipu.table.row.OutlierRow;

/**
 * The shape of the scores from the nation down to the network, and the values that stand apart; of
 * items the nation's histogram.
 */
final class StaffGovernanceShape {
  private final SurveyView view;

  private StaffGovernanceShape(SurveyView view) {
    this.view = view;
  }

  static List<Record> rows(SurveyView view) {
    StaffGovernanceShape shape = new StaffGovernanceShape(view);
    List<StaffVariable> variables = StaffVariable.of(view.instrument());
    List<Record> rows = new ArrayList<>();
    for (Level level : view.levels()) {
      if (level.compareTo(Level.NETWORK) <= 0) {
        rows.addAll(
            List.copyOf(view.units(level)).parallelStream()
                .flatMap(
                    unit -> variables.stream().flatMap(one -> shape.variable(one, level, unit)))
                .toList());
      }
    }
    return rows;
  }

  private Stream<Record> variable(StaffVariable variable, Level level, String unit) {
    if (variable.isItem() && level != Level.NATIONAL) {
      return Stream.empty();
    }
    FrequencyTable table = variable.table(view, level, unit);
    List<Record> rows = new ArrayList<>();
    List<Histogram.Bin> bins = Histogram.of(table);
    for (int i = 0; i < bins.size(); i++) {
      Histogram.Bin bin = bins.get(i);
      rows.add(
          new HistogramRow(
              StaffGovernance.STUDY,
              view.cleaning().id(),
              level.id(),
              unit,
              variable.id(),
              variable.kind().id(),
              i + 1,
              bin.lower(),
              bin.upper(),
              bin.count()));
    }
    if (!variable.isItem()) {
      addOutliers(rows, variable, level, unit, table);
    }
    return rows.stream();
  }

  private void addOutliers(
      List<Record> rows, StaffVariable variable, Level level, String unit, FrequencyTable table) {
    for (OutlierLimits limits :
        List.of(
            Outliers.tukey(table),
            Outliers.tukeyFar(table),
            Outliers.modifiedZ(table),
            Outliers.adjustedBoxplot(table))) {
      for (Outlier outlier : limits.outliers(table)) {
        rows.add(
            new OutlierRow(
                StaffGovernance.STUDY,
                view.cleaning().id(),
                level.id(),
                unit,
                variable.id(),
                limits.rule().id(),
                outlier.value(),
                outlier.count(),
                limits.low().doubleValue(),
                limits.high().doubleValue()));
      }
    }
  }
}

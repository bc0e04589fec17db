package org.quipu.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quipu.registry.Level;
import org.quipu.stats.FrequencyTable;
import org.quipu.summary.SurveyView;
import org.quipu.table.row.FrequencyRow;

/**
 * How often each value was answered in each unit. A country's are millions of rows, so they are
 * made some units at a time, when they are asked for.
 */
final class StaffFrequencies {
  private static final double PERCENT = 100;

  private StaffFrequencies() {}

  /**
   * The rows of some cleanings, each part behind the one before by the columns of the table.
   *
   * @param size units of a part
   */
  static List<UnitPart<FrequencyRow>> of(List<SurveyView> views, int size) {
    return views.stream()
        .sorted(Comparator.comparing(view -> view.cleaning().id()))
        .flatMap(view -> of(view, size).stream())
        .toList();
  }

  private static List<UnitPart<FrequencyRow>> of(SurveyView view, int size) {
    List<StaffVariable> variables = StaffVariable.of(view.instrument());
    return UnitPart.of(
        view.levels(),
        level -> List.copyOf(view.units(level)),
        size,
        (level, unit) -> rows(view, variables, level, unit));
  }

  private static List<FrequencyRow> rows(
      SurveyView view, List<StaffVariable> variables, Level level, String unit) {
    List<FrequencyRow> rows = new ArrayList<>();
    for (StaffVariable variable : variables) {
      if (hasFrequencies(variable, level)) {
        add(rows, view, variable, level, unit);
      }
    }
    return rows;
  }

  /** Items at every level; scores, of which there are many values, where a reader would look. */
  private static boolean hasFrequencies(StaffVariable variable, Level level) {
    return variable.isItem() || level.compareTo(Level.NETWORK) <= 0;
  }

  private static void add(
      List<FrequencyRow> rows, SurveyView view, StaffVariable variable, Level level, String unit) {
    FrequencyTable table = variable.table(view, level, unit);
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

package org.quipu.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
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

  /** Units of a part, which has some hundred rows of each. */
  private static final int UNITS = 1000;

  private StaffFrequencies() {}

  private record Unit(SurveyView view, Level level, String unit) {}

  /** The rows of some cleanings, each part behind the one before by the columns of the table. */
  static List<Supplier<List<FrequencyRow>>> of(List<SurveyView> views) {
    List<Unit> units = new ArrayList<>();
    for (SurveyView view : sorted(views)) {
      view.levels().stream()
          .sorted(Comparator.comparing(Level::id))
          .forEach(
              level -> view.units(level).forEach(unit -> units.add(new Unit(view, level, unit))));
    }
    List<Supplier<List<FrequencyRow>>> parts = new ArrayList<>();
    for (int from = 0; from < units.size(); from += UNITS) {
      List<Unit> some = units.subList(from, Math.min(units.size(), from + UNITS));
      parts.add(() -> rows(some));
    }
    return parts;
  }

  private static List<SurveyView> sorted(List<SurveyView> views) {
    return views.stream().sorted(Comparator.comparing(view -> view.cleaning().id())).toList();
  }

  private static List<FrequencyRow> rows(List<Unit> units) {
    List<FrequencyRow> rows = new ArrayList<>();
    List<StaffVariable> variables = StaffVariable.of(units.get(0).view.instrument());
    for (Unit unit : units) {
      for (StaffVariable variable : variables) {
        if (hasFrequencies(variable, unit.level)) {
          add(rows, unit, variable);
        }
      }
    }
    return rows;
  }

  /** Items at every level; scores, of which there are many values, where a reader would look. */
  private static boolean hasFrequencies(StaffVariable variable, Level level) {
    return variable.isItem() || level.compareTo(Level.NETWORK) <= 0;
  }

  private static void add(List<FrequencyRow> rows, Unit unit, StaffVariable variable) {
    FrequencyTable table = variable.table(unit.view, unit.level, unit.unit);
    for (int i = 0; i < table.distinct(); i++) {
      rows.add(
          new FrequencyRow(
              StaffGovernance.STUDY,
              unit.view.cleaning().id(),
              unit.level.id(),
              unit.unit,
              variable.id(),
              variable.kind().id(),
              table.value(i),
              table.count(i),
              PERCENT * table.count(i) / table.n()));
    }
  }
}

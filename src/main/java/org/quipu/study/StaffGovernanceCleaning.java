package org.quipu.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.quipu.registry.Level;
import org.quipu.stats.Confidence;
import org.quipu.stats.Descriptives;
import org.quipu.stats.FrequencyTable;
import org.quipu.study.StaffGovernanceDescription.Described;
import org.quipu.summary.Cleaning;
import org.quipu.summary.SurveyView;
import org.quipu.table.row.CleaningEffectRow;
import org.quipu.table.row.HypothesisTestRow;
import org.quipu.table.row.Summary;

/**
 * Each variable before and after cleaning, side by side, with the tests whose conclusion depends on
 * it: what the extreme values did.
 *
 * @param views both, raw first
 */
record StaffGovernanceCleaning(
    List<SurveyView> views, StaffGovernanceDescription description, Changes changes) {

  /**
   * @param tests those of both cleanings
   */
  static StaffGovernanceCleaning of(
      StaffGovernance.Input input,
      StaffGovernanceDescription description,
      List<HypothesisTestRow> tests) {
    return new StaffGovernanceCleaning(
        input.views(), description, Changes.of(tests, input.statistics().alpha()));
  }

  /** A variable in a unit. */
  private record Place(String level, String unit, String kind, String variable) {}

  /**
   * The rows, each part behind the one before by the columns of their table.
   *
   * @param size units of a part
   */
  List<UnitPart<CleaningEffectRow>> parts(int size) {
    return UnitPart.of(
        description.units().keySet(), level -> description.units().get(level), size, this::rows);
  }

  private List<CleaningEffectRow> rows(Level level, Described unit) {
    List<CleaningEffectRow> effects = new ArrayList<>();
    for (int i = 0; i < description.variables().size(); i++) {
      StaffVariable variable = description.variables().get(i);
      effects.add(
          effect(
              new Place(level.id(), unit.unit(), variable.kind().id(), variable.id()),
              unit.of(Cleaning.RAW, i),
              unit.of(Cleaning.CLEAN, i)));
    }
    if (level.compareTo(Level.NETWORK) <= 0) {
      effects.add(dimensionScores(level, unit.unit()));
    }
    return effects;
  }

  /** The scores of all dimensions together: what the tests across dimensions look at. */
  private CleaningEffectRow dimensionScores(Level level, String unit) {
    return effect(
        new Place(
            level.id(),
            unit,
            StaffVariable.Kind.DIMENSION.id(),
            StaffGovernanceTests.DIMENSION_SCORE),
        together(views.get(0), level, unit),
        together(views.get(1), level, unit));
  }

  private static Summary together(SurveyView view, Level level, String unit) {
    List<StaffVariable> dimensions = StaffVariable.dimensions(view.instrument());
    List<FrequencyTable> tables =
        dimensions.stream().map(dimension -> dimension.table(view, level, unit)).toList();
    long missing =
        dimensions.stream().mapToLong(dimension -> dimension.missing(view, level, unit)).sum();
    return StatisticRows.summary(
        Descriptives.of(FrequencyTable.merge(tables), missing, Confidence.USUAL));
  }

  private CleaningEffectRow effect(Place place, Summary raw, Summary clean) {
    return new CleaningEffectRow(
        StaffGovernance.STUDY,
        place.level,
        place.unit,
        place.variable,
        place.kind,
        raw.n(),
        clean.n(),
        raw.n() - clean.n(),
        raw.mean(),
        clean.mean(),
        raw.sd(),
        clean.sd(),
        raw.median(),
        clean.median(),
        raw.max(),
        clean.max(),
        changes.of(place));
  }

  /**
   * The tests whose verdict is another one after cleaning.
   *
   * @param tests by level, unit and variable, as grouping:method
   */
  record Changes(Map<List<String>, TreeSet<String>> tests) {

    static Changes of(List<HypothesisTestRow> rows, double significance) {
      Map<List<String>, Boolean> first = new HashMap<>();
      Map<List<String>, TreeSet<String>> changes = new HashMap<>();
      for (HypothesisTestRow test : rows) {
        if (test.pValue() != null) {
          boolean significant = test.pValue() < significance;
          String name = test.grouping() + ":" + test.method();
          List<String> place = List.of(test.level(), test.unitId(), test.variable());
          Boolean other =
              first.putIfAbsent(
                  List.of(test.level(), test.unitId(), test.variable(), name), significant);
          if (other != null && other != significant) {
            changes.computeIfAbsent(place, k -> new TreeSet<>()).add(name);
          }
        }
      }
      return new Changes(changes);
    }

    private String of(Place place) {
      TreeSet<String> names =
          tests.isEmpty() ? null : tests.get(List.of(place.level, place.unit, place.variable));
      return names == null ? null : String.join(", ", names);
    }
  }
}

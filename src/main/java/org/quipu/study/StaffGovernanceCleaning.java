package org.quipu.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.quipu.registry.Level;
import org.quipu.stats.Descriptives;
import org.quipu.stats.FrequencyTable;
import org.quipu.study.StaffGovernance.Input;
import org.quipu.summary.SurveyView;
import org.quipu.table.row.CleaningEffectRow;
import org.quipu.table.row.DescriptiveRow;
import org.quipu.table.row.HypothesisTestRow;
import org.quipu.table.row.Summary;

/**
 * Each variable before and after cleaning, side by side, with the tests whose conclusion depends on
 * it: what the extreme values did.
 */
final class StaffGovernanceCleaning {
  private StaffGovernanceCleaning() {}

  /** A variable in a unit. */
  private record Place(String level, String unit, String kind, String variable) {
    static Place of(DescriptiveRow row) {
      return new Place(row.level(), row.unitId(), row.kind(), row.variable());
    }
  }

  /**
   * @param raw what was described before cleaning
   * @param clean what was described after it, in the same order; units may be missing
   * @param tests those of both cleanings
   */
  static List<Record> rows(
      Input input,
      List<DescriptiveRow> raw,
      List<DescriptiveRow> clean,
      List<HypothesisTestRow> tests) {
    Changes changes = Changes.of(tests, 1 - input.statistics().confidence());
    List<Record> effects = new ArrayList<>();
    int next = 0;
    for (DescriptiveRow before : raw) {
      Place place = Place.of(before);
      Summary after = Summary.none(before.summary().missing());
      if (next < clean.size() && place.equals(Place.of(clean.get(next)))) {
        after = clean.get(next++).summary();
      }
      effects.add(effect(place, before.summary(), after, changes));
    }
    if (next < clean.size()) {
      throw new IllegalStateException(
          Place.of(clean.get(next)) + " is described after cleaning but not before");
    }
    effects.addAll(dimensionScores(input, changes));
    return effects;
  }

  /** The scores of all dimensions together: what the tests across dimensions look at. */
  private static List<Record> dimensionScores(Input input, Changes changes) {
    List<Record> effects = new ArrayList<>();
    for (Level level : input.raw().levels()) {
      if (level.compareTo(Level.NETWORK) <= 0) {
        for (String unit : input.raw().units(level)) {
          Place place =
              new Place(
                  level.id(),
                  unit,
                  StaffVariable.Kind.DIMENSION.id(),
                  StaffGovernanceTests.DIMENSION_SCORE);
          effects.add(
              effect(
                  place,
                  together(input.raw(), level, unit),
                  together(input.clean(), level, unit),
                  changes));
        }
      }
    }
    return effects;
  }

  private static Summary together(SurveyView view, Level level, String unit) {
    List<StaffVariable> dimensions = StaffVariable.dimensions(view.instrument());
    List<FrequencyTable> tables =
        dimensions.stream().map(dimension -> dimension.table(view, level, unit)).toList();
    long missing =
        dimensions.stream().mapToLong(dimension -> dimension.missing(view, level, unit)).sum();
    return StatisticRows.summary(Descriptives.of(FrequencyTable.merge(tables), missing));
  }

  private static CleaningEffectRow effect(
      Place place, Summary raw, Summary clean, Changes changes) {
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
  private record Changes(Map<List<String>, TreeSet<String>> tests) {

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

    String of(Place place) {
      TreeSet<String> names =
          tests.isEmpty() ? null : tests.get(List.of(place.level, place.unit, place.variable));
      return names == null ? null : String.join(", ", names);
    }
  }
}

package org.quipu.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.quipu.registry.Level;
import org.quipu.summary.Cleaning;
import org.quipu.summary.SurveyView;

/**
 * What is found of the units of a survey before cleaning and after it. Cleaning leaves most units
 * of most surveys as they are, and what is found of those is found once.
 *
 * @param raw before cleaning, in the order of levels and units
 * @param clean after it
 */
record BothCleanings<R>(List<R> raw, List<R> clean) {

  /** What is found of one unit. */
  interface OfUnit<R> {
    List<R> of(Level level, String unit);
  }

  List<R> of(Cleaning cleaning) {
    return cleaning == Cleaning.RAW ? raw : clean;
  }

  /**
   * What is found of every unit of some levels.
   *
   * @param before how it is found before cleaning
   * @param after how it is found after it, where cleaning changed the unit's answers
   * @param under what was found before, as it is called after cleaning
   */
  static <R> BothCleanings<R> of(
      SurveyView raw,
      SurveyView clean,
      List<Level> levels,
      OfUnit<R> before,
      OfUnit<R> after,
      BiFunction<R, String, R> under) {
    BothCleanings<R> all = new BothCleanings<>(new ArrayList<>(), new ArrayList<>());
    for (Level level : levels) {
      // Units do not depend on each other, and an ordered stream keeps their order.
      List.copyOf(raw.units(level)).parallelStream()
          .map(
              unit -> {
                List<R> found = before.of(level, unit);
                if (clean.hasAnswersOf(raw, level, unit)) {
                  String id = clean.cleaning().id();
                  return new BothCleanings<>(
                      found, found.stream().map(row -> under.apply(row, id)).toList());
                }
                boolean isLeft = clean.units(level).contains(unit);
                return new BothCleanings<>(found, isLeft ? after.of(level, unit) : List.of());
              })
          .toList()
          .forEach(
              unit -> {
                all.raw.addAll(unit.raw);
                all.clean.addAll(unit.clean);
              });
    }
    return all;
  }
}

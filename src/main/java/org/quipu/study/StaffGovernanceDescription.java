package org.quipu.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.quipu.registry.Level;
import org.quipu.stats.Descriptives;
import org.quipu.stats.FrequencyTable;
import org.quipu.summary.Cleaning;
import org.quipu.summary.SurveyView;
import org.quipu.table.row.DescriptiveRow;
import org.quipu.table.row.Summary;

/**
 * Items, dimensions and the scale of all items, described in every unit, before cleaning and after
 * it. What is kept is what was found, not the rows that say it: those are twice as large.
 *
 * @param variables items, dimensions and the scale
 * @param units of each level, sorted by their names
 */
record StaffGovernanceDescription(
    List<StaffVariable> variables, Map<Level, List<Described>> units) {

  /**
   * What was found of a unit, by variable.
   *
   * @param clean after cleaning, but for what is missing; none where nobody was left
   * @param missing after cleaning
   */
  record Described(String unit, List<Summary> raw, List<Summary> clean, long[] missing) {

    boolean isLeft(Cleaning cleaning) {
      return cleaning == Cleaning.RAW || !clean.isEmpty();
    }

    /** Of a variable; of no values where nobody was left. */
    Summary of(Cleaning cleaning, int variable) {
      if (cleaning == Cleaning.RAW) {
        return raw.get(variable);
      }
      return isLeft(cleaning)
          ? clean.get(variable).withMissing(missing[variable])
          : Summary.none(raw.get(variable).missing());
    }
  }

  static StaffGovernanceDescription of(SurveyView raw, SurveyView clean, double confidence) {
    List<StaffVariable> variables = StaffVariable.of(raw.instrument());
    Map<Level, List<Described>> units = new EnumMap<>(Level.class);
    for (Level level : raw.levels()) {
      if (!raw.units(level).containsAll(clean.units(level))) {
        throw new IllegalStateException("a " + level.id() + " is there only after cleaning");
      }
      // Units do not depend on each other.
      units.put(
          level,
          List.copyOf(raw.units(level)).parallelStream()
              .map(unit -> described(variables, raw, clean, level, unit, confidence))
              .toList());
    }
    return new StaffGovernanceDescription(variables, units);
  }

  private static Described described(
      List<StaffVariable> variables,
      SurveyView raw,
      SurveyView clean,
      Level level,
      String unit,
      double confidence) {
    List<FrequencyTable> tables = tables(variables, raw, level, unit);
    List<Summary> before =
        IntStream.range(0, tables.size())
            .mapToObj(
                i ->
                    described(
                        tables.get(i), variables.get(i).missing(raw, level, unit), confidence))
            .toList();
    long[] missing =
        variables.stream().mapToLong(variable -> variable.missing(clean, level, unit)).toArray();
    List<Summary> after = List.of();
    if (clean.hasAnswersOf(raw, level, unit)) {
      after = before;
    } else if (clean.units(level).contains(unit)) {
      List<FrequencyTable> left = tables(variables, clean, level, unit);
      // Of a respondent who was taken out, most answers are missing: the others tell the same.
      after =
          IntStream.range(0, left.size())
              .mapToObj(
                  i ->
                      left.get(i).equals(tables.get(i))
                          ? before.get(i)
                          : described(left.get(i), missing[i], confidence))
              .toList();
    }
    return new Described(unit, before, after, missing);
  }

  private static List<FrequencyTable> tables(
      List<StaffVariable> variables, SurveyView view, Level level, String unit) {
    return variables.stream().map(variable -> variable.table(view, level, unit)).toList();
  }

  private static Summary described(FrequencyTable table, long missing, double confidence) {
    return StatisticRows.summary(Descriptives.of(table, missing, confidence));
  }

  /**
   * The rows, each part behind the one before by the columns of their table.
   *
   * @param size units of a part
   */
  List<UnitPart<DescriptiveRow>> parts(int size) {
    return Arrays.stream(Cleaning.values())
        .sorted(Comparator.comparing(Cleaning::id))
        .flatMap(cleaning -> parts(cleaning, size).stream())
        .toList();
  }

  private List<UnitPart<DescriptiveRow>> parts(Cleaning cleaning, int size) {
    return UnitPart.of(
        units.keySet(),
        level -> units.get(level).stream().filter(unit -> unit.isLeft(cleaning)).toList(),
        size,
        (level, unit) -> rows(cleaning, level, unit));
  }

  private List<DescriptiveRow> rows(Cleaning cleaning, Level level, Described unit) {
    Integer[] ranks = ranks(unit, cleaning);
    List<DescriptiveRow> rows = new ArrayList<>(ranks.length);
    for (int i = 0; i < ranks.length; i++) {
      StaffVariable variable = variables.get(i);
      rows.add(
          new DescriptiveRow(
              StaffGovernance.STUDY,
              cleaning.id(),
              level.id(),
              unit.unit,
              variable.id(),
              variable.kind().id(),
              ranks[i],
              unit.of(cleaning, i)));
    }
    return rows;
  }

  /**
   * The rank of each item's mean among the unit's items, 1 the highest; items with the same mean
   * share the better rank. Null for what is no item or has no mean.
   */
  private Integer[] ranks(Described unit, Cleaning cleaning) {
    double[] means = new double[variables.size()];
    Arrays.setAll(means, i -> variables.get(i).isItem() ? unit.of(cleaning, i).mean() : Double.NaN);
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

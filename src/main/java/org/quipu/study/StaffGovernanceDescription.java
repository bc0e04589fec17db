package org.quipu.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.quipu.registry.Level;
import org.quipu.stats.Descriptives;
import org.quipu.stats.FrequencyTable;
import org.quipu.summary.Cleaning;
import org.quipu.summary.SurveyView;
import org.quipu.table.row.DescriptiveRow;
import org.quipu.table.row.Summary;

/** Items, dimensions and the scale of all items, described in every unit. */
final class StaffGovernanceDescription {
  /** Rows from which on a part is enough. */
  static final int ROWS_OF_A_PART = 1 << 16;

  private final SurveyView raw;
  private final SurveyView clean;
  private final List<StaffVariable> variables;

  private StaffGovernanceDescription(SurveyView raw, SurveyView clean) {
    this.raw = raw;
    this.clean = clean;
    this.variables = StaffVariable.of(raw.instrument());
  }

  /** The rows, level by level and unit by unit. */
  static BothCleanings<DescriptiveRow> rows(SurveyView raw, SurveyView clean) {
    StaffGovernanceDescription description = new StaffGovernanceDescription(raw, clean);
    return BothCleanings.of(raw, raw.levels(), description::unit);
  }

  /**
   * The rows in parts of whole units, each behind the one before by the columns of their table:
   * taken apart into columns at once, those of a country would fill the memory for as long as they
   * are written.
   *
   * @param enough rows from which on no further unit comes to a part
   */
  static List<List<DescriptiveRow>> parts(BothCleanings<DescriptiveRow> rows, int enough) {
    List<List<DescriptiveRow>> parts = new ArrayList<>();
    List<DescriptiveRow> part = new ArrayList<>();
    for (List<DescriptiveRow> unit : units(rows)) {
      if (part.size() >= enough) {
        parts.add(part);
        part = new ArrayList<>();
      }
      part.addAll(unit);
    }
    if (!part.isEmpty()) {
      parts.add(part);
    }
    return parts;
  }

  /** The rows of each unit, in the order of cleanings, levels and units in the table. */
  private static List<List<DescriptiveRow>> units(BothCleanings<DescriptiveRow> rows) {
    List<List<DescriptiveRow>> units = new ArrayList<>();
    for (Cleaning cleaning : Cleaning.values()) {
      List<DescriptiveRow> all = rows.of(cleaning);
      int from = 0;
      for (int to = 1; to <= all.size(); to++) {
        if (to == all.size() || !isOfSameUnit(all.get(from), all.get(to))) {
          units.add(all.subList(from, to));
          from = to;
        }
      }
    }
    units.sort(
        Comparator.comparing((List<DescriptiveRow> unit) -> unit.get(0).cleaning())
            .thenComparing(unit -> unit.get(0).level())
            .thenComparing(unit -> unit.get(0).unitId()));
    return units;
  }

  private static boolean isOfSameUnit(DescriptiveRow one, DescriptiveRow other) {
    return one.unitId().equals(other.unitId()) && one.level().equals(other.level());
  }

  private BothCleanings<DescriptiveRow> unit(Level level, String unit) {
    List<FrequencyTable> tables = tables(raw, level, unit);
    List<Summary> before =
        IntStream.range(0, tables.size())
            .mapToObj(i -> described(tables.get(i), missing(raw, level, unit, i)))
            .toList();
    List<Summary> after = List.of();
    if (clean.hasAnswersOf(raw, level, unit)) {
      after = before;
    } else if (clean.units(level).contains(unit)) {
      List<FrequencyTable> left = tables(clean, level, unit);
      // Of a respondent who was taken out, most answers are missing: the others tell the same.
      after =
          IntStream.range(0, left.size())
              .mapToObj(
                  i -> {
                    long missing = missing(clean, level, unit, i);
                    return left.get(i).equals(tables.get(i))
                        ? before.get(i).withMissing(missing)
                        : described(left.get(i), missing);
                  })
              .toList();
    }
    return new BothCleanings<>(rows(raw, level, unit, before), rows(clean, level, unit, after));
  }

  private List<FrequencyTable> tables(SurveyView view, Level level, String unit) {
    return variables.stream().map(variable -> variable.table(view, level, unit)).toList();
  }

  private long missing(SurveyView view, Level level, String unit, int variable) {
    return variables.get(variable).missing(view, level, unit);
  }

  private static Summary described(FrequencyTable table, long missing) {
    return StatisticRows.summary(Descriptives.of(table, missing));
  }

  /**
   * @param described by variable; empty where the unit has nothing to describe
   */
  private List<DescriptiveRow> rows(
      SurveyView view, Level level, String unit, List<Summary> described) {
    Integer[] ranks = ranks(described);
    List<DescriptiveRow> rows = new ArrayList<>();
    for (int i = 0; i < described.size(); i++) {
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
              described.get(i)));
    }
    return rows;
  }

  /**
   * The rank of each item's mean among the unit's items, 1 the highest; items with the same mean
   * share the better rank. Null for what is no item or has no mean.
   */
  private Integer[] ranks(List<Summary> described) {
    double[] means = new double[described.size()];
    Arrays.setAll(means, i -> variables.get(i).isItem() ? described.get(i).mean() : Double.NaN);
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

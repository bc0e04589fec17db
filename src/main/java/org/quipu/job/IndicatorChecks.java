package org.quipu.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.quipu.quality.RuleCount;
import org.quipu.quality.RulePolicy;
import org.quipu.quality.Sentence;
import org.quipu.quality.Severity;
import org.quipu.registry.FacilityRegistry;
import org.quipu.summary.GoalHistory;
import org.quipu.summary.GoalSums;
import org.quipu.summary.YearKeys;
import org.quipu.table.row.CompletenessRow;

/** What is said of facility indicators as a whole; made from their sums, without another look. */
final class IndicatorChecks {
  private static final int SHOWN = 5;
  private static final String HISTORY_JUMP = "facility_indicator_history_jump";

  private IndicatorChecks() {}

  static List<RuleCount> of(GoalSums goals, FacilityRegistry registry, RulePolicy policy) {
    List<RuleCount> checks = new ArrayList<>();
    Set<String> reporting = goals.facilityIds();
    Set<String> expected = expected(goals, registry);
    if (registry.isPresent()) {
      checks.add(silent(expected, reporting));
    }
    GoalHistory history = goals.history();
    BigDecimal largest = policy.threshold(HISTORY_JUMP, GoalHistory.LARGEST_SCORE);
    GoalHistory.Jumps jumps = history.jumps(largest.doubleValue());
    TreeSet<String> facilities = new TreeSet<>(expected);
    facilities.addAll(reporting);
    checks.add(complete(facilities.size() * history.expectedOfAFacility(), jumps.present()));
    checks.add(jumps(jumps, largest.toPlainString()));
    checks.add(years(goals.yearKeys()));
    return checks;
  }

  /**
   * How much each facility reported in a goal period.
   *
   * @param expected the facilities that are to report
   */
  static List<CompletenessRow> completeness(
      GoalHistory history, String period, Set<String> expected) {
    long indicators = history.indicators();
    List<CompletenessRow> rows = new ArrayList<>();
    history
        .reported(period, expected)
        .forEach(
            (facility, reported) ->
                rows.add(
                    new CompletenessRow(
                        period,
                        facility,
                        indicators,
                        (long) reported,
                        100.0 * reported / indicators)));
    return rows;
  }

  /** The facilities that are to report: those of the registry, where there is one. */
  static Set<String> expected(GoalSums goals, FacilityRegistry registry) {
    return registry.isPresent() ? registry.facilityIds() : goals.facilityIds();
  }

  /** Facilities of the registry without any row. */
  private static RuleCount silent(Set<String> expected, Set<String> reporting) {
    TreeSet<String> silent = new TreeSet<>(expected);
    silent.removeAll(reporting);
    String shown = first(silent);
    return check(
        "facility_reports",
        "A facility of the registry has at least one row." + shown,
        "Un establecimiento del registro tiene al menos una fila." + shown,
        expected.size(),
        silent.size());
  }

  /** Behind a sentence, the first of those that it is about; nothing where there are none. */
  static String first(SortedSet<String> ids) {
    return ids.isEmpty()
        ? ""
        : " "
            + String.join(", ", ids.stream().limit(SHOWN).toList())
            + (ids.size() > SHOWN ? ", …" : "");
  }

  /** Cells without an achievement, of all facilities, indicators and goal periods. */
  private static RuleCount complete(long cells, long present) {
    return check(
        "cells_complete",
        "A facility has an achievement for every indicator and goal period (rows: cells).",
        "Un establecimiento tiene un logro en cada indicador y periodo de meta (filas: celdas).",
        cells,
        cells - present);
  }

  private static RuleCount jumps(GoalHistory.Jumps jumps, String largest) {
    GoalHistory.Jump far = jumps.furthest();
    String en = "";
    String es = "";
    if (far != null) {
      String where = far.facilityId() + ", " + far.indicatorId() + ", " + far.period() + ": ";
      en = " Furthest: " + where + number(far.value()) + ", median " + number(far.median()) + ".";
      es = " El mayor: " + where + number(far.value()) + ", mediana " + number(far.median()) + ".";
    }
    return check(
        "history_jump",
        "An achievement is within "
            + largest
            + " modified z-scores of its facility's and indicator's others, from five periods on."
            + en,
        "Un logro está a menos de "
            + largest
            + " puntajes z modificados de los demás de su establecimiento e indicador, desde cinco periodos."
            + es,
        jumps.judged(),
        jumps.jumping());
  }

  private static RuleCount years(YearKeys keys) {
    return check(
        "year_or_months",
        "An indicator of a facility has a number for a year, or numbers for its months: both are summed up (rows: years).",
        "Un indicador de un establecimiento tiene un número para el año, o números para sus meses: se suman ambos (filas: años).",
        keys.all(),
        keys.besideMonths());
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static RuleCount check(String id, String en, String es, long rows, long failing) {
    return new RuleCount(id, Severity.WARN, new Sentence(en, es), rows, failing);
  }
}

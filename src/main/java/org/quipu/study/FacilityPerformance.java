package org.quipu.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.quipu.config.GoalsConfig;
import org.quipu.registry.Facility;
import org.quipu.registry.FacilityRegistry;
import org.quipu.registry.Level;
import org.quipu.summary.GoalSums;
import org.quipu.table.row.ClasCoverageRow;
import org.quipu.table.row.FacilityPerformanceRow;
import org.quipu.table.row.IndicatorSummaryRow;
import org.quipu.table.row.UnitPerformanceRow;

/**
 * Study {@code facility-performance}: which facilities meet their goals, and how far each indicator
 * is attained, from the nation down to the micro-network.
 *
 * <ul>
 *   <li>a goal can be judged where target and achievement are there and the target is not 0
 *   <li>a facility meets its goals when the indicators met are at least {@code goal-share} of those
 *       that can be judged, compared without rounding
 *   <li>a facility of which none can be judged is listed, with goals_met NULL, but not counted
 *   <li>every unit of the registry has its row in every period, though it be of 0 facilities
 *   <li>without a registry, or one that does not say who is under CLAS, the population {@code clas}
 *       is unknown and has no rows
 * </ul>
 *
 * @param goals sums of targets and achievements
 * @param registry the tree; may be absent
 * @param catalog of which indicators less is better
 * @param config when a facility meets its goals
 */
public record FacilityPerformance(
    GoalSums goals, FacilityRegistry registry, IndicatorCatalog catalog, GoalsConfig config) {

  /** The study's name. */
  public static final String ID = "facility-performance";

  /** Levels whose units are summed up from their facilities. */
  private static final List<Level> UNITS =
      List.of(Level.NATIONAL, Level.DIRESA, Level.NETWORK, Level.MICRONETWORK);

  /**
   * What the study finds, each list in the order of its columns.
   *
   * @param facilities one a period and facility that has any indicator
   * @param units one a period, level, unit and population
   * @param indicators one a period, level, unit and indicator that any of its facilities has; they
   *     are computed when they are asked for, a period at a time, for there may be too many of them
   * @param coverage one a DIRESA and one for the nation; empty without a registry
   */
  public record Result(
      List<FacilityPerformanceRow> facilities,
      List<UnitPerformanceRow> units,
      List<IndicatorPeriod> indicators,
      List<ClasCoverageRow> coverage) {

    /** All rows but those of {@link #indicators}, table by table. */
    public List<Record> rows() {
      List<Record> all = new ArrayList<>(facilities);
      all.addAll(units);
      all.addAll(coverage);
      return all;
    }
  }

  /**
   * The rows of {@code indicator_summary} of one period.
   *
   * @param fingerprint of all that they are computed from: the same, the same rows
   * @param rows in any order, computed each time that they are asked for, as they are taken
   */
  public record IndicatorPeriod(String fingerprint, Supplier<Stream<IndicatorSummaryRow>> rows) {}

  /** What is found of one period. */
  private record Period(
      List<FacilityPerformanceRow> facilities,
      List<UnitPerformanceRow> units,
      IndicatorPeriod indicators) {}

  /** Computes the study. */
  public Result compute() {
    // Periods do not depend on each other, and an ordered stream keeps their order.
    List<Period> periods = goals.goalPeriods().parallelStream().map(this::period).toList();
    return new Result(
        periods.stream().flatMap(period -> period.facilities.stream()).toList(),
        periods.stream().flatMap(period -> period.units.stream()).toList(),
        periods.stream().map(Period::indicators).toList(),
        ClasCoverage.of(registry));
  }

  private Period period(String period) {
    JudgedUnits judged = judged(period);
    return new Period(
        facilityRows(judged),
        judged.performance().toList(),
        new IndicatorPeriod(judged.fingerprint(), () -> judged(period).indicators()));
  }

  private JudgedUnits judged(String period) {
    return units(JudgedPeriod.of(goals.cursor(period), catalog));
  }

  private JudgedUnits units(JudgedPeriod period) {
    List<JudgedUnits.Unit> units = new ArrayList<>();
    FacilityRegistry then = registry.at(period.period());
    for (Level level : registry.isPresent() ? UNITS : List.of(Level.NATIONAL)) {
      if (level == Level.NATIONAL) {
        // Facilities that the registry does not have belong to the nation all the same.
        units.add(
            new JudgedUnits.Unit(
                level, registry.nationalId(), period.positions(period.facilityIds())));
      } else {
        then.byUnit(level)
            .forEach(
                (unit, members) ->
                    units.add(new JudgedUnits.Unit(level, unit, period.positions(ids(members)))));
      }
    }
    return new JudgedUnits(period, units, then, config.share());
  }

  private static List<String> ids(List<Facility> facilities) {
    return facilities.stream().map(Facility::facilityId).toList();
  }

  private List<FacilityPerformanceRow> facilityRows(JudgedUnits units) {
    JudgedPeriod period = units.period();
    List<FacilityPerformanceRow> rows = new ArrayList<>();
    for (int i = 0; i < period.facilityIds().size(); i++) {
      Facility facility = units.registry().facility(period.facilityIds().get(i));
      rows.add(
          new FacilityPerformanceRow(
              period.period(),
              facility.facilityId(),
              facility.networkId(),
              facility.diresaId(),
              units.clas(i),
              period.computable(i),
              period.met(i),
              period.goalsMet(i, config.share())));
    }
    return rows;
  }
}

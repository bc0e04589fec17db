package org.quipu.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.quipu.registry.Facility;
import org.quipu.registry.FacilityRegistry;
import org.quipu.registry.Level;
import org.quipu.summary.Fingerprint;
import org.quipu.summary.GoalCursor;
import org.quipu.table.row.FacilityPerformanceRow;
import org.quipu.table.row.IndicatorSummaryRow;
import org.quipu.table.row.UnitPerformanceRow;

/**
 * Study {@code facility-performance} in one goal period. What its rows are made from is told before
 * any goal is judged: of ten years, a new month changes one.
 */
public final class PeriodPerformance {
  /** Levels whose units are summed up from their facilities, as the nation is. */
  static final List<Level> BELOW_THE_NATION =
      List.of(Level.DIRESA, Level.NETWORK, Level.MICRONETWORK);

  private final FacilityPerformance study;
  private final String period;
  private final FacilityRegistry then;
  private final String indicatorsFingerprint;
  private final String fingerprint;

  PeriodPerformance(FacilityPerformance study, String period) {
    this.study = study;
    this.period = period;
    this.then = study.registry().at(period);
    Fingerprint made = new Fingerprint().add(study.goals().fingerprint(period));
    GoalCursor cursor = study.goals().cursor(period);
    cursor.indicatorIds().stream()
        .filter(study.catalog().lowerIsBetter()::contains)
        .forEach(made::add);
    List<Facility> reporting = new ArrayList<>();
    while (cursor.next()) {
      reporting.add(then.facility(cursor.facilityId()));
    }
    made.add(then.nationalId());
    reporting.forEach(
        facility ->
            made.add(facility.diresaId()).add(facility.networkId()).add(facility.micronetworkId()));
    this.indicatorsFingerprint = made.text() + "@" + study.confidence();
    made.add(study.config().share().toString()).add(then.knowsClas() ? 1 : 0);
    reporting.forEach(
        facility -> made.add(facility.clas() == null ? "" : facility.clas().toString()));
    this.fingerprint = made.text();
  }

  /** The goal period. */
  public String period() {
    return period;
  }

  /** Tells all that {@link #facilities} are made from: the same, the same rows. */
  public String fingerprint() {
    return fingerprint;
  }

  /** Tells all that {@link #indicators} are made from. */
  public String indicatorsFingerprint() {
    return indicatorsFingerprint;
  }

  /** One a facility that has any indicator; goals are judged each time that it is asked. */
  public List<FacilityPerformanceRow> facilities() {
    JudgedPeriod judged = judged();
    List<FacilityPerformanceRow> rows = new ArrayList<>();
    for (int i = 0; i < judged.facilityIds().size(); i++) {
      Facility facility = then.facility(judged.facilityIds().get(i));
      rows.add(
          new FacilityPerformanceRow(
              period,
              facility.facilityId(),
              facility.networkId(),
              facility.diresaId(),
              facility.clas(),
              judged.computable(i),
              judged.met(i),
              judged.goalsMet(i, study.config().share())));
    }
    return rows;
  }

  /**
   * One a level, unit and population.
   *
   * @param facilities as {@link #facilities} gives them, or gave them in an earlier run
   */
  public List<UnitPerformanceRow> units(List<FacilityPerformanceRow> facilities) {
    return new UnitShares(period, then).of(facilities);
  }

  /**
   * One a level, unit and indicator that any of its facilities has, in any order. They are made
   * each time that they are asked for, as they are taken: there may be too many to keep.
   */
  public Stream<IndicatorSummaryRow> indicators() {
    JudgedPeriod judged = judged();
    List<JudgedUnits.Unit> units = new ArrayList<>();
    // Facilities that the registry does not have belong to the nation all the same.
    units.add(
        new JudgedUnits.Unit(
            Level.NATIONAL, then.nationalId(), judged.positions(judged.facilityIds())));
    for (Level level : BELOW_THE_NATION) {
      then.byUnit(level)
          .forEach(
              (unit, members) ->
                  units.add(new JudgedUnits.Unit(level, unit, judged.positions(ids(members)))));
    }
    return new JudgedUnits(judged, units, study.confidence()).indicators();
  }

  private JudgedPeriod judged() {
    return JudgedPeriod.of(study.goals().cursor(period), study.catalog());
  }

  private static List<String> ids(List<Facility> facilities) {
    return facilities.stream().map(Facility::facilityId).toList();
  }
}

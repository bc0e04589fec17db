package org.quipu.study;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quipu.registry.Level;
import org.quipu.table.row.FacilityPerformanceRow;
import org.quipu.table.row.UnitPerformanceRow;

/**
 * The performance of every unit in the latest goal period that could be judged: of units, the share
 * of facilities that meet their goals; of a facility, the share of its computable indicators that
 * are met.
 *
 * @param period the latest, null where there is none
 * @param shares by level, unit and population
 */
record LinkedPerformance(String period, Map<Key, Share> shares) {

  /** Whose performance it is. */
  record Key(String level, String unitId, String population) {}

  /**
   * A share.
   *
   * @param facilities facilities that it is of
   * @param percent null where there are none
   */
  record Share(long facilities, Double percent) {}

  static LinkedPerformance of(
      List<UnitPerformanceRow> units, List<FacilityPerformanceRow> facilities) {
    String period = period(units);
    Map<Key, Share> shares = new HashMap<>();
    units.stream()
        .filter(row -> row.period().equals(period))
        .forEach(
            row ->
                shares.put(
                    new Key(row.level(), row.unitId(), row.population()),
                    new Share(row.facilities(), row.percent())));
    facilities.stream()
        .filter(row -> row.period().equals(period))
        .forEach(row -> addFacility(shares, row));
    return new LinkedPerformance(period, shares);
  }

  /**
   * The latest period in which any facility could be judged, else the latest; null where there is
   * none. Targets of a year to come, or a row that went to quarantine, make a period of no
   * facility.
   */
  static String period(List<UnitPerformanceRow> units) {
    return units.stream()
        .filter(row -> row.facilities() > 0)
        .map(UnitPerformanceRow::period)
        .max(Comparator.naturalOrder())
        .or(() -> units.stream().map(UnitPerformanceRow::period).max(Comparator.naturalOrder()))
        .orElse(null);
  }

  private static void addFacility(Map<Key, Share> shares, FacilityPerformanceRow row) {
    Share share =
        new Share(row.indicators() > 0 ? 1 : 0, Percent.of(row.indicatorsMet(), row.indicators()));
    String level = Level.FACILITY.id();
    shares.put(new Key(level, row.facilityId(), Population.ALL), share);
    if (row.clas() != null) {
      shares.put(
          new Key(level, row.facilityId(), Population.CLAS),
          row.clas() ? share : new Share(0, null));
    }
  }

  /** The performance of a unit; null where nothing is known of it. */
  Share share(Level level, String unitId, String population) {
    return shares.get(new Key(level.id(), unitId, population));
  }
}

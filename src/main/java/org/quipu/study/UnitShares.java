package org.quipu.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.quipu.registry.Facility;
import org.quipu.registry.FacilityRegistry;
import org.quipu.registry.Level;
import org.quipu.table.row.FacilityPerformanceRow;
import org.quipu.table.row.UnitPerformanceRow;

/**
 * How many facilities of each unit meet their goals in a period, from the facilities' own rows.
 *
 * @param then the tree of the period
 */
record UnitShares(String period, FacilityRegistry then) {

  /** One a level, unit and population. */
  List<UnitPerformanceRow> of(List<FacilityPerformanceRow> facilities) {
    List<UnitPerformanceRow> rows = new ArrayList<>();
    // Facilities that the registry does not have belong to the nation all the same.
    add(rows, Level.NATIONAL, then.nationalId(), facilities);
    Map<String, FacilityPerformanceRow> byId = new HashMap<>();
    facilities.forEach(row -> byId.put(row.facilityId(), row));
    for (Level level : PeriodPerformance.BELOW_THE_NATION) {
      then.byUnit(level)
          .forEach(
              (unit, members) ->
                  add(
                      rows,
                      level,
                      unit,
                      members.stream()
                          .map(Facility::facilityId)
                          .map(byId::get)
                          .filter(Objects::nonNull)
                          .toList()));
    }
    return rows;
  }

  private void add(
      List<UnitPerformanceRow> rows,
      Level level,
      String unit,
      List<FacilityPerformanceRow> facilities) {
    List<FacilityPerformanceRow> judged =
        facilities.stream().filter(row -> row.goalsMet() != null).toList();
    rows.add(row(level, unit, Population.ALL, judged));
    if (then.knowsClas()) {
      rows.add(
          row(
              level,
              unit,
              Population.CLAS,
              judged.stream().filter(row -> Boolean.TRUE.equals(row.clas())).toList()));
    }
  }

  private UnitPerformanceRow row(
      Level level, String unit, String population, List<FacilityPerformanceRow> facilities) {
    long meeting = facilities.stream().filter(FacilityPerformanceRow::goalsMet).count();
    return new UnitPerformanceRow(
        period,
        level.id(),
        unit,
        population,
        facilities.size(),
        meeting,
        Percent.of(meeting, facilities.size()));
  }
}

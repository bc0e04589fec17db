package org.quipu.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quipu.registry.Facility;
import org.quipu.registry.FacilityRegistry;
import org.quipu.registry.Level;
import org.quipu.table.row.ClasCoverageRow;

/** The share of facilities under CLAS in the nation and in each DIRESA, ranked. */
final class ClasCoverage {
  private ClasCoverage() {}

  /**
   * One row for the nation and one a DIRESA; none without a registry. Ranks go from the highest
   * percent down, equal ones by unit id. Where the registry does not say who is under CLAS, only
   * the facilities are counted.
   */
  static List<ClasCoverageRow> of(FacilityRegistry registry) {
    List<ClasCoverageRow> rows = new ArrayList<>();
    if (registry.isPresent()) {
      for (Level level : List.of(Level.NATIONAL, Level.DIRESA)) {
        rows.addAll(ranked(unranked(registry, level)));
      }
    }
    return rows;
  }

  private static List<ClasCoverageRow> unranked(FacilityRegistry registry, Level level) {
    List<ClasCoverageRow> rows = new ArrayList<>();
    registry
        .byUnit(level)
        .forEach(
            (unit, facilities) -> {
              long clas = facilities.stream().filter(Facility::isUnderClas).count();
              rows.add(
                  new ClasCoverageRow(
                      level.id(),
                      unit,
                      facilities.size(),
                      registry.knowsClas() ? clas : null,
                      registry.knowsClas() ? Percent.of(clas, facilities.size()) : null,
                      null));
            });
    return rows;
  }

  private static List<ClasCoverageRow> ranked(List<ClasCoverageRow> rows) {
    List<ClasCoverageRow> byPercent =
        rows.stream()
            .filter(row -> row.percent() != null)
            .sorted(
                Comparator.comparing(ClasCoverageRow::percent, Comparator.reverseOrder())
                    .thenComparing(ClasCoverageRow::unitId))
            .toList();
    return rows.stream()
        .map(
            row ->
                new ClasCoverageRow(
                    row.level(),
                    row.unitId(),
                    row.facilities(),
                    row.clasFacilities(),
                    row.percent(),
                    row.percent() == null ? null : byPercent.indexOf(row) + 1))
        .toList();
  }
}

package org.quipu.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.quipu.registry.Facility;
import org.quipu.registry.FacilityRegistry;
import org.quipu.table.row.FacilityPerformanceRow;

/**
 * Facilities that are alike in everything that a model knows of them: counting them first makes a
 * fit independent of the order of facilities, and its cost of their number.
 *
 * @param category null where the registry has no categories
 * @param met facilities that meet their goals
 * @param missed facilities that do not
 */
record GoalCell(String diresaId, String category, boolean clas, long met, long missed) {
  private static final Comparator<GoalCell> ORDER =
      Comparator.comparing(GoalCell::diresaId)
          .thenComparing(GoalCell::category, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(GoalCell::clas);

  long facilities() {
    return met + missed;
  }

  private GoalCell plus(GoalCell other) {
    return new GoalCell(diresaId, category, clas, met + other.met, missed + other.missed);
  }

  /**
   * The facilities of some DIRESAs whose goals could be judged, counted; a facility without a
   * category is left out where others have one.
   *
   * @param rows facilities of one period
   */
  static List<GoalCell> count(
      Collection<FacilityPerformanceRow> rows, Set<String> diresas, FacilityRegistry registry) {
    boolean categories = registry.facilities().stream().anyMatch(of -> of.category() != null);
    TreeMap<GoalCell, GoalCell> cells = new TreeMap<>(ORDER);
    for (FacilityPerformanceRow row : rows) {
      Facility facility = registry.facility(row.facilityId());
      if (row.goalsMet() != null
          && row.diresaId() != null
          && diresas.contains(row.diresaId())
          && (facility.category() != null || !categories)) {
        long met = row.goalsMet() ? 1 : 0;
        GoalCell cell =
            new GoalCell(row.diresaId(), facility.category(), facility.isUnderClas(), met, 1 - met);
        cells.merge(cell, cell, GoalCell::plus);
      }
    }
    return new ArrayList<>(cells.values());
  }
}

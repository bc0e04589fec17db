package org.quipu.study;

import java.util.Arrays;
import java.util.List;
import org.quipu.study.JudgedUnits.Unit;

/** Which facilities of a period each unit has, and which units each facility is of. */
final class PeriodUnits {
  private final List<Unit> units;
  private final int[][] ofFacility;

  /**
   * @param facilities in the period
   */
  PeriodUnits(List<Unit> units, int facilities) {
    this.units = units;
    int[] found = new int[facilities];
    for (Unit unit : units) {
      for (int facility : unit.facilities()) {
        found[facility]++;
      }
    }
    this.ofFacility = new int[facilities][];
    Arrays.setAll(ofFacility, facility -> new int[found[facility]]);
    for (int unit = 0; unit < units.size(); unit++) {
      for (int facility : facilities(unit)) {
        ofFacility[facility][--found[facility]] = unit;
      }
    }
  }

  int size() {
    return units.size();
  }

  /** Positions of the facilities of a unit. */
  int[] facilities(int unit) {
    return units.get(unit).facilities();
  }

  /** Positions of the units of a facility, one a level. */
  int[] of(int facility) {
    return ofFacility[facility];
  }
}

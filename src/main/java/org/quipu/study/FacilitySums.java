package org.quipu.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.quipu.registry.FacilityRegistry;
import org.quipu.registry.Level;
import org.quipu.stats.FrequencyTable;
import org.quipu.stats.PowerSums;
import org.quipu.summary.SurveyView;

/**
 * Sums of every variable of a survey, facility by facility: what analyses of clusters and of
 * agreement read.
 *
 * @param variables items, dimensions and the scale, in the order of {@link StaffVariable#of}
 * @param byFacility the sums of each variable, in the same order; empty without a registry
 */
record FacilitySums(
    List<StaffVariable> variables,
    SortedMap<String, List<PowerSums>> byFacility,
    FacilityRegistry registry) {

  static FacilitySums of(SurveyView view, FacilityRegistry registry) {
    List<StaffVariable> variables = StaffVariable.of(view.instrument());
    Map<String, List<PowerSums>> sums =
        List.copyOf(view.units(Level.FACILITY)).parallelStream()
            .collect(
                Collectors.toConcurrentMap(
                    facility -> facility,
                    facility ->
                        variables.stream()
                            .map(variable -> variable.table(view, Level.FACILITY, facility))
                            .map(FrequencyTable::powerSums)
                            .toList()));
    return new FacilitySums(variables, new TreeMap<>(sums), registry);
  }

  /** The facilities of each unit of a level, both sorted. */
  SortedMap<String, List<String>> facilities(Level level) {
    SortedMap<String, List<String>> units = new TreeMap<>();
    for (String facility : byFacility.keySet()) {
      String unit = registry.unit(facility, level);
      if (unit != null) {
        units.computeIfAbsent(unit, k -> new ArrayList<>()).add(facility);
      }
    }
    return units;
  }

  /** The sums of a variable in one facility. */
  PowerSums sums(String facility, int variable) {
    return byFacility.get(facility).get(variable);
  }

  /** The sums of a variable in each facility of each unit. */
  List<List<PowerSums>> clusters(List<List<String>> units, int variable) {
    return units.stream()
        .map(unit -> unit.stream().map(id -> sums(id, variable)).toList())
        .toList();
  }

  /** The sums of a variable over facilities, unit by unit of a level, in the order of units. */
  List<PowerSums> sums(List<String> facilities, int variable, Level level) {
    SortedMap<String, PowerSums> units = new TreeMap<>();
    for (String facility : facilities) {
      String unit = registry.unit(facility, level);
      if (unit != null) {
        units.merge(unit, sums(facility, variable), PowerSums::plus);
      }
    }
    return List.copyOf(units.values());
  }
}

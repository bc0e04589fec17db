package org.quipu.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.quipu.registry.FacilityRegistry;
import org.quipu.registry.Level;
import org.quipu.stats.PowerSums;
import org.quipu.summary.SurveyView;

/**
 * Sums of every variable of a survey, facility by facility: what analyses of clusters and of
 * agreement read.
 *
 * @param variables items, dimensions and the scale, in the order of {@link StaffVariable#of}
 * @param byFacility the sums of each variable, in the same order; facilities sorted, none without a
 *     registry
 */
record FacilitySums(
    List<StaffVariable> variables,
    Map<String, List<PowerSums>> byFacility,
    FacilityRegistry registry) {

  static FacilitySums of(SurveyView view, FacilityRegistry registry) {
    List<StaffVariable> variables = StaffVariable.of(view.instrument());
    return of(view, registry, variables, facility -> sums(variables, view, facility));
  }

  /**
   * The same after cleaning.
   *
   * @param raw what these are the sums of
   */
  FacilitySums after(SurveyView clean, SurveyView raw) {
    return of(
        clean,
        registry,
        variables,
        facility ->
            clean.hasAnswersOf(raw, Level.FACILITY, facility)
                ? byFacility.get(facility)
                : sums(variables, clean, facility));
  }

  private static FacilitySums of(
      SurveyView view,
      FacilityRegistry registry,
      List<StaffVariable> variables,
      Function<String, List<PowerSums>> found) {
    List<String> ids = List.copyOf(view.units(Level.FACILITY));
    List<List<PowerSums>> sums = ids.parallelStream().map(found).toList();
    Map<String, List<PowerSums>> byFacility = new LinkedHashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      byFacility.put(ids.get(i), sums.get(i));
    }
    return new FacilitySums(variables, byFacility, registry);
  }

  private static List<PowerSums> sums(
      List<StaffVariable> variables, SurveyView view, String facility) {
    List<PowerSums> sums = new ArrayList<>(variables.size());
    for (StaffVariable variable : variables) {
      sums.add(variable.table(view, Level.FACILITY, facility).powerSums());
    }
    return sums;
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

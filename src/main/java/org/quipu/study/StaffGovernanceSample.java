package org.quipu.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.quipu.config.EligibilityConfig;
import org.quipu.registry.Facility;
import org.quipu.registry.FacilityRegistry;
import org.quipu.registry.Level;
import org.quipu.stats.SampleSize;
import org.quipu.study.StaffGovernance.Input;
import org.quipu.summary.Exclusion;
import org.quipu.summary.Removal;
import org.quipu.summary.Responses;
import org.quipu.summary.SurveyView;
import org.quipu.table.row.ExclusionRow;
import org.quipu.table.row.RemovalRow;
import org.quipu.table.row.SampleRow;

/** Who was asked, who counts, how precisely they speak for the population, what was removed. */
final class StaffGovernanceSample {
  private static final double PERCENT = 100;

  /** The margin of error that {@code required_n} is for: 5 percentage points. */
  private static final double REQUIRED_MARGIN = 0.05;

  private StaffGovernanceSample() {}

  static List<Record> rows(Input input) {
    List<Record> rows = new ArrayList<>();
    for (Level level : input.raw().levels()) {
      Map<String, Long> populations = populations(input, level);
      input
          .raw()
          .responses(level)
          .forEach(
              (unit, counts) ->
                  rows.add(sample(input, level, unit, counts, populations.get(unit))));
    }
    rows.addAll(exclusions(input));
    input.removals().forEach(removal -> rows.add(removal(removal)));
    return rows;
  }

  private static SampleRow sample(
      Input input, Level level, String unit, Responses counts, Long population) {
    SurveyView view = input.raw();
    double confidence = input.statistics().confidence();
    long size = view.respondents(level, unit);
    Double margin = SampleSize.margin(size, population, confidence);
    return new SampleRow(
        StaffGovernance.STUDY,
        level.id(),
        unit,
        population,
        counts.respondents(),
        counts.eligible(),
        counts.excludedInAll(),
        size,
        view.facilities(level, unit),
        margin == null ? null : (Double) (PERCENT * margin),
        SampleSize.required(REQUIRED_MARGIN, population, confidence));
  }

  /**
   * The staff, by unit, of facilities whose network was surveyed: those of networks that nobody
   * asked are not who the survey is about. Units without a known number of staff are left out.
   */
  private static Map<String, Long> populations(Input input, Level level) {
    FacilityRegistry registry = input.registry();
    Set<String> networks = input.raw().responses(Level.NETWORK).keySet();
    Set<String> surveyed = input.raw().responses(Level.FACILITY).keySet();
    Map<String, Long> populations = new TreeMap<>();
    for (Facility facility : registry.facilities()) {
      String unit = facility.unit(level, registry.nationalId());
      boolean asked =
          surveyed.contains(facility.facilityId())
              || (facility.networkId() != null && networks.contains(facility.networkId()));
      if (asked && unit != null && facility.staff() != null) {
        populations.merge(unit, facility.staff(), Math::addExact);
      }
    }
    return populations;
  }

  /** A row for each rule that the configuration sets or that excluded somebody. */
  private static List<Record> exclusions(Input input) {
    FacilityRegistry registry = input.registry();
    Responses all = input.raw().responses(Level.NATIONAL).get(registry.nationalId());
    List<Record> rows = new ArrayList<>();
    for (Exclusion rule : Exclusion.values()) {
      long excluded = all == null ? 0 : all.excluded(rule);
      if (excluded > 0 || isSet(rule, input.eligibility())) {
        rows.add(
            new ExclusionRow(
                StaffGovernance.STUDY,
                rule.id(),
                excluded,
                rule.sentence().es(),
                rule.sentence().en()));
      }
    }
    return rows;
  }

  private static boolean isSet(Exclusion rule, EligibilityConfig eligibility) {
    return switch (rule) {
      case EXPERIENCE_UNKNOWN, TOO_LITTLE_EXPERIENCE ->
          eligibility.minExperienceYears().compareTo(BigDecimal.ZERO) > 0;
      case ROLE_UNKNOWN, ROLE_NOT_ELIGIBLE -> !eligibility.roles().isEmpty();
    };
  }

  private static RemovalRow removal(Removal removal) {
    return new RemovalRow(
        StaffGovernance.STUDY,
        removal.rule(),
        "staff-survey",
        removal.file(),
        removal.line(),
        removal.variable(),
        removal.value(),
        removal.allowed(),
        removal.reason().es(),
        removal.reason().en());
  }
}

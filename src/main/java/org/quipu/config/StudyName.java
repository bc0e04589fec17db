package org.quipu.config;

import java.util.List;

/**
 * What a job can be asked to compute; the id is the value of {@code studies} and of {@code study}.
 */
public enum StudyName {
  FACILITY_PERFORMANCE("facility-performance"),
  MANAGEMENT_PRACTICES("management-practices"),
  STAFF_GOVERNANCE("staff-governance"),
  LINKAGE("linkage");

  private final String id;

  StudyName(String id) {
    this.id = id;
  }

  /** The name in files and tables, e.g. {@code staff-governance}. */
  public String id() {
    return id;
  }

  /** The sources without which this study cannot start, given where performance comes from. */
  public List<String> requiredSources(GoalsConfig goals) {
    return switch (this) {
      case FACILITY_PERFORMANCE -> List.of("facility-registry", "facility-indicator");
      case MANAGEMENT_PRACTICES ->
          goals.performanceSource() == GoalsConfig.PerformanceSource.REPORTED
              ? List.of("management-survey", "practice-codebook", "goal-attainment")
              : List.of(
                  "management-survey",
                  "practice-codebook",
                  "facility-registry",
                  "facility-indicator");
      case STAFF_GOVERNANCE -> List.of("staff-survey", "instrument");
      case LINKAGE ->
          List.of("facility-registry", "facility-indicator", "staff-survey", "instrument");
    };
  }
}

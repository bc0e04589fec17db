package org.quipu.study;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.quipu.config.GoalsConfig.PerformanceSource;
import org.quipu.config.GroupsConfig;
import org.quipu.config.PracticesConfig;
import org.quipu.quality.Rule;
import org.quipu.quality.Rules;
import org.quipu.quality.SmallSource;
import org.quipu.registry.FacilityRegistry;
import org.quipu.source.SourceContract;
import org.quipu.survey.Codebook;

/** Study 1 over {@code data-samples}, with the settings of the job that ships. */
final class SampleStudy {
  static final PracticesConfig PRACTICES =
      new PracticesConfig(
          new BigDecimal("0.5"), new BigDecimal("0.33"), PracticesConfig.Consensus.MAJORITY);
  static final GroupsConfig THRESHOLD_80 =
      new GroupsConfig(GroupsConfig.Method.THRESHOLD, new BigDecimal("80"), List.of());

  private SampleStudy() {}

  static FacilityRegistry registry() {
    return FacilityRegistry.of(Inputs.sample(SourceContract.FACILITY_REGISTRY), "PE");
  }

  static ManagementPractices managementPractices(FacilityRegistry registry) {
    Codebook codebook =
        Codebook.of(
            Inputs.sample(
                SourceContract.PRACTICE_CODEBOOK,
                layout -> List.of(Rules.oneOf(layout, "classification", "good", "less_effective"))),
            PRACTICES.consensus());
    return new ManagementPractices(
        managementSurvey(codebook),
        codebook,
        Inputs.sample(
            SourceContract.GOAL_ATTAINMENT,
            layout ->
                List.of(Rules.notAbove(layout, "facilities_with_deficiencies", "facilities"))),
        registry,
        Inputs.sample(SourceContract.CONTEXT_INDICATOR),
        List.of(),
        new ManagementPractices.Settings(
            PerformanceSource.REPORTED,
            THRESHOLD_80,
            PRACTICES,
            List.of("infant_mortality"),
            StaffSurveys.STATISTICS));
  }

  private static SmallSource managementSurvey(Codebook codebook) {
    Set<String> options =
        codebook.practices().stream()
            .map(practice -> practice.questionId() + Rule.KEY_SEPARATOR + practice.optionId())
            .collect(Collectors.toSet());
    return Inputs.sample(
        SourceContract.MANAGEMENT_SURVEY,
        layout ->
            List.of(
                Rules.known(
                    layout,
                    "option_known",
                    options,
                    "practice-codebook",
                    "question_id",
                    "option_id")));
  }
}

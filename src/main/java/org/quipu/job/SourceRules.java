package org.quipu.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.quipu.quality.RowLayout;
import org.quipu.quality.Rule;
import org.quipu.quality.Rules;
import org.quipu.registry.FacilityRegistry;
import org.quipu.source.SourceContract;
import org.quipu.survey.Codebook;
import org.quipu.survey.Verdict;

/** The rules of each small source beside those of its contract. */
final class SourceRules {
  private SourceRules() {}

  /** What a codebook's rows are held to. */
  static List<Rule> codebook(RowLayout layout) {
    return List.of(
        Rules.oneOf(layout, "classification", Verdict.GOOD.id(), Verdict.LESS_EFFECTIVE.id()));
  }

  static List<Rule> catalog(RowLayout layout) {
    return List.of(
        Rules.oneOf(layout, "kind", "coverage", "utilization"),
        Rules.oneOf(layout, "better", "higher", "lower"));
  }

  static List<Rule> instrument(RowLayout layout) {
    return List.of(Rules.notAbove(layout, "min", "max"));
  }

  static List<Rule> registry(RowLayout layout) {
    return List.of(Rules.range(layout, "staff", BigDecimal.ZERO, null));
  }

  /** A row of the crosswalk says what a code stood for, or where a facility belonged, or both. */
  static List<Rule> crosswalk(RowLayout layout) {
    return List.of(
        Rules.anyGiven(layout, "new_facility_id", "network_id", "micronetwork_id", "diresa_id"));
  }

  static List<Rule> managementSurvey(
      RowLayout layout, Codebook codebook, FacilityRegistry registry) {
    Set<String> options =
        codebook.practices().stream()
            .map(practice -> practice.questionId() + Rule.KEY_SEPARATOR + practice.optionId())
            .collect(Collectors.toSet());
    Rule known =
        Rules.known(
            layout,
            "option_known",
            options,
            SourceContract.PRACTICE_CODEBOOK.name(),
            "question_id",
            "option_id");
    return options.isEmpty() ? knownDiresa(layout, registry) : join(known, layout, registry);
  }

  static List<Rule> goalAttainment(RowLayout layout, FacilityRegistry registry) {
    List<Rule> rules = new ArrayList<>(knownDiresa(layout, registry));
    rules.add(Rules.range(layout, "facilities", BigDecimal.ZERO, null));
    rules.add(Rules.range(layout, "facilities_with_deficiencies", BigDecimal.ZERO, null));
    rules.add(Rules.notAbove(layout, "facilities_with_deficiencies", "facilities"));
    return rules;
  }

  /** With a registry, a DIRESA that it does not have is not one. */
  static List<Rule> knownDiresa(RowLayout layout, FacilityRegistry registry) {
    return registry.isPresent()
        ? List.of(
            Rules.known(
                layout,
                "diresa_known",
                Set.copyOf(registry.diresas()),
                SourceContract.FACILITY_REGISTRY.name(),
                "diresa_id"))
        : List.of();
  }

  private static List<Rule> join(Rule first, RowLayout layout, FacilityRegistry registry) {
    List<Rule> rules = new ArrayList<>(List.of(first));
    rules.addAll(knownDiresa(layout, registry));
    return rules;
  }
}

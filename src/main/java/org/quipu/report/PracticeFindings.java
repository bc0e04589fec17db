package org.quipu.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quipu.table.row.CorrelationRow;
import org.quipu.table.row.GroupSummaryRow;
import org.quipu.table.row.HypothesisTestRow;
import org.quipu.table.row.PracticeComparisonRow;
import org.quipu.table.row.ResponseRow;

/** The rows that answer study 1: do DIRESAs with more good practices perform better? */
record PracticeFindings(
    Optional<ResponseRow> response,
    List<CorrelationRow> correlations,
    List<GroupSummaryRow> groups,
    List<HypothesisTestRow> tests,
    List<PracticeComparisonRow> comparisons) {
  private static final String STUDY = "management-practices";
  private static final String PERFORMANCE = "performance";
  private static final String SCORE = "practice_score";
  private static final String GROUPING = "group";

  static PracticeFindings of(ResultRows rows) {
    return new PracticeFindings(
        rows.of(ResponseRow.class).stream().findFirst(),
        rows.where(CorrelationRow.class, "study", STUDY, CorrelationRow::study).stream()
            .filter(row -> row.x().equals(SCORE) && row.y().equals(PERFORMANCE))
            .toList(),
        rows.of(GroupSummaryRow.class),
        rows.where(HypothesisTestRow.class, "study", STUDY, HypothesisTestRow::study),
        rows.of(PracticeComparisonRow.class).stream()
            .filter(row -> Boolean.TRUE.equals(row.moreFrequentIn1()))
            .filter(row -> row.classification().equals("good"))
            .sorted(
                Comparator.comparing(PracticeComparisonRow::questionId)
                    .thenComparing(PracticeComparisonRow::optionId))
            .toList());
  }

  boolean isPresent() {
    return !groups.isEmpty() || !correlations.isEmpty();
  }

  Optional<CorrelationRow> correlation(String method) {
    return correlations.stream().filter(row -> row.method().equals(method)).findFirst();
  }

  /** Facilities that meet their goals: group 1 or 2, or 0 for all. */
  Optional<GroupSummaryRow> performance(int group) {
    return group(group, PERFORMANCE);
  }

  /** Good practices used: group 1 or 2, or 0 for all. */
  Optional<GroupSummaryRow> practices(int group) {
    return group(group, SCORE);
  }

  private Optional<GroupSummaryRow> group(int group, String variable) {
    return groups.stream()
        .filter(row -> row.group() == group && row.variable().equals(variable))
        .findFirst();
  }

  /** A test between the groups; DIRESAs are tested against each other, too. */
  Optional<HypothesisTestRow> test(String variable, String method) {
    return tests.stream()
        .filter(row -> row.grouping().equals(GROUPING))
        .filter(row -> row.variable().equals(variable) && row.method().equals(method))
        .findFirst();
  }

  /** Confounders: what is compared between the groups beside performance and practices. */
  List<String> confounders() {
    return groups.stream()
        .map(GroupSummaryRow::variable)
        .filter(variable -> !variable.startsWith(PERFORMANCE) && !variable.startsWith(SCORE))
        .distinct()
        .sorted()
        .toList();
  }

  Optional<GroupSummaryRow> confounder(String variable, int group) {
    return group(group, variable);
  }
}

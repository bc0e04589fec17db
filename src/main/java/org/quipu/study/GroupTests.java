package org.quipu.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.quipu.registry.Level;
import org.quipu.stats.Contingency;
import org.quipu.stats.Fisher;
import org.quipu.stats.FrequencyTable;
import org.quipu.stats.MannWhitney;
import org.quipu.stats.TestResult;
import org.quipu.stats.TwoGroups;
import org.quipu.table.row.HypothesisTestRow;

/** Whether the higher and the lower performing group differ. */
final class GroupTests {
  private static final String GROUPING = "group";

  private final String study;
  private final String nationalId;
  private final GroupSplit split;

  GroupTests(String study, String nationalId, GroupSplit split) {
    this.study = study;
    this.nationalId = nationalId;
    this.split = split;
  }

  /**
   * Facilities that meet their goals and that do not, by group. Facilities count as independent, as
   * they do in the published analysis, though those of one DIRESA are alike.
   */
  List<HypothesisTestRow> performance(SortedMap<String, DiresaPerformance> performance) {
    long[][] counts = new long[2][2];
    for (int group = 1; group <= 2; group++) {
      for (String diresa : split.members(group)) {
        DiresaPerformance of = performance.get(diresa);
        if (of != null) {
          counts[group - 1][0] += of.meeting();
          counts[group - 1][1] += of.facilities() - of.meeting();
        }
      }
    }
    return ofCounts("performance", counts);
  }

  /** Good practices used and not used, each DIRESA and good practice counting once, by group. */
  List<HypothesisTestRow> practiceUse(PracticeAnswers answers) {
    long[][] counts = new long[2][2];
    for (int group = 1; group <= 2; group++) {
      for (String diresa : split.members(group)) {
        long used = answers.goodUsed(diresa, PracticeAnswers.ALL_FUNCTIONS);
        counts[group - 1][0] += used;
        counts[group - 1][1] += answers.goodPossible(PracticeAnswers.ALL_FUNCTIONS) - used;
      }
    }
    return ofCounts("practice_use", counts);
  }

  private List<HypothesisTestRow> ofCounts(String variable, long[][] counts) {
    return rows(
        variable,
        Contingency.chiSquare(counts),
        Contingency.chiSquareYates(counts),
        Fisher.test(counts));
  }

  /** A variable with a value a DIRESA, between the groups. */
  List<HypothesisTestRow> values(SortedMap<String, SortedMap<String, BigDecimal>> variables) {
    List<HypothesisTestRow> rows = new ArrayList<>();
    variables.forEach(
        (variable, values) -> {
          FrequencyTable first = split.values(1, values);
          FrequencyTable second = split.values(2, values);
          rows.addAll(
              rows(
                  variable,
                  TwoGroups.student(first, second),
                  TwoGroups.welch(first, second),
                  MannWhitney.test(first, second)));
        });
    return rows;
  }

  private List<HypothesisTestRow> rows(String variable, TestResult... results) {
    return Stream.of(results)
        .map(
            result ->
                StatisticRows.test(
                    study, null, Level.NATIONAL.id(), nationalId, variable, GROUPING, result))
        .toList();
  }
}

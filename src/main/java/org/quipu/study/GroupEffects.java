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
import org.quipu.stats.MantelHaenszel;
import org.quipu.stats.Proportions;
import org.quipu.stats.TestResult;
import org.quipu.stats.TwoGroups;
import org.quipu.survey.Practice;
import org.quipu.table.row.EffectSizeRow;

/** How far the higher performing group (1) lies from the lower (2). */
final class GroupEffects {
  private final String study;
  private final String nationalId;
  private final GroupSplit split;
  private final double confidence;

  GroupEffects(String study, String nationalId, GroupSplit split, double confidence) {
    this.study = study;
    this.nationalId = nationalId;
    this.split = split;
    this.confidence = confidence;
  }

  /** What is counted: shares compared, and how strongly the answer goes with the group. */
  List<EffectSizeRow> counted(GroupCounts counts) {
    List<EffectSizeRow> rows = new ArrayList<>(counted(counts.variable(), counts.sum()));
    if (!counts.strata().isEmpty()) {
      TestResult stratified = MantelHaenszel.test(counts.strata(), confidence);
      rows.add(place(counts.variable()).of(stratified, "odds_ratio"));
    }
    return rows;
  }

  /** Each practice, as QUESTION/OPTION: DIRESAs that use it, among those of which it is known. */
  List<EffectSizeRow> practices(PracticeAnswers answers) {
    List<EffectSizeRow> rows = new ArrayList<>();
    for (Practice practice : answers.codebook().practices()) {
      long[][] counts = new long[2][2];
      split
          .groups()
          .forEach(
              (diresa, group) -> {
                Boolean used = answers.used(diresa, practice);
                if (used != null) {
                  counts[group - 1][used ? 0 : 1]++;
                }
              });
      rows.addAll(counted(practice.key(), counts));
    }
    return rows;
  }

  private List<EffectSizeRow> counted(String variable, long[][] counts) {
    EffectRows place = place(variable);
    TestResult chiSquare = Contingency.chiSquare(counts, confidence);
    long yes1 = counts[0][0];
    long yes2 = counts[1][0];
    long n1 = yes1 + counts[0][1];
    long n2 = yes2 + counts[1][1];
    List<EffectSizeRow> rows = new ArrayList<>();
    rows.addAll(
        place.of(
            chiSquare,
            Contingency.effectSizes(counts, confidence),
            "cramers_v",
            "cramers_v_adjusted",
            "phi"));
    Stream.of(
            Proportions.riskDifference(yes1, n1, yes2, n2, confidence),
            Proportions.riskRatio(yes1, n1, yes2, n2, confidence),
            Proportions.oddsRatio(yes1, n1, yes2, n2, confidence))
        .forEach(estimate -> rows.add(place.of(chiSquare.method(), estimate)));
    rows.add(place.of(Fisher.test(counts, confidence), "odds_ratio"));
    return rows;
  }

  /** Variables with a value a DIRESA. */
  List<EffectSizeRow> values(SortedMap<String, SortedMap<String, BigDecimal>> variables) {
    List<EffectSizeRow> rows = new ArrayList<>();
    variables.forEach(
        (variable, values) -> {
          FrequencyTable first = split.values(1, values);
          FrequencyTable second = split.values(2, values);
          var sizes = TwoGroups.effectSizes(first, second, confidence);
          EffectRows place = place(variable);
          rows.addAll(
              place.of(
                  TwoGroups.student(first, second, confidence), sizes, "cohens_d", "hedges_g"));
          rows.add(place.of(TwoGroups.welch(first, second, confidence), "cohens_d"));
          rows.addAll(
              place.of(
                  MannWhitney.test(first, second, confidence),
                  sizes,
                  "rank_biserial",
                  "cliffs_delta"));
        });
    return rows;
  }

  private EffectRows place(String variable) {
    return new EffectRows(
        study, null, Level.NATIONAL.id(), nationalId, variable, GroupTests.GROUPING, "1", "2");
  }
}

package org.quipu.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.quipu.config.StatisticsConfig;
import org.quipu.registry.Level;
import org.quipu.stats.Contingency;
import org.quipu.stats.FisherTable;
import org.quipu.stats.FrequencyTable;
import org.quipu.stats.MannWhitney;
import org.quipu.stats.TestResult;
import org.quipu.stats.TwoGroups;
import org.quipu.table.row.HypothesisTestRow;

/** Whether the higher and the lower performing group differ, and whether DIRESAs do. */
final class GroupTests {
  static final String GROUPING = "group";

  private final String study;
  private final String nationalId;
  private final GroupSplit split;
  private final double confidence;

  GroupTests(String study, String nationalId, GroupSplit split, double confidence) {
    this.study = study;
    this.nationalId = nationalId;
    this.split = split;
    this.confidence = confidence;
  }

  /**
   * What is counted, by group: as the publication has it, each thing counted independent of all
   * others; within strata where there are any; and with DIRESAs as clusters.
   */
  List<HypothesisTestRow> counted(GroupCounts counts) {
    Contingency.ExpectedCounts expected = Contingency.expectedCounts(counts.sum());
    Integer below5 = expected == null ? null : (Integer) expected.below5();
    return Stream.concat(counts.naive(confidence).stream(), Stream.of(counts.clustered()))
        .map(result -> row(counts.variable(), GROUPING, result, below5, null))
        .toList();
  }

  /** Facilities that meet their goals, DIRESA by DIRESA: do DIRESAs differ at all? */
  List<HypothesisTestRow> acrossDiresas(GroupCounts counts, StatisticsConfig statistics) {
    long[][] table = counts.byDiresa();
    if (table.length < 2) {
      return List.of();
    }
    Contingency.ExpectedCounts expected = Contingency.expectedCounts(table);
    Integer below5 = expected == null ? null : (Integer) expected.below5();
    FisherTable fisher =
        FisherTable.of(table, statistics.permutations(), statistics.seed(), confidence);
    String grouping = Level.DIRESA.id();
    return List.of(
        row(counts.variable(), grouping, Contingency.chiSquare(table, confidence), below5, null),
        row(counts.variable(), grouping, Contingency.gTest(table, confidence), below5, null),
        row(
            counts.variable(),
            grouping,
            fisher.test(),
            below5,
            fisher.exact() ? null : fisher.standardError()));
  }

  /** A variable with a value a DIRESA, between the groups. */
  List<HypothesisTestRow> values(SortedMap<String, SortedMap<String, BigDecimal>> variables) {
    List<HypothesisTestRow> rows = new ArrayList<>();
    variables.forEach(
        (variable, values) -> {
          FrequencyTable first = split.values(1, values);
          FrequencyTable second = split.values(2, values);
          Stream.of(
                  TwoGroups.student(first, second, confidence),
                  TwoGroups.welch(first, second, confidence),
                  MannWhitney.test(first, second, confidence))
              .forEach(result -> rows.add(row(variable, GROUPING, result, null, null)));
        });
    return rows;
  }

  private HypothesisTestRow row(
      String variable, String grouping, TestResult result, Integer below5, Double pError) {
    return StatisticRows.test(
        study, null, Level.NATIONAL.id(), nationalId, variable, grouping, result, below5, pError);
  }
}

package org.quipu.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quipu.config.GoalsConfig.PerformanceSource;
import org.quipu.config.GroupsConfig;
import org.quipu.config.PracticesConfig.Consensus;
import org.quipu.quality.SmallSource;
import org.quipu.registry.FacilityRegistry;
import org.quipu.source.SourceContract;
import org.quipu.survey.Codebook;
import org.quipu.table.row.CorrelationRow;
import org.quipu.table.row.GroupAssignmentRow;
import org.quipu.table.row.GroupSummaryRow;
import org.quipu.table.row.HypothesisTestRow;
import org.quipu.table.row.PracticeScoreRow;
import org.quipu.table.row.PracticeUseRow;
import org.quipu.table.row.UnitPerformanceRow;

class ManagementPracticesTest {
  private static final Codebook CODEBOOK =
      Codebook.of(
          Inputs.source(
              SourceContract.PRACTICE_CODEBOOK,
              "question_id,option_id,function,classification",
              "Q1,A,leadership,good",
              "Q1,B,leadership,less_effective",
              "Q2,A,supervision,good",
              "Q3,A,funding,less_effective"),
          Consensus.MAJORITY);
  private static final String[] MARKS = {
    "D1,Q1,A,1",
    "D1,Q1,B,0",
    "D1,Q2,A,1",
    "D1,Q3,A,1",
    "D2,Q1,A,1",
    "D2,Q1,B,1",
    "D2,Q2,A,0",
    "D2,Q3,A,1",
    "D3,Q1,A,1",
    "D3,Q1,B,0",
    "D3,Q3,A,1",
    "D4,Q1,A,0",
    "D4,Q1,B,1",
    "D4,Q2,A,0",
    "D4,Q3,A,1",
    "D5,Q1,A,0",
    "D5,Q2,A,0"
  };
  private static final SmallSource GOALS =
      Inputs.source(
          SourceContract.GOAL_ATTAINMENT,
          "diresa_id,period,facilities,facilities_with_deficiencies",
          "D1,2006,10,10",
          "D1,2007,10,2",
          "D2,2007,30,3",
          "D3,2007,20,11",
          "D4,2007,10,9",
          "D5,2007,5,0");

  private static SmallSource survey(String... rows) {
    return Inputs.source(
        SourceContract.MANAGEMENT_SURVEY, "diresa_id,question_id,option_id,marked", rows);
  }

  private static GroupsConfig groups(GroupsConfig.Method method, String threshold, String... one) {
    return new GroupsConfig(method, new BigDecimal(threshold), List.of(one));
  }

  private static ManagementPractices study(
      SmallSource survey, SmallSource goals, GroupsConfig groups) {
    return study(survey, goals, groups, PerformanceSource.REPORTED, List.of());
  }

  private static ManagementPractices study(
      SmallSource survey,
      SmallSource goals,
      GroupsConfig groups,
      PerformanceSource source,
      List<UnitPerformanceRow> units) {
    return new ManagementPractices(
        survey,
        CODEBOOK,
        goals,
        FacilityRegistry.absent("PE"),
        SmallSource.absent(SourceContract.CONTEXT_INDICATOR),
        units,
        new ManagementPractices.Settings(
            source,
            groups,
            SampleStudy.PRACTICES,
            List.of("infant_mortality"),
            StaffSurveys.STATISTICS));
  }

  private static ManagementPractices.Result result(GroupsConfig.Method method, String threshold) {
    return study(survey(MARKS), GOALS, groups(method, threshold)).compute();
  }

  private static ManagementPractices.Result byIndicators(List<UnitPerformanceRow> units) {
    return study(
            survey(MARKS),
            GOALS,
            groups(GroupsConfig.Method.THRESHOLD, "80"),
            PerformanceSource.INDICATORS,
            units)
        .compute();
  }

  @Test
  void whoMarkedNothingDidNotRespond() {
    ManagementPractices.Result result = result(GroupsConfig.Method.THRESHOLD, "80");
    assertThat(result.response().get(0).surveyed()).isEqualTo(5);
    assertThat(result.response().get(0).responding()).isEqualTo(4);
    // D5 reports 5 facilities but did not respond; of the total nothing is known.
    assertThat(result.response().get(0).clasFacilitiesReported()).isEqualTo(70);
    assertThat(result.response().get(0).clasFacilitiesTotal()).isNull();
    assertThat(result.response().get(0).percent()).isNull();
  }

  @Test
  void anOptionWithoutARowIsUnknownAndNotUnused() {
    ManagementPractices.Result result = result(GroupsConfig.Method.THRESHOLD, "80");
    assertThat(result.uses())
        .filteredOn(row -> row.diresaId().equals("D3"))
        .extracting(PracticeUseRow::used)
        .containsExactly(true, false, null, true);
    assertThat(result.comparisons())
        .filteredOn(row -> row.questionId().equals("Q2"))
        .extracting(row -> row.usedAll(), row -> row.nAll(), row -> row.n1(), row -> row.n2())
        .containsExactly(tuple(1L, 3L, 2L, 1L));
  }

  @Test
  void aSurveyOfMarkedOptionsAloneSaysThatTheOthersOfAnAnsweredQuestionAreNotMarked() {
    ManagementPractices.Result result =
        study(survey("D1,Q1,A,1", "D2,Q1,B,1"), GOALS, groups(GroupsConfig.Method.THRESHOLD, "80"))
            .compute();
    assertThat(result.uses())
        .filteredOn(row -> row.diresaId().equals("D1"))
        .extracting(PracticeUseRow::used)
        .containsExactly(true, false, null, null);
  }

  @Test
  void scoresAreOfGoodPracticesOnly() {
    assertThat(result(GroupsConfig.Method.THRESHOLD, "80").scores())
        .filteredOn(row -> row.diresaId().equals("D2"))
        .containsExactly(
            new PracticeScoreRow("D2", "all", 1, 2, 50.0),
            new PracticeScoreRow("D2", "funding", 0, 0, null),
            new PracticeScoreRow("D2", "leadership", 1, 1, 100.0),
            new PracticeScoreRow("D2", "supervision", 0, 1, 0.0));
  }

  @Test
  void theThresholdIsReachedByEqualityAndTheLatestPeriodCounts() {
    assertThat(result(GroupsConfig.Method.THRESHOLD, "80").assignments())
        .containsExactly(
            new GroupAssignmentRow("D1", 80.0, 10L, 1),
            new GroupAssignmentRow("D2", 90.0, 30L, 1),
            new GroupAssignmentRow("D3", 45.0, 20L, 2),
            new GroupAssignmentRow("D4", 10.0, 10L, 2));
    assertThat(groupsOf(result(GroupsConfig.Method.THRESHOLD, "80.0000001")))
        .containsExactly(2, 1, 2, 2);
    assertThat(groupsOf(result(GroupsConfig.Method.MEDIAN, "0"))).containsExactly(1, 1, 2, 2);
    assertThat(
            groupsOf(
                study(survey(MARKS), GOALS, groups(GroupsConfig.Method.LIST, "0", "D4", "unknown"))
                    .compute()))
        .containsExactly(2, 2, 2, 1);
  }

  @Test
  void whoLiesOnTheMedianIsInTheLowerGroup() {
    SmallSource goals =
        Inputs.source(
            SourceContract.GOAL_ATTAINMENT,
            "diresa_id,period,facilities,facilities_with_deficiencies",
            "D1,2007,10,2",
            "D2,2007,30,6",
            "D3,2007,20,4");
    assertThat(
            groupsOf(
                study(survey(MARKS), goals, groups(GroupsConfig.Method.MEDIAN, "0")).compute()))
        .containsExactly(2, 2, 2);
  }

  @Test
  void meansAreWeightedByFacilities() {
    GroupSummaryRow first =
        result(GroupsConfig.Method.THRESHOLD, "80").summaries().stream()
            .filter(row -> row.group() == 1 && row.variable().equals("performance"))
            .findFirst()
            .orElseThrow();
    assertThat(first)
        .isEqualTo(new GroupSummaryRow(1, "performance", 2, 40L, 87.5, 85.0, 80.0, 90.0));
  }

  @Test
  void aMajorityIsMoreThanHalfAndNotHalf() {
    assertThat(result(GroupsConfig.Method.THRESHOLD, "80").comparisons())
        .extracting(row -> row.usedAll(), row -> row.majority(), row -> row.moreFrequentIn1())
        .containsExactly(
            tuple(3L, true, true),
            tuple(2L, false, false),
            tuple(1L, false, true),
            tuple(4L, true, false));
  }

  @Test
  void aPracticeThatAllUseHasNoFisherTest() {
    assertThat(result(GroupsConfig.Method.THRESHOLD, "80").comparisons().get(3).fisherP()).isNull();
    assertThat(result(GroupsConfig.Method.THRESHOLD, "80").comparisons().get(3).pAdjusted())
        .isNull();
  }

  @Test
  void anEmptyGroupIsAStateWithAReasonInBothLanguages() {
    ManagementPractices.Result result = result(GroupsConfig.Method.THRESHOLD, "95");
    assertThat(result.tests())
        .filteredOn(row -> row.grouping().equals("group"))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              boolean stratified = row.method().equals("mantel_haenszel");
              assertThat(row.state()).isEqualTo(stratified ? "no_variance" : "too_few");
              assertThat(row.reason()).isNotBlank();
              assertThat(row.reasonEs()).isNotBlank();
              assertThat(row.pValue()).isNull();
            });
    assertThat(result.comparisons())
        .allSatisfy(
            row -> {
              assertThat(row.difference()).isNull();
              assertThat(row.moreFrequentIn1()).isNull();
            });
    assertThat(result.summaries())
        .filteredOn(row -> row.group() == 1)
        .allSatisfy(
            row -> {
              assertThat(row.units()).isZero();
              assertThat(row.meanWeighted()).isNull();
              assertThat(row.meanUnweighted()).isNull();
            });
  }

  @Test
  void oneDiresaOrNoneGivesStatesAndNoException() {
    for (SmallSource survey : List.of(survey("D1,Q1,A,1"), survey())) {
      ManagementPractices.Result result =
          study(survey, GOALS, groups(GroupsConfig.Method.MEDIAN, "0")).compute();
      assertThat(result.correlations()).extracting(CorrelationRow::state).containsOnly("too_few");
      assertThat(result.leaveOneOut()).isEmpty();
      assertThat(result.tests()).extracting(HypothesisTestRow::state).doesNotContain("ok");
    }
  }

  @Test
  void aConstantScoreHasNoCorrelation() {
    SmallSource same = survey("D1,Q1,A,1", "D2,Q1,A,1", "D3,Q1,A,1", "D4,Q1,A,1", "D4,Q2,A,0");
    assertThat(study(same, GOALS, groups(GroupsConfig.Method.MEDIAN, "0")).compute().correlations())
        .filteredOn(row -> row.x().equals("practice_score"))
        .extracting(CorrelationRow::state)
        .containsOnly("no_variance");
  }

  @Test
  void aDiresaWithoutClasFacilitiesHasNoPerformance() {
    List<UnitPerformanceRow> units =
        List.of(
            new UnitPerformanceRow("2007", "diresa", "D1", "all", 9, 9, 100.0),
            new UnitPerformanceRow("2007", "diresa", "D1", "clas", 4, 1, 25.0),
            new UnitPerformanceRow("2007", "diresa", "D2", "all", 9, 9, 100.0),
            new UnitPerformanceRow("2007", "diresa", "D2", "clas", 0, 0, null),
            new UnitPerformanceRow("2008", "diresa", "D1", "clas", 4, 4, 100.0),
            new UnitPerformanceRow("2007", "network", "D1", "clas", 7, 7, 100.0));
    ManagementPractices.Result result = byIndicators(units);
    // The DIRESAs answered of 2007, so the indicators of 2007 stand beside it.
    assertThat(result.assignments()).containsExactly(new GroupAssignmentRow("D1", 25.0, 4L, 2));
    assertThat(result.correlations())
        .extracting(CorrelationRow::y)
        .contains("performance", "performance_reported", "performance_indicators");
  }

  @Test
  void indicatorsCountOfTheLatestPeriodThatCouldBeJudged() {
    List<UnitPerformanceRow> units =
        List.of(
            new UnitPerformanceRow("2009", "diresa", "D1", "all", 9, 9, 100.0),
            new UnitPerformanceRow("2009", "diresa", "D1", "clas", 4, 1, 25.0),
            new UnitPerformanceRow("2010", "diresa", "D1", "all", 2, 2, 100.0),
            new UnitPerformanceRow("2010", "diresa", "D1", "clas", 0, 0, null));
    ManagementPractices.Result result = byIndicators(units);
    assertThat(result.assignments()).containsExactly(new GroupAssignmentRow("D1", 25.0, 4L, 2));
  }

  @Test
  void groupsAreUnitsOfTheirDiresas() {
    List<UnitPerformanceRow> units =
        List.of(
            new UnitPerformanceRow("2007", "diresa", "D1", "all", 9, 6, 200.0 / 3),
            new UnitPerformanceRow("2007", "diresa", "D2", "all", 3, 3, 100.0),
            new UnitPerformanceRow("2007", "diresa", "D3", "all", 0, 0, null),
            new UnitPerformanceRow("2007", "diresa", "D9", "all", 5, 5, 100.0),
            new UnitPerformanceRow("2007", "national", "PE", "all", 17, 14, 82.0));
    assertThat(
            study(
                    survey(MARKS),
                    GOALS,
                    groups(GroupsConfig.Method.THRESHOLD, "80"),
                    PerformanceSource.REPORTED,
                    units)
                .compute()
                .groupUnits())
        .containsExactly(
            new UnitPerformanceRow("2007", "group", "1", "all", 12, 9, 75.0),
            new UnitPerformanceRow("2007", "group", "2", "all", 0, 0, null));
  }

  @Test
  void oneVerdictAnOptionIsNoPanel() {
    assertThat(result(GroupsConfig.Method.THRESHOLD, "80").agreement())
        .hasSize(4 * 3)
        .allSatisfy(
            row -> {
              assertThat(row.state()).isEqualTo("too_few");
              assertThat(row.estimate()).isNull();
            });
  }

  @Test
  void theOrderOfRowsChangesNothing() {
    List<Record> expected = result(GroupsConfig.Method.THRESHOLD, "80").rows();
    for (int seed = 0; seed < 20; seed++) {
      List<String> shuffled = new ArrayList<>(List.of(MARKS));
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(
              study(
                      survey(shuffled.toArray(String[]::new)),
                      GOALS,
                      groups(GroupsConfig.Method.THRESHOLD, "80"))
                  .compute()
                  .rows())
          .isEqualTo(expected);
    }
  }

  private static List<Integer> groupsOf(ManagementPractices.Result result) {
    return result.assignments().stream().map(GroupAssignmentRow::group).toList();
  }
}

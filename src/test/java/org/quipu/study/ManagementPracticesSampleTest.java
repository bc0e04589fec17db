package org.quipu.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quipu.table.row.ClasCoverageRow;
import org.quipu.table.row.CorrelationRow;
import org.quipu.table.row.GroupSummaryRow;
import org.quipu.table.row.HypothesisTestRow;
import org.quipu.table.row.PracticeComparisonRow;
import org.quipu.table.row.ResponseRow;
import org.quipu.table.row.SurveySizeRow;

/**
 * The published figures A01 to A17 from the reconstruction. Exact values where the counts behind
 * them are known; p-values by R 4.2.2: {@code chisq.test(matrix(c(654, 249, 64, 414), 2))} and
 * {@code chisq.test(matrix(c(78, 46, 114, 146), 2))}.
 */
class ManagementPracticesSampleTest {
  private static final ManagementPractices.Result RESULT =
      SampleStudy.managementPractices(SampleStudy.registry()).compute();

  @Test
  void twelveOfTwentyThreeRespondedForTwoThirdsOfTheFacilities() {
    assertThat(RESULT.response())
        .containsExactly(
            new ResponseRow("management-practices", 23L, 12, 1381L, 2155L, 100.0 * 1381 / 2155));
    assertThat(RESULT.surveySize()).containsExactly(new SurveySizeRow(17, 52, 32, 20));
  }

  @Test
  void groupsAndTheirPerformance() {
    assertSummary(0, "performance", 12, 1381, 100.0 * 903 / 1381);
    GroupSummaryRow first = assertSummary(1, "performance", 6, 718, 100.0 * 654 / 718);
    GroupSummaryRow second = assertSummary(2, "performance", 6, 663, 100.0 * 249 / 663);
    assertThat(Math.round(first.min())).isEqualTo(89);
    assertThat(first.max()).isEqualTo(100);
    assertThat(second.min()).isEqualTo(20);
    assertThat(Math.round(second.max())).isEqualTo(74);
  }

  @Test
  void meanScoresAreThoseOfTheMarks() {
    // 78 and 46 of 192 marks: every DIRESA could mark the same 32 practices.
    assertThat(summary(1, "practice_score").meanUnweighted()).isEqualTo(40.625);
    assertThat(summary(2, "practice_score").meanUnweighted()).isEqualTo(100.0 * 46 / 192);
    assertThat(summary(0, "practice_score").meanUnweighted()).isEqualTo(100.0 * 124 / 384);
  }

  @Test
  void pearsonOfTwelvePairsHasTenDegreesOfFreedom() {
    CorrelationRow pearson =
        RESULT.correlations().stream()
            .filter(row -> row.x().equals("practice_score") && row.y().equals("performance"))
            .filter(row -> row.method().equals("pearson"))
            .findFirst()
            .orElseThrow();
    assertThat(pearson.n()).isEqualTo(12);
    assertThat(pearson.df()).isEqualTo(10);
    assertThat(pearson.estimate()).isCloseTo(0.7266, within(0.00005));
    assertThat(pearson.pValue()).isCloseTo(0.0074, within(0.00005));
    assertThat(pearson.looMin()).isLessThan(pearson.estimate());
    assertThat(RESULT.leaveOneOut())
        .filteredOn(row -> row.y().equals("performance") && row.method().equals("pearson"))
        .hasSize(12)
        .anySatisfy(row -> assertThat(row.estimate()).isEqualTo(pearson.looMin()))
        .anySatisfy(row -> assertThat(row.estimate()).isEqualTo(pearson.looMax()));
  }

  @Test
  void goalsMetAndPracticesUsedDifferBetweenTheGroups() {
    assertThat(test("performance", "chi_square").statistic()).isCloseTo(436.4, within(0.05));
    assertThat(test("performance", "chi_square").df1()).isEqualTo(1);
    assertThat(test("practice_use", "chi_square").statistic()).isCloseTo(12.20, within(0.005));
    HypothesisTestRow yates = test("practice_use", "chi_square_yates");
    assertThat(yates.statistic()).isCloseTo(11.45, within(0.005));
    assertThat(yates.n()).isEqualTo(384);
    assertThat(yates.pValue()).isLessThan(0.001);
    assertThat(yates.unitId()).isEqualTo("PE");
    assertThat(yates.cleaning()).isNull();
    assertThat(test("performance", "fisher").pValue()).isBetween(1e-110, 1e-90);
  }

  @Test
  void infantMortalityIsComparedInEveryPeriod() {
    int[][] published = {{51, 54}, {27, 24}, {21, 17}};
    String[] periods = {"1995", "2007", "2014"};
    for (int i = 0; i < periods.length; i++) {
      String variable = "infant_mortality_" + periods[i];
      for (int group = 1; group <= 2; group++) {
        assertThat(summary(group, variable).meanUnweighted())
            .isCloseTo(published[i][group - 1], within(0.5));
      }
      for (String method : List.of("t", "welch_t", "mann_whitney")) {
        assertThat(test(variable, method).state()).isEqualTo("ok");
      }
    }
  }

  @Test
  void elevenGoodPracticesAreMoreFrequentInTheHigherGroup() {
    assertThat(RESULT.comparisons())
        .filteredOn(row -> row.moreFrequentIn1() && row.classification().equals("good"))
        .extracting(row -> row.questionId() + row.optionId())
        .containsExactly(
            "Q01A", "Q02A", "Q04B", "Q08A", "Q09A", "Q11B", "Q11C", "Q11D", "Q14A", "Q15A", "Q17A");
    assertThat(comparison("Q07", "A").usedAll()).isEqualTo(11);
    assertThat(comparison("Q11", "A").usedAll()).isEqualTo(9);
    assertThat(comparison("Q10", "B").usedAll()).isEqualTo(11);
    assertThat(comparison("Q10", "B").classification()).isEqualTo("less_effective");
    assertThat(comparison("Q15", "B").majority()).isTrue();
    assertThat(comparison("Q16", "A").majority()).isTrue();
    assertThat(RESULT.comparisons()).hasSize(52).allMatch(row -> row.nAll() == 12);
  }

  @Test
  void theExpertsAgreeOnMostOptionsAndTheMajorityDecides() {
    assertThat(RESULT.agreement())
        .filteredOn(row -> row.function().equals("all"))
        .hasSize(3)
        .allSatisfy(
            row -> {
              assertThat(row.options()).isEqualTo(52);
              assertThat(row.experts()).isEqualTo(3);
              assertThat(row.state()).isEqualTo("ok");
              assertThat(row.estimate()).isBetween(0.5, 1.0);
              assertThat(row.confLow()).isLessThan(row.estimate());
            });
  }

  @Test
  void coverageHasThePublishedOrder() {
    List<ClasCoverageRow> diresas =
        ClasCoverage.of(SampleStudy.registry()).stream()
            .filter(row -> row.level().equals("diresa") && row.rank() <= 6)
            .sorted((a, b) -> a.rank() - b.rank())
            .toList();
    assertThat(diresas)
        .extracting(row -> Math.round(row.percent() * 10) / 10.0)
        .containsExactly(100.0, 100.0, 100.0, 91.7, 68.2, 61.9);
  }

  private static GroupSummaryRow assertSummary(
      int group, String variable, long units, long facilities, double weighted) {
    GroupSummaryRow row = summary(group, variable);
    assertThat(row.units()).isEqualTo(units);
    assertThat(row.facilities()).isEqualTo(facilities);
    assertThat(row.meanWeighted()).isEqualTo(weighted);
    return row;
  }

  private static GroupSummaryRow summary(int group, String variable) {
    return RESULT.summaries().stream()
        .filter(row -> row.group() == group && row.variable().equals(variable))
        .findFirst()
        .orElseThrow();
  }

  private static HypothesisTestRow test(String variable, String method) {
    return RESULT.tests().stream()
        .filter(row -> row.variable().equals(variable) && row.method().equals(method))
        .findFirst()
        .orElseThrow();
  }

  private static PracticeComparisonRow comparison(String question, String option) {
    return RESULT.comparisons().stream()
        .filter(row -> row.questionId().equals(question) && row.optionId().equals(option))
        .findFirst()
        .orElseThrow();
  }
}

package org.quipu.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.table.row.ClusteringRow;
import org.quipu.table.row.DescriptiveRow;
import org.quipu.table.row.ExclusionRow;
import org.quipu.table.row.HistogramRow;
import org.quipu.table.row.HypothesisTestRow;
import org.quipu.table.row.OutlierRow;
import org.quipu.table.row.PosthocRow;
import org.quipu.table.row.ReliabilityRow;
import org.quipu.table.row.RemovalRow;
import org.quipu.table.row.SampleRow;
import org.quipu.table.row.Summary;

/** The reconstruction of the published survey gives the published figures. */
class StaffGovernanceSampleTest {
  private static List<Record> rows;

  @BeforeAll
  static void compute() {
    rows = StaffGovernance.compute(StaffSurveys.sample()).all();
  }

  @Test
  void countsTheSampleAndItsMargin() {
    SampleRow nation =
        StaffSurveys.row(rows, SampleRow.class, row -> row.level().equals("national"));

    assertThat(nation.population()).isEqualTo(4281);
    assertThat(nation.sampleSize()).isEqualTo(500);
    assertThat(nation.facilities()).isEqualTo(23);
    assertThat(nation.marginPoints()).isCloseTo(4.12, within(0.005));
    assertThat(nation.requiredN()).isEqualTo(353);
    assertThat(nation.respondents()).isEqualTo(nation.eligible() + nation.excluded());
  }

  @Test
  void saysWhyRespondentsDoNotCount() {
    assertThat(StaffSurveys.rows(rows, ExclusionRow.class, row -> row.respondents() > 0))
        .extracting(ExclusionRow::rule)
        .containsExactlyInAnyOrder("too_little_experience", "role_not_eligible");
  }

  @ParameterizedTest
  @CsvSource({
    "institutional, 5.56, 19.60, 136.08",
    "economic, 18.16, 55.83, 389.55",
    "social, 12.66, 39.24, 273.68"
  })
  void reproducesTheRawDimensions(String dimension, double mean, double sd, double max) {
    Summary summary = dimension("raw", dimension);

    assertThat(summary.mean()).isCloseTo(mean, within(0.005));
    assertThat(summary.sd()).isCloseTo(sd, within(0.005));
    assertThat(summary.max()).isCloseTo(max, within(0.005));
  }

  @Test
  void keepsCleanScoresOnTheScale() {
    for (String dimension : List.of("institutional", "economic", "social")) {
      assertThat(dimension("clean", dimension).min()).isGreaterThanOrEqualTo(1);
      assertThat(dimension("clean", dimension).max()).isLessThanOrEqualTo(5);
    }
    assertThat(StaffSurveys.rows(rows, RemovalRow.class, row -> row.rule().equals("scale_bounds")))
        .hasSize(108);
  }

  @Test
  void reproducesTheAnalysisOfVarianceOfTheDimensions() {
    HypothesisTestRow anova =
        StaffSurveys.row(
            rows,
            HypothesisTestRow.class,
            row ->
                row.cleaning().equals("raw")
                    && row.level().equals("national")
                    && row.variable().equals("dimension_score")
                    && row.method().equals("anova"));

    assertThat(anova.statistic()).isCloseTo(11.87, within(0.005));
    assertThat(anova.pValue()).isCloseTo(7.7e-6, within(5e-8));
    assertThat(anova.n()).isEqualTo(1500);
    assertThat(anova.grouping()).isEqualTo("dimension");
  }

  @ParameterizedTest
  @CsvSource({"all, .852", "institutional, .78", "economic, .77", "social, .80"})
  void reproducesTheReliability(String scale, double published) {
    ReliabilityRow alpha =
        StaffSurveys.row(
            rows,
            ReliabilityRow.class,
            row ->
                row.cleaning().equals("clean")
                    && row.level().equals("national")
                    && row.scale().equals(scale)
                    && row.method().equals("alpha"));

    assertThat(alpha.estimate()).isCloseTo(published, within(0.005));
    assertThat(alpha.confLow()).isLessThan(alpha.estimate());
    assertThat(alpha.confHigh()).isGreaterThan(alpha.estimate());
    // Everybody belongs to one network, so that it and its DIRESA have the nation's reliability.
    assertThat(
            StaffSurveys.rows(
                rows,
                ReliabilityRow.class,
                row ->
                    row.cleaning().equals("clean")
                        && row.scale().equals(scale)
                        && row.method().equals("alpha")))
        .extracting(ReliabilityRow::estimate)
        .hasSize(3)
        .containsOnly(alpha.estimate());
  }

  @Test
  void countsEveryScoreInItsHistogram() {
    for (String cleaning : List.of("raw", "clean")) {
      long counted =
          StaffSurveys.rows(
                  rows,
                  HistogramRow.class,
                  row ->
                      row.cleaning().equals(cleaning)
                          && row.level().equals("network")
                          && row.variable().equals("economic"))
              .stream()
              .mapToLong(HistogramRow::count)
              .sum();
      assertThat(counted).isEqualTo(500);
    }
  }

  @Test
  void singlesOutTheExtremeScoresOfTheRawSurvey() {
    List<OutlierRow> far =
        StaffSurveys.rows(
            rows,
            OutlierRow.class,
            row ->
                row.cleaning().equals("raw")
                    && row.level().equals("national")
                    && row.variable().equals("economic")
                    && row.rule().equals("tukey_far"));

    assertThat(far).allSatisfy(row -> assertThat(row.value()).isGreaterThan(row.upper()));
    assertThat(far.stream().mapToDouble(OutlierRow::value).max().orElse(0))
        .isCloseTo(389.55, within(0.01));
    // 46 rows hold an amount in soles, others a key struck twice.
    assertThat(far.stream().mapToLong(OutlierRow::count).sum()).isBetween(46L, 55L);
  }

  @Test
  void comparesTheDimensionsPairByPair() {
    assertThat(
            StaffSurveys.rows(
                rows,
                PosthocRow.class,
                row -> row.cleaning().equals("raw") && row.method().equals("tukey_hsd")))
        .filteredOn(row -> row.grouping().equals("dimension"))
        .extracting(PosthocRow::groupA, PosthocRow::groupB, row -> row.pAdjusted() < 0.05)
        .containsExactly(
            tuple("economic", "institutional", true),
            tuple("economic", "social", false),
            tuple("institutional", "social", true));
  }

  @Test
  void putsAClusterRobustTestBesideTheNaiveOne() {
    HypothesisTestRow robust =
        StaffSurveys.row(
            rows,
            HypothesisTestRow.class,
            row ->
                row.cleaning().equals("raw")
                    && row.level().equals("national")
                    && row.variable().equals("dimension_score")
                    && row.method().equals("cluster_robust_wald"));
    assertThat(robust.df1()).isEqualTo(2);
    assertThat(robust.df2()).isEqualTo(22);
    assertThat(
            StaffSurveys.row(
                rows,
                ClusteringRow.class,
                row ->
                    row.cleaning().equals("clean")
                        && row.level().equals("national")
                        && row.variable().equals("all")))
        .satisfies(
            row -> {
              assertThat(row.clusters()).isEqualTo(23);
              assertThat(row.n()).isEqualTo(500);
              assertThat(row.effectiveN() * row.designEffect()).isCloseTo(500, within(1e-9));
            });
  }

  private static Summary dimension(String cleaning, String dimension) {
    return StaffSurveys.row(
            rows,
            DescriptiveRow.class,
            row ->
                row.cleaning().equals(cleaning)
                    && row.level().equals("national")
                    && row.kind().equals("dimension")
                    && row.variable().equals(dimension))
        .summary();
  }
}

package org.quipu.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quipu.config.StatisticsConfig;
import org.quipu.table.row.ConclusionRow;
import org.quipu.table.row.CorrelationRow;
import org.quipu.table.row.EffectSizeRow;
import org.quipu.table.row.HypothesisTestRow;
import org.quipu.table.row.LeaveOneOutRow;

/** What would overturn the conclusions of the published studies, over {@code data-samples}. */
class ConclusionsTest {
  private static ManagementPractices.Result practices;
  private static List<Record> staff;

  @BeforeAll
  static void compute() {
    practices = SampleStudy.managementPractices(SampleStudy.registry()).compute();
    staff = StaffGovernance.compute(StaffSurveys.sample()).all();
  }

  private static List<ConclusionRow> conclusions(String headline, String alternative) {
    return practices.conclusions().stream()
        .filter(row -> row.headline().equals(headline) && row.alternative().equals(alternative))
        .toList();
  }

  private static CorrelationRow correlation(String method, String controls) {
    return practices.correlations().stream()
        .filter(row -> row.x().equals("practice_score") && row.y().equals("performance"))
        .filter(row -> row.method().equals(method))
        .filter(row -> controls == null || controls.equals(row.controls()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void oneDiresaWouldTakeTheSignificanceFromThePublishedCorrelation() {
    List<ConclusionRow> left = conclusions("practice_score~performance:pearson", "leave_one_out");

    assertThat(left).hasSize(12);
    assertThat(left)
        .filteredOn(ConclusionRow::changes)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.change()).isEqualTo("D05");
              assertThat(row.conclusionBefore()).isEqualTo("positive");
              assertThat(row.conclusion()).isEqualTo("not_significant");
              assertThat(row.pValue()).isGreaterThan(0.05).isLessThan(0.06);
              assertThat(row.sentenceEn())
                  .isEqualTo(
                      "Without D05: 0.598241, p = 0.052; the conclusion changes from "
                          + "a positive relation to not significant.");
              assertThat(row.sentenceEs())
                  .isEqualTo(
                      "Sin D05: 0,598241, p = 0,052; la conclusión cambia de "
                          + "«relación positiva» a «no significativa».");
            });
    assertThat(correlation("pearson", null).robustness().conclusionChanges()).isTrue();
    assertThat(correlation("pearson", null).robustness().changedBy())
        .contains("leave_one_out:D05")
        .doesNotContain("verdict:");
  }

  @Test
  void leavingOneOutSaysWhatTheTableOfThatNameSays() {
    for (ConclusionRow row : conclusions("practice_score~performance:pearson", "leave_one_out")) {
      LeaveOneOutRow same =
          practices.leaveOneOut().stream()
              .filter(one -> one.method().equals("pearson") && one.y().equals("performance"))
              .filter(one -> one.unitId().equals(row.change()))
              .findFirst()
              .orElseThrow();
      assertThat(row.estimate()).isEqualTo(same.estimate());
      assertThat(row.changes()).isEqualTo(same.changesConclusion());
    }
  }

  @Test
  void everyVerdictIsFlippedAndNoneDecides() {
    for (String headline :
        List.of("practice_score~performance:pearson", "practice_use~group:chi_square")) {
      assertThat(conclusions(headline, "verdict"))
          .hasSize(52)
          .allSatisfy(row -> assertThat(row.changes()).isFalse())
          .anySatisfy(row -> assertThat(row.estimate()).isNotEqualTo(row.estimateBefore()));
    }
  }

  @Test
  void facilitiesOfOneDiresaAreAlikeAndTheGroupsDifferAllTheSame() {
    assertThat(conclusions("performance~group:chi_square", "clustering"))
        .extracting(ConclusionRow::change)
        .containsExactly("rao_scott", "welch_t_of_diresas", "mann_whitney_of_diresas");
    HypothesisTestRow published =
        practices.tests().stream()
            .filter(row -> row.variable().equals("performance"))
            .filter(row -> row.grouping().equals("group") && row.method().equals("chi_square"))
            .findFirst()
            .orElseThrow();
    assertThat(published.robustness().conclusionChanges()).isFalse();
    assertThat(published.robustness().changedBy()).isNull();
  }

  @Test
  void contextIsHeldConstant() {
    CorrelationRow row = correlation("partial_pearson", "infant_mortality_2007");
    assertThat(row.n()).isEqualTo(12);
    assertThat(row.df()).isEqualTo(9);
    assertThat(row.pValue()).isLessThan(0.05);
    // Three controls leave 7 degrees of freedom to 12 DIRESAs, and little of the relation.
    assertThat(
            correlation(
                    "partial_pearson",
                    "infant_mortality_1995,infant_mortality_2007,infant_mortality_2014")
                .df())
        .isEqualTo(7);
  }

  @Test
  void arrangementsAreDrawnBeyondNinePairsWithTheirError() {
    CorrelationRow pearson = correlation("pearson", null);
    assertThat(pearson.permutationP()).isCloseTo(pearson.pValue(), within(0.01));
    assertThat(pearson.permutationError()).isPositive().isLessThan(0.01);
    assertThat(correlation("kendall", null).permutationP()).isNull();
  }

  @Test
  void effectSizesStandBesideTheTestsOfTheGroups() {
    // R 4.2.2: effectsize 0.8.3 cramers_v(adjust = TRUE); (78/192)/(46/192); mantelhaen.test
    assertThat(effect("practice_use", "chi_square", "cramers_v_adjusted"))
        .isCloseTo(0.170959444288981, within(1e-12));
    assertThat(effect("practice_use", "chi_square", "risk_ratio"))
        .isCloseTo(78.0 / 46, within(1e-12));
    assertThat(effect("practice_use", "mantel_haenszel", "odds_ratio"))
        .isCloseTo(2.6, within(1e-12));
    assertThat(practices.effects())
        .extracting(EffectSizeRow::effect)
        .contains("hedges_g", "cliffs_delta", "rank_biserial", "phi", "risk_difference");
  }

  private static Double effect(String variable, String method, String effect) {
    return practices.effects().stream()
        .filter(row -> row.variable().equals(variable) && row.method().equals(method))
        .filter(row -> row.effect().equals(effect))
        .findFirst()
        .orElseThrow()
        .estimate();
  }

  @Test
  void theDimensionsDifferOnlyWithAnswersOffTheScale() {
    List<ConclusionRow> raw =
        StaffSurveys.rows(
            staff,
            ConclusionRow.class,
            row ->
                row.headline().equals("dimension_score~dimension:anova")
                    && row.cleaning().equals("raw"));
    assertThat(raw.stream().filter(ConclusionRow::changes).map(ConclusionRow::change))
        .contains("clean", "kruskal_wallis", "friedman", "tukey", "modified_z");
    HypothesisTestRow anova =
        StaffSurveys.row(
            staff,
            HypothesisTestRow.class,
            row ->
                row.cleaning().equals("raw")
                    && row.level().equals("national")
                    && row.grouping().equals("dimension")
                    && row.method().equals("anova"));
    assertThat(anova.robustness().changedBy()).contains("cleaning:clean");
  }

  @Test
  void omegaAndEpsilonStandBesideEta() {
    assertThat(
            StaffSurveys.rows(
                    staff,
                    EffectSizeRow.class,
                    row ->
                        row.cleaning().equals("raw")
                            && row.level().equals("national")
                            && row.grouping().equals("dimension")
                            && row.method().equals("anova"))
                .stream()
                .collect(Collectors.toMap(EffectSizeRow::effect, EffectSizeRow::estimate)))
        .containsOnlyKeys("eta_squared", "omega_squared", "epsilon_squared")
        .satisfies(
            sizes -> {
              assertThat(sizes.get("epsilon_squared")).isLessThan(sizes.get("eta_squared"));
              assertThat(sizes.get("omega_squared")).isLessThan(sizes.get("epsilon_squared"));
            });
  }

  @Test
  void whatIsAlphaToTheBitIsNotBelowIt() {
    // 6 of 120 arrangements of five units.
    Finding found = new Finding(true, 0.8, 6 / 120.0, "ok", null, null);
    assertThat(found.conclusion(new StatisticsConfig(0.95, 1, 0).alpha()))
        .isEqualTo("not_significant");
    assertThat(found.conclusion(new StatisticsConfig(0.9, 1, 0).alpha())).isEqualTo("positive");
  }
}

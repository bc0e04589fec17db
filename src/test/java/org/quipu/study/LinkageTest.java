package org.quipu.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quipu.registry.FacilityRegistry;
import org.quipu.source.SourceContract;
import org.quipu.stats.Descriptives;
import org.quipu.stats.FrequencyTable;
import org.quipu.table.row.ConclusionRow;
import org.quipu.table.row.CorrelationRow;
import org.quipu.table.row.DescriptiveRow;
import org.quipu.table.row.FacilityPerformanceRow;
import org.quipu.table.row.LinkageUnitRow;
import org.quipu.table.row.UnitPerformanceRow;

class LinkageTest {
  private static final int DIRESAS = 6;
  private static final double[] MEDIANS = {2, 3, 1, 4, 5, 3.5};
  private static final double[] PERCENTS = {40, 50, 20, 90, 80, 100};

  /** One facility a DIRESA, network N1 with F1 and micro-network M1 only in the first. */
  private static FacilityRegistry registry() {
    String[] rows = new String[DIRESAS + 1];
    for (int i = 0; i < DIRESAS; i++) {
      rows[i] = "F" + (i + 1) + ",D" + (i + 1) + ",N" + (i + 1) + "," + (i == 0 ? "M1" : "") + ",1";
    }
    rows[DIRESAS] = "F7,D7,N7,,0";
    return FacilityRegistry.of(
        Inputs.source(
            SourceContract.FACILITY_REGISTRY,
            "facility_id,diresa_id,network_id,micronetwork_id,clas",
            rows),
        "PE");
  }

  private static Linkage.Scores scores(
      String cleaning, String level, String unit, double... scores) {
    return Linkage.Scores.of(
        new DescriptiveRow(
            "staff-governance",
            cleaning,
            level,
            unit,
            "social",
            Linkage.KIND,
            null,
            StatisticRows.summary(Descriptives.of(FrequencyTable.of(scores), 0, 0.95))));
  }

  private static List<Linkage.Scores> scores() {
    List<Linkage.Scores> rows = new ArrayList<>();
    for (int i = 0; i < DIRESAS; i++) {
      rows.add(scores("clean", "diresa", "D" + (i + 1), MEDIANS[i], MEDIANS[i]));
      rows.add(scores("raw", "diresa", "D" + (i + 1), 3, 3));
    }
    rows.add(scores("clean", "network", "N1", 1, 2));
    rows.add(scores("clean", "facility", "F1", 1, 2));
    return rows;
  }

  private static List<UnitPerformanceRow> units() {
    List<UnitPerformanceRow> rows = new ArrayList<>();
    for (int i = 0; i < DIRESAS; i++) {
      rows.add(
          new UnitPerformanceRow(
              "2008", "diresa", "D" + (i + 1), "all", 100, (long) PERCENTS[i], PERCENTS[i]));
      rows.add(new UnitPerformanceRow("2008", "diresa", "D" + (i + 1), "clas", 0, 0, null));
      rows.add(new UnitPerformanceRow("2007", "diresa", "D" + (i + 1), "all", 100, 50, 50.0));
    }
    return rows;
  }

  private static Linkage.Result result() {
    return new Linkage(
            units(),
            List.of(
                new FacilityPerformanceRow("2008", "F1", "N1", "D1", true, 4, 3, false),
                new FacilityPerformanceRow("2008", "F2", "N2", "D2", true, 0, 0, null)),
            scores(),
            registry(),
            StaffSurveys.STATISTICS)
        .compute();
  }

  @Test
  void mediansMeetThePerformanceOfTheLatestPeriod() {
    CorrelationRow pearson = correlation("diresa", "social_median_clean", "performance", 0);
    // cor.test(c(2,3,1,4,5,3.5), c(40,50,20,90,80,100)), R 4.2.2
    assertThat(pearson.n()).isEqualTo(6);
    assertThat(pearson.estimate()).isCloseTo(0.839227181069, within(1e-12));
    assertThat(pearson.pValue()).isCloseTo(0.036694029143, within(1e-12));
    assertThat(pearson.looMin()).isLessThan(pearson.estimate());
    assertThat(result().leaveOneOut())
        .filteredOn(row -> row.x().equals("social_median_clean") && row.method().equals("pearson"))
        .filteredOn(row -> row.y().equals("performance"))
        .hasSize(6)
        .anyMatch(row -> row.changesConclusion());
  }

  @Test
  void aPeriodInWhichNoFacilityCouldBeJudgedIsPassedOver() {
    List<UnitPerformanceRow> later = units();
    later.add(new UnitPerformanceRow("2031", "national", "PE", "all", 0, 0, null));
    assertThat(Linkage.period(later)).isEqualTo("2008");
    assertThat(Linkage.period(later.subList(later.size() - 1, later.size()))).isEqualTo("2031");
    assertThat(Linkage.period(List.of())).isNull();
  }

  @Test
  void aConclusionIsHeldAgainstOtherMethodsCleaningsAndEachUnitLeftOut() {
    List<ConclusionRow> rows =
        result().conclusions().stream()
            .filter(row -> row.level().equals("diresa"))
            .filter(row -> row.headline().equals("social_median_clean~performance:pearson"))
            .toList();
    assertThat(rows)
        .extracting(ConclusionRow::alternative)
        .contains("method", "cleaning", "measure")
        .filteredOn(alternative -> alternative.equals("leave_one_out"))
        .hasSize(6);
    // Raw medians are all the same: no verdict, and no change that could be claimed.
    assertThat(rows)
        .filteredOn(row -> row.alternative().equals("cleaning"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.state()).isEqualTo("no_variance");
              assertThat(row.changes()).isNull();
              assertThat(row.conclusion()).isNull();
              assertThat(row.sentenceEn()).startsWith("With raw answers: undefined.");
              assertThat(row.sentenceEs()).startsWith("Con respuestas crudas: no definido.");
            });
    CorrelationRow pearson = correlation("diresa", "social_median_clean", "performance", 0);
    assertThat(pearson.robustness().conclusionChanges()).isTrue();
    assertThat(pearson.robustness().changedBy()).contains("leave_one_out:");
    // 6! = 720 arrangements are all looked at.
    assertThat(pearson.permutationError()).isZero();
  }

  @Test
  void constantMediansMissingClasAndTooFewUnitsAreStates() {
    assertThat(correlation("diresa", "social_median_raw", "performance", 0).state())
        .isEqualTo("no_variance");
    assertThat(correlation("diresa", "social_median_clean", "performance_clas", 2).state())
        .isEqualTo("too_few");
    assertThat(correlation("micronetwork", "social_median_clean", "performance", 1).n()).isZero();
    assertThat(correlation("facility", "social_median_clean", "performance", 1).n()).isEqualTo(1);
    assertThat(result().correlations())
        .hasSize(4 * 2 * 2 * 3)
        .allSatisfy(row -> assertThat(row.state().equals("ok")).isEqualTo(row.reason() == null));
  }

  @Test
  void everyDiresaAndEveryNetworkHasItsRow() {
    List<LinkageUnitRow> clean =
        result().joined().stream().filter(row -> row.cleaning().equals("clean")).toList();
    assertThat(clean)
        .extracting(LinkageUnitRow::level)
        .filteredOn(level -> level.equals("diresa"))
        .hasSize(7);
    assertThat(clean)
        .filteredOn(row -> row.level().equals("network"))
        .extracting(LinkageUnitRow::unitId, LinkageUnitRow::respondents, LinkageUnitRow::median)
        .contains(tuple("N1", 2L, 1.5), tuple("N7", 0L, null))
        .hasSize(7);
    assertThat(clean)
        .filteredOn(row -> row.unitId().equals("D7"))
        .containsExactly(
            new LinkageUnitRow(
                "diresa", "D7", "social", "clean", "2008", 0, null, null, null, null, null));
  }

  @Test
  void aFacilityIsMeasuredByItsIndicators() {
    assertThat(result().joined())
        .filteredOn(row -> row.level().equals("facility") && row.cleaning().equals("clean"))
        .containsExactly(
            new LinkageUnitRow(
                "facility", "F1", "social", "clean", "2008", 2, 1.5, 75.0, 1L, 75.0, 1L));
  }

  @Test
  void withoutRegistryOrSurveyThereIsNothingToCorrelate() {
    assertThat(
            new Linkage(
                    units(),
                    List.of(),
                    scores(),
                    FacilityRegistry.absent("PE"),
                    StaffSurveys.STATISTICS)
                .compute()
                .correlations())
        .isEmpty();
    assertThat(
            new Linkage(units(), List.of(), List.of(), registry(), StaffSurveys.STATISTICS)
                .compute()
                .rows())
        .isEmpty();
  }

  private static CorrelationRow correlation(String level, String x, String y, int method) {
    return result().correlations().stream()
        .filter(row -> row.level().equals(level) && row.x().equals(x) && row.y().equals(y))
        .toList()
        .get(method);
  }
}

package org.quipu.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quipu.config.GoalsConfig;
import org.quipu.registry.FacilityRegistry;
import org.quipu.source.SourceContract;
import org.quipu.summary.GoalRows;
import org.quipu.summary.GoalSums;
import org.quipu.table.row.ClasCoverageRow;
import org.quipu.table.row.FacilityPerformanceRow;
import org.quipu.table.row.IndicatorSummaryRow;
import org.quipu.table.row.Summary;
import org.quipu.table.row.UnitPerformanceRow;

class FacilityPerformanceTest {
  private static final FacilityRegistry REGISTRY =
      FacilityRegistry.of(
          Inputs.source(
              SourceContract.FACILITY_REGISTRY,
              "facility_id,diresa_id,network_id,micronetwork_id,clas",
              "F1,D1,N1,M1,1",
              "F2,D1,N1,M1,0",
              "F3,D1,N2,M2,1",
              "F4,D2,N3,M3,0",
              "F5,D2,N3,M3,0"),
          "PE");

  /** F5 has no target at all, F9 is in no registry. */
  private static final List<String> ROWS =
      List.of(
          "F1,2007-01,vaccines,10,9",
          "F1,2007-02,vaccines,10,11",
          "F1,2007-01,visits,5,5",
          "F2,2007-01,vaccines,10,9.999",
          "F2,2007-01,visits,5,6",
          "F3,2007-01,vaccines,0,4",
          "F3,2007-01,visits,3,3",
          "F4,2007-01,vaccines,,7",
          "F4,2007-01,visits,8,2",
          "F4,2007-01,deaths,2,0",
          "F5,2007-01,visits,,3",
          "F9,2007-01,visits,1,1",
          "F1,2008-01,visits,5,4");

  private static FacilityPerformance study(
      List<String> rows, boolean yearly, String share, FacilityRegistry registry) {
    return new FacilityPerformance(
        GoalRows.of(yearly, rows),
        registry,
        new IndicatorCatalog(Set.of("deaths")),
        new GoalsConfig(
            yearly ? GoalsConfig.Period.YEAR : GoalsConfig.Period.MONTH,
            new BigDecimal(share),
            GoalsConfig.PerformanceSource.INDICATORS,
            GoalsConfig.Networks.PERIOD,
            Optional.empty(),
            Optional.empty()),
        0.95);
  }

  private static FacilityPerformance.Result result(String share) {
    return study(ROWS, true, share, REGISTRY).compute();
  }

  private static List<FacilityPerformanceRow> facilities(FacilityPerformance.Result result) {
    return result.periods().stream().flatMap(period -> period.facilities().stream()).toList();
  }

  private static List<UnitPerformanceRow> units(FacilityPerformance.Result result) {
    return result.periods().stream()
        .flatMap(period -> period.units(period.facilities()).stream())
        .toList();
  }

  @Test
  void monthsAreSummedBeforeGoalsAreJudged() {
    assertThat(facilities(result("1.0")))
        .extracting(
            FacilityPerformanceRow::period,
            FacilityPerformanceRow::facilityId,
            FacilityPerformanceRow::indicators,
            FacilityPerformanceRow::indicatorsMet,
            FacilityPerformanceRow::goalsMet)
        .containsExactly(
            tuple("2007", "F1", 2L, 2L, true),
            tuple("2007", "F2", 2L, 1L, false),
            tuple("2007", "F3", 1L, 1L, true),
            tuple("2007", "F4", 2L, 1L, false),
            tuple("2007", "F5", 0L, 0L, null),
            tuple("2007", "F9", 1L, 1L, true),
            tuple("2008", "F1", 1L, 0L, false));
    assertThat(facilities(study(ROWS, false, "1.0", REGISTRY).compute()))
        .filteredOn(row -> row.facilityId().equals("F1"))
        .extracting(
            FacilityPerformanceRow::period,
            FacilityPerformanceRow::indicators,
            FacilityPerformanceRow::goalsMet)
        .containsExactly(
            tuple("2007-01", 2L, false), tuple("2007-02", 1L, true), tuple("2008-01", 1L, false));
  }

  @Test
  void theShareIsReachedExactlyAndNotByRounding() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      rows.add("F1,2007-01,i" + i + ",5," + (i < 7 ? 5 : 4));
    }
    // 0.7 × 10 is 7.000000000000001 in doubles of some orders; here it is 7.
    assertThat(facilities(study(rows, true, "0.7", REGISTRY).compute()).get(0).goalsMet()).isTrue();
    assertThat(facilities(study(rows, true, "0.7000001", REGISTRY).compute()).get(0).goalsMet())
        .isFalse();
  }

  @Test
  void everyUnitHasItsRowForAllFacilitiesAndForThoseUnderClas() {
    assertThat(units(result("1.0")))
        .filteredOn(row -> row.period().equals("2007"))
        .extracting(
            UnitPerformanceRow::level,
            UnitPerformanceRow::unitId,
            UnitPerformanceRow::population,
            UnitPerformanceRow::facilities,
            UnitPerformanceRow::meeting,
            UnitPerformanceRow::percent)
        .containsExactly(
            tuple("national", "PE", "all", 5L, 3L, 60.0),
            tuple("national", "PE", "clas", 2L, 2L, 100.0),
            tuple("diresa", "D1", "all", 3L, 2L, 200.0 / 3),
            tuple("diresa", "D1", "clas", 2L, 2L, 100.0),
            tuple("diresa", "D2", "all", 1L, 0L, 0.0),
            tuple("diresa", "D2", "clas", 0L, 0L, null),
            tuple("network", "N1", "all", 2L, 1L, 50.0),
            tuple("network", "N1", "clas", 1L, 1L, 100.0),
            tuple("network", "N2", "all", 1L, 1L, 100.0),
            tuple("network", "N2", "clas", 1L, 1L, 100.0),
            tuple("network", "N3", "all", 1L, 0L, 0.0),
            tuple("network", "N3", "clas", 0L, 0L, null),
            tuple("micronetwork", "M1", "all", 2L, 1L, 50.0),
            tuple("micronetwork", "M1", "clas", 1L, 1L, 100.0),
            tuple("micronetwork", "M2", "all", 1L, 1L, 100.0),
            tuple("micronetwork", "M2", "clas", 1L, 1L, 100.0),
            tuple("micronetwork", "M3", "all", 1L, 0L, 0.0),
            tuple("micronetwork", "M3", "clas", 0L, 0L, null));
    assertThat(units(result("0.5")).get(0).meeting()).isEqualTo(5);
  }

  @Test
  void attainmentIsDescribedOverTheFacilitiesThatHaveIt() {
    List<IndicatorSummaryRow> national =
        result("1.0").periods().stream()
            .flatMap(PeriodPerformance::indicators)
            .filter(row -> row.period().equals("2007") && row.level().equals("national"))
            .toList();
    assertThat(national)
        .extracting(
            IndicatorSummaryRow::indicatorId,
            row -> row.attainment().n(),
            row -> row.attainment().missing(),
            row -> Summary.orNull(row.attainment().max()),
            IndicatorSummaryRow::percentMeeting)
        .containsExactly(
            // No deaths at all is met, but 2 / 0 is no number.
            tuple("deaths", 0L, 1L, null, 100.0),
            tuple("vaccines", 2L, 2L, 1.0, 50.0),
            tuple("visits", 5L, 1L, 1.2, 80.0));
    assertThat(national.get(1).attainment().min()).isEqualTo(0.9999);
  }

  @Test
  void withoutRegistryThereIsTheNationAndNobodyIsSaidToBeOutsideClas() {
    FacilityPerformance.Result result =
        study(ROWS, true, "1.0", FacilityRegistry.absent("PE")).compute();
    assertThat(units(result))
        .extracting(UnitPerformanceRow::level, UnitPerformanceRow::population)
        .containsOnly(tuple("national", "all"));
    assertThat(facilities(result)).extracting(FacilityPerformanceRow::clas).containsOnlyNulls();
    assertThat(result.coverage()).isEmpty();
  }

  @Test
  void ofAFacilityWhoseClasIsMissingNothingIsSaid() {
    FacilityPerformance.Result result =
        study(ROWS, true, "1.0", registry("F2,D1,N1,M1,0", "F2,D1,N1,M1,")).compute();
    assertThat(facilities(result))
        .filteredOn(row -> row.facilityId().equals("F2") || row.facilityId().equals("F4"))
        .extracting(FacilityPerformanceRow::facilityId, FacilityPerformanceRow::clas)
        .containsExactly(tuple("F2", null), tuple("F4", false));
  }

  @Test
  void aRegistryWithoutClasColumnCountsFacilitiesOnly() {
    FacilityRegistry registry =
        FacilityRegistry.of(
            Inputs.source(SourceContract.FACILITY_REGISTRY, "facility_id,diresa_id", "F1,D1"),
            "PE");
    assertThat(study(ROWS, true, "1.0", registry).compute().coverage())
        .containsExactly(
            new ClasCoverageRow("national", "PE", 1, null, null, null),
            new ClasCoverageRow("diresa", "D1", 1, null, null, null));
  }

  @Test
  void coverageIsRankedFromTheHighestAndThenById() {
    assertThat(result("1.0").coverage())
        .containsExactly(
            new ClasCoverageRow("national", "PE", 5, 2L, 40.0, 1),
            new ClasCoverageRow("diresa", "D1", 3, 2L, 200.0 / 3, 1),
            new ClasCoverageRow("diresa", "D2", 2, 0L, 0.0, 2));
  }

  /** All rows of a period. */
  private static List<Record> rows(PeriodPerformance period) {
    return Stream.of(
            period.facilities().stream(),
            period.units(period.facilities()).stream(),
            period.indicators().sorted(Comparator.comparing(Record::toString)))
        .<Record>flatMap(rows -> rows)
        .toList();
  }

  @Test
  void theOrderOfRowsChangesNothing() {
    List<List<Record>> expected =
        result("1.0").periods().stream().map(FacilityPerformanceTest::rows).toList();
    for (int seed = 0; seed < 20; seed++) {
      List<String> shuffled = new ArrayList<>(ROWS);
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(study(shuffled, true, "1.0", REGISTRY).compute().periods())
          .extracting(FacilityPerformanceTest::rows)
          .isEqualTo(expected);
    }
  }

  /** What a study finds of 2007, and by which fingerprints it is known. */
  private record Found(String indicators, String all, List<Record> rows) {
    static Found of(FacilityPerformance study) {
      PeriodPerformance period = study.compute().periods().get(0);
      return new Found(
          period.indicatorsFingerprint(),
          period.fingerprint(),
          FacilityPerformanceTest.rows(period));
    }
  }

  private static List<String> with(String old, String... changed) {
    List<String> rows = new ArrayList<>(ROWS);
    assertThat(rows.remove(old)).isTrue();
    rows.addAll(List.of(changed));
    return rows;
  }

  private static FacilityRegistry registry(String old, String changed) {
    List<String> rows =
        new ArrayList<>(
            List.of(
                "F1,D1,N1,M1,1",
                "F2,D1,N1,M1,0",
                "F3,D1,N2,M2,1",
                "F4,D2,N3,M3,0",
                "F5,D2,N3,M3,0"));
    rows.replaceAll(row -> row.equals(old) ? changed : row);
    return FacilityRegistry.of(
        Inputs.source(
            SourceContract.FACILITY_REGISTRY,
            "facility_id,diresa_id,network_id,micronetwork_id,clas",
            rows.toArray(String[]::new)),
        "PE");
  }

  static Stream<FacilityPerformance> otherStudies() {
    return Stream.of(
        study(with("F4,2007-01,visits,8,2", "F4,2007-01,visits,8,2.5"), true, "1.0", REGISTRY),
        study(with("F4,2007-01,visits,8,2", "F4,2007-01,visits,7,2"), true, "1.0", REGISTRY),
        study(with("F4,2007-01,visits,8,2", "F4,2007-01,vocals,8,2"), true, "1.0", REGISTRY),
        study(with("F4,2007-01,visits,8,2", "F4,2007-01,visits,8,"), true, "1.0", REGISTRY),
        study(with("F5,2007-01,visits,,3"), true, "1.0", REGISTRY),
        study(with("F5,2007-01,visits,,3", "F6,2007-01,visits,,3"), true, "1.0", REGISTRY),
        study(ROWS, true, "0.5", REGISTRY),
        study(ROWS, true, "1.0", registry("F2,D1,N1,M1,0", "F2,D1,N1,M1,1")),
        study(ROWS, true, "1.0", registry("F2,D1,N1,M1,0", "F2,D1,N1,M1,")),
        study(ROWS, true, "1.0", registry("F2,D1,N1,M1,0", "F2,D1,N1,M4,0")),
        study(ROWS, true, "1.0", registry("F2,D1,N1,M1,0", "F2,D1,N2,M1,0")),
        study(ROWS, true, "1.0", registry("F2,D1,N1,M1,0", "F2,D2,N1,M1,0")),
        study(ROWS, true, "1.0", registry("F5,D2,N3,M3,0", "F9,D2,N3,M3,0")),
        study(ROWS, true, "1.0", FacilityRegistry.absent("PE")),
        study(ROWS, true, "1.0", FacilityRegistry.absent("BO")),
        new FacilityPerformance(
            GoalRows.of(true, ROWS),
            REGISTRY,
            new IndicatorCatalog(Set.of("visits")),
            study(ROWS, true, "1.0", REGISTRY).config(),
            0.95));
  }

  @ParameterizedTest
  @MethodSource("otherStudies")
  void whatGivesOtherRowsHasAnotherFingerprint(FacilityPerformance other) {
    Found before = Found.of(study(ROWS, true, "1.0", REGISTRY));
    Found after = Found.of(other);

    assertThat(after.rows).isNotEqualTo(before.rows);
    assertThat(after.all).isNotEqualTo(before.all);
    if (!indicators(after.rows).equals(indicators(before.rows))) {
      assertThat(after.indicators).isNotEqualTo(before.indicators);
    }
  }

  private static List<Record> indicators(List<Record> rows) {
    return rows.stream().filter(IndicatorSummaryRow.class::isInstance).toList();
  }

  @Test
  void aFingerprintIsOfItsPeriodAlone() {
    List<String> later = new ArrayList<>(ROWS);
    later.addAll(List.of("F1,2008-02,visits,5,5", "F7,2008-02,checks,1,1"));
    assertThat(Found.of(study(later, true, "1.0", REGISTRY)))
        .isEqualTo(Found.of(study(ROWS, true, "1.0", REGISTRY)));
    assertThat(study(later, true, "1.0", REGISTRY).compute().periods().get(1).fingerprint())
        .isNotEqualTo(result("1.0").periods().get(1).fingerprint());
  }

  @Test
  void goalsAndTheCatalogAloneDecideOnIndicators() {
    Found before = Found.of(study(ROWS, true, "1.0", REGISTRY));
    assertThat(Found.of(study(ROWS, true, "0.5", REGISTRY)).indicators)
        .as("another share of goals to be met")
        .isEqualTo(before.indicators);
    assertThat(
            Found.of(study(ROWS, true, "1.0", registry("F2,D1,N1,M1,0", "F2,D1,N1,M1,1")))
                .indicators)
        .as("another under CLAS")
        .isEqualTo(before.indicators);
  }

  @Test
  void numbersBeyondALongAreJudgedExactly() {
    String big = "123456789012345678901234567890";
    List<String> rows =
        List.of(
            "F1,2007-01,visits," + big + "," + big + ".0",
            "F2,2007-01,visits," + big + ".0001," + big,
            "F3,2007-01,visits,9007199254740993,9007199254740992");
    assertThat(facilities(study(rows, true, "1.0", REGISTRY).compute()))
        .extracting(FacilityPerformanceRow::goalsMet)
        .containsExactly(true, false, false);
  }

  @Test
  void noRowsAtAllGiveNoPeriods() {
    FacilityPerformance.Result result =
        new FacilityPerformance(
                new GoalSums(true),
                REGISTRY,
                new IndicatorCatalog(Set.of()),
                study(ROWS, true, "1.0", REGISTRY).config(),
                0.95)
            .compute();
    assertThat(units(result)).isEmpty();
    assertThat(facilities(result)).isEmpty();
    assertThat(result.coverage()).hasSize(3);
  }
}

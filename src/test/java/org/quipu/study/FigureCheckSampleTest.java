package org.quipu.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.quipu.quality.AcceptedRow;
import org.quipu.quality.SmallSource;
import org.quipu.source.SourceContract;
import org.quipu.table.Tables;
import org.quipu.table.row.FigureCheckRow;

/** The published figures of study 1 held against the reconstruction. */
class FigureCheckSampleTest {
  private static final SmallSource PUBLISHED = Inputs.sample(SourceContract.PUBLISHED_FIGURES);
  private static final List<FigureCheckRow> CHECKED = check();

  private static List<FigureCheckRow> check() {
    List<Record> rows =
        new ArrayList<>(SampleStudy.managementPractices(SampleStudy.registry()).compute().rows());
    rows.addAll(ClasCoverage.of(SampleStudy.registry()));
    rows.addAll(StaffGovernance.compute(StaffSurveys.sample()).all());
    return check(rows);
  }

  private static List<FigureCheckRow> check(List<Record> rows) {
    Map<String, List<Record>> tables =
        rows.stream().collect(Collectors.groupingBy(row -> Tables.of(row.getClass()).name()));
    return new FigureCheck(PUBLISHED, name -> tables.getOrDefault(name, List.of())).compute();
  }

  @Test
  void everyFigureOfTheStudyIsReproducedExceptThoseThatContradictThemselves() {
    assertThat(CHECKED)
        .filteredOn(row -> row.source().equals("altobelli-2024"))
        .filteredOn(row -> !row.verdict().equals("reproduced"))
        .extracting(row -> row.figureId() + " " + row.quantity() + ": " + row.verdict())
        .containsExactly(
            "A06 degrees of freedom: inconsistent",
            "A18 percent of facilities under CLAS: differs");
  }

  @Test
  void meansAndSpreadsOfTheStaffSurveyAreReproduced() {
    assertThat(CHECKED)
        .filteredOn(row -> List.of("B01", "B02", "B03", "B04").contains(row.figureId()))
        .hasSize(13)
        .extracting(FigureCheckRow::verdict)
        .containsOnly("reproduced");
  }

  @Test
  void thePrintedFLiesAtTheEdgeOfItsOwnMeans() {
    FigureCheckRow row = row("B05", "F");
    assertThat(row.verdict()).isEqualTo("differs");
    assertThat(row.computed()).isCloseTo(11.87, within(0.005));
    assertThat(row.detailEn())
        .contains("with n = 500, 500, 500, F = 11.87")
        .contains("rounding allows F from 11.85 to 11.90")
        .endsWith("the published 11.90 lies at its very edge.");
    assertThat(row("B05", "p").verdict()).isEqualTo("differs");
  }

  /** D21 is a DIRESA of 26 facilities, of which none had deficiencies. */
  @Test
  void oneChangedCellOfTheDataChangesTheVerdictsThatHangOnIt() {
    ManagementPractices study = SampleStudy.managementPractices(SampleStudy.registry());
    List<AcceptedRow> changed =
        study.goalAttainment().rows().stream()
            .map(
                row ->
                    "D21".equals(row.text("diresa_id"))
                        ? new AcceptedRow(
                            row.file(),
                            row.line(),
                            row.raw(),
                            row.names(),
                            List.of("D21", "2007", "26", "13"))
                        : row)
            .toList();
    SmallSource goals = study.goalAttainment();
    List<Record> rows =
        new ManagementPractices(
                study.survey(),
                study.codebook(),
                new SmallSource(goals.contract(), goals.columns(), changed, goals.book()),
                study.registry(),
                study.context(),
                study.units(),
                study.settings())
            .compute()
            .rows();
    assertThat(check(rows))
        .filteredOn(row -> List.of("A03", "A06", "A07").contains(row.figureId()))
        .extracting(row -> row.quantity() + ": " + row.verdict())
        .containsExactly(
            "percent of facilities meeting goals: differs",
            "Pearson r: differs",
            "degrees of freedom: inconsistent",
            "P: differs",
            "facilities of group 1: differs",
            "percent meeting goals in group 1: differs",
            "lowest DIRESA of group 1: reproduced",
            "highest DIRESA of group 1: differs");
  }

  @Test
  void theDegreesOfFreedomContradictThePairsAndTheConclusionStands() {
    FigureCheckRow row = row("A06", "degrees of freedom");
    assertThat(row.published()).isEqualTo(12);
    assertThat(row.computed()).isEqualTo(10);
    assertThat(row.detailEn())
        .contains("With n = 12 pairs Pearson's r has n − 2 = 10 degrees of freedom, not 12.")
        .contains("r = 0.7266, t = 3.344, p = 0.0074")
        .endsWith("The published P below 0.01 stands either way.");
    assertThat(row.detailEs())
        .contains("Con n = 12 pares la r de Pearson tiene n − 2 = 10 grados de libertad, no 12.")
        .contains("r = 0,7266, t = 3,344, p = 0,0074")
        .endsWith("La P publicada, menor que 0,01, se sostiene en ambos casos.");
  }

  @Test
  void thePercentageOfTheNationContradictsItsCounts() {
    FigureCheckRow row = row("A18", "percent of facilities under CLAS");
    assertThat(row.detailEn())
        .contains("2155 / 6700 = 32.2 %, not 31 %")
        .contains("contradict each other");
    assertThat(row.detailEs()).contains("2155 / 6700 = 32,2 %, no 31 %");
    assertThat(row("A02", "percent of CLAS facilities reported on").detailEn())
        .contains("1381 / 2155 = 64.1 %, as published");
  }

  @Test
  void theMeanOfAllIsTheWeightedOne() {
    FigureCheckRow row = row("A03", "percent of facilities meeting goals");
    assertThat(row.difference()).isCloseTo(-0.0126, within(0.0001));
    assertThat(row.detailEn())
        .contains("weighted by facilities is 65.42")
        .contains("plain mean of the groups 64.35")
        .endsWith("the published 65.4 is the weighted one.");
  }

  @Test
  void aPValueComesWithItsStatistic() {
    assertThat(row("A10", "P of the difference in practices used").detailEn())
        .contains("a statistic of 12.20; degrees of freedom: 1.");
    assertThat(row("A10", "P of the difference in practices used, continuity-corrected").detailEn())
        .contains("a statistic of 11.45; degrees of freedom: 1.");
  }

  private static FigureCheckRow row(String id, String quantity) {
    return CHECKED.stream()
        .filter(row -> row.figureId().equals(id) && row.quantity().equals(quantity))
        .findFirst()
        .orElseThrow();
  }
}

package org.quipu.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.table.row.CheckRow;
import org.quipu.table.row.CleaningEffectRow;
import org.quipu.table.row.ConclusionRow;
import org.quipu.table.row.CorrelationRow;
import org.quipu.table.row.DescriptiveRow;
import org.quipu.table.row.FigureCheckRow;
import org.quipu.table.row.GroupSummaryRow;
import org.quipu.table.row.HypothesisTestRow;
import org.quipu.table.row.InputRow;
import org.quipu.table.row.PracticeComparisonRow;
import org.quipu.table.row.ReliabilityRow;
import org.quipu.table.row.RemovalRow;
import org.quipu.table.row.ResponseRow;
import org.quipu.table.row.Robustness;
import org.quipu.table.row.SampleRow;
import org.quipu.table.row.Summary;

class RunScreenTest {
  private static final int WIDTH = 100;

  /** Rows given by hand. */
  private record Rows(List<Record> rows) implements ResultRows {
    @Override
    public <R extends Record> List<R> of(Class<R> row) {
      return rows.stream().filter(row::isInstance).map(row::cast).toList();
    }
  }

  @Test
  void answersWhetherPracticesGoWithPerformance() {
    String screen = screen("en", practices(0.7266, 0.2619, 0.9178, 0.007438));

    assertThat(screen)
        .contains("DIRESAs responding: 12 of 23 · CLAS facilities: 1,381")
        .contains(
            "DIRESAs with more good practices perform better: r = 0.73 [0.26, 0.92], p = 0.0074")
        .contains("n = 12; without\nany one DIRESA 0.60 to 0.86.")
        .containsPattern("1 higher +6 +718 +91.1 % +89 to 100 % +40.6 %")
        .contains("goals met χ² = 436.4, p = 6.5e-97")
        .contains("infant mortality 51/54 (1995); smallest p = 0.62")
        .contains("Good practices more frequent in group 1: 1")
        .contains("Q01/A 4/6, 1/6  A coordinator of its own")
        .doesNotContain("STAFF GOVERNANCE", "PUBLISHED FIGURES", "NaN", "null");
  }

  /** Rows that are kept come in the order of their table, where DIRESAs stand before groups. */
  @Test
  void testsBetweenTheGroupsAreNotThoseBetweenDiresas() {
    List<Record> rows = new ArrayList<>();
    rows.add(
        test(
            "management-practices",
            null,
            "performance",
            "diresa",
            "chi_square",
            512.49,
            11,
            null,
            7e-103));
    rows.addAll(practices(0.7266, 0.2619, 0.9178, 0.007438));

    assertThat(screen("en", rows)).contains("goals met χ² = 436.4").doesNotContain("512.5");
  }

  @Test
  void doesNotClaimACorrelationWhoseIntervalHoldsZero() {
    assertThat(screen("en", practices(0.35, -0.28, 0.77, 0.26)))
        .contains("Whether good practices go with performance is not clear: r = 0.35")
        .doesNotContain("perform better");
    assertThat(screen("es", practices(-0.8, -0.94, -0.42, 0.002)))
        .contains("se desempeñan peor: r = −0,80 [−0,94; −0,42], p = 0,0020");
  }

  @Test
  void givesTheReasonWhereThereIsNoCorrelation() {
    Record undefined =
        new CorrelationRow(
            "management-practices",
            "diresa",
            "practice_score",
            "performance",
            "pearson",
            3,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            "too_few",
            "At least 4 pairs are needed.",
            "Se necesitan al menos 4 pares.",
            null,
            null,
            null,
            Robustness.UNKNOWN);

    assertThat(screen("en", List.of(undefined)))
        .contains("no correlation. At least 4 pairs are needed.");
    assertThat(screen("es", List.of(undefined)))
        .contains("sin correlación. Se necesitan al menos 4 pares.");
  }

  @Test
  void saysWhichSingleChangeWouldOverturnAHeadline() {
    List<Record> rows = new ArrayList<>(practices(0.73, 0.26, 0.92, 0.0074));
    rows.add(conclusion("practice_score~performance:pearson", "method", "spearman", false));
    rows.add(conclusion("practice_score~performance:pearson", "leave_one_out", "D05", true));
    rows.add(conclusion("practice_score~performance:pearson", "verdict", "Q01/A", true));
    rows.add(conclusion("practice_score~performance:pearson", "adjusted", "a_2007,b_2007", null));
    rows.add(conclusion("performance~group:chi_square", "clustering", "rao_scott", false));

    assertThat(screen("en", rows).replace('\n', ' '))
        .contains(
            "Which single change would overturn it? r: 2 of 3 (without D05, verdict on Q01/A); "
                + "goals met: none of 1 tried.");
    assertThat(screen("es", rows).replace('\n', ' '))
        .contains(
            "¿Qué cambio lo revertiría por sí solo? r: 2 de 3 (sin D05, veredicto sobre Q01/A); "
                + "metas cumplidas: ninguno de 1 probados.");
    assertThat(screen("en", practices(0.73, 0.26, 0.92, 0.0074))).doesNotContain("overturn");
  }

  private static Record conclusion(
      String headline, String alternative, String change, Boolean changes) {
    return new ConclusionRow(
        "management-practices",
        null,
        "diresa",
        null,
        headline,
        alternative,
        change,
        0.73,
        0.0074,
        "positive",
        0.6,
        0.05,
        "positive",
        changes,
        "",
        "",
        "ok",
        null,
        null);
  }

  @Test
  void saysWhatTheExtremeValuesDid() {
    String screen = screen("en", staff("dimension:anova, dimension:welch_anova"));

    assertThat(screen)
        .contains("eligible: 500 of 537 · facilities: 23 · population: 4,281 · margin ±4.1")
        .contains("18.16 ± 55.83  2.44 [2.00, 3.00]")
        .contains("Of 500 answers cleaning removed 2 off the answer scale.")
        .contains("mean of economic is 18.16,\nwithout them 2.38 (medians 2.44 and 2.33)")
        .contains("Conclusions that change: ANOVA, Welch.")
        .containsPattern("ANOVA \\(means\\) +F\\(2, 1497\\) = 11.87  p = 7.7e-6 ")
        .contains("all items 0.85 [0.83, 0.87]")
        .doesNotContain("MANAGEMENT PRACTICES");
    assertThat(screen("en", staff(null))).contains("No conclusion below changes.");
    assertThat(screen("es", staff(null)))
        .contains("Ninguna conclusión de abajo cambia.")
        .contains("p = 7,7e-6")
        .contains("población: 4 281");
  }

  @Test
  void namesTheFiguresThatAreNotReproduced() {
    String screen =
        screen(
            "en",
            List.of(
                figure("A01", "DIRESAs", 12.0, 12.0, "reproduced"),
                figure("A06", "degrees of freedom", 12.0, 10.0, "inconsistent"),
                figure("B05", "p", 7e-6, 7.651e-6, "differs"),
                figure("B06", "alpha", 0.85, null, "not_computable")));

    assertThat(screen)
        .contains("reproduced: 1 of 4 · differs: 1 · inconsistent: 1 · not computable: 1")
        .contains("A06 degrees of freedom: published 12, computed 10 (inconsistent)")
        .contains("B05 p: published 7.0e-6, computed 7.7e-6 (differs)")
        .contains("B06 alpha: published 0.85, computed – (not computable)");
  }

  @Test
  void accountsForEveryRowAndNamesFailedChecks() {
    String screen =
        screen(
            "en",
            List.of(
                input("staff-survey", 300, 298, 1, 1),
                input("staff-survey", 242, 239, 3, 0),
                new CheckRow(
                    "staff_survey_quarantine",
                    "staff-survey",
                    "quarantine",
                    "warn",
                    542L,
                    4L,
                    0.7,
                    0.1,
                    "failed",
                    "Las filas en cuarentena no superan lo que se tolera.",
                    "Rows in quarantine are no more than what is allowed.")));

    assertThat(screen)
        .contains("staff-survey  542: 537 + 4 + 1")
        .contains("FAILED CHECKS: 1")
        .contains(
            "staff_survey_quarantine: 4 rows. Asked: Rows in quarantine are no more than what");
  }

  @Test
  void namesSourcesOfWhichNoRowIsUsed() {
    List<Record> rows =
        List.of(
            input("facility-indicator", 9, 0, 9, 0),
            input("instrument", 3, 3, 0, 0),
            input("staff-survey", 0, 0, 0, 0));
    assertThat(screen("en", rows)).contains("NO ROWS accepted: facility-indicator, staff-survey\n");
    assertThat(screen("es", rows)).contains("NINGUNA FILA aceptada: facility-indicator, staff-");
    assertThat(screen("en", rows.subList(1, 2))).doesNotContain("NO ROWS");
  }

  @Test
  void namesSourcesThatAreMostlyQuarantined() {
    List<Record> rows =
        List.of(
            input("facility-indicator", 864, 265, 599, 0),
            input("instrument", 4, 2, 2, 0),
            input("staff-survey", 9, 0, 9, 0));
    assertThat(screen("en", rows))
        .contains("MOST ROWS quarantined: facility-indicator (599)\n  why: jobs/quipu show quara");
    assertThat(screen("es", rows))
        .contains("LA MAYORÍA de las filas en cuarentena: facility-indicator (599)\n  por qué: ");
    assertThat(screen("en", rows.subList(1, 3))).doesNotContain("MOST ROWS");
  }

  @Test
  void labelsTheSampleDataAsAReconstruction() {
    Record sample = input("staff-survey", "/opt/quipu/data-samples/staff-survey.csv");
    Record printed = input("published-figures", "/opt/quipu/data-samples/published-figures.csv");
    Record own = input("staff-survey", "/data/my-data-samples/survey.csv");

    assertThat(screen("en", List.of(sample))).contains("SAMPLE DATA, a reconstruction");
    assertThat(screen("es", List.of(sample))).contains("DATOS DE MUESTRA, una reconstrucción");
    assertThat(screen("en", List.of(own, printed))).doesNotContain("reconstruction");
    assertThat(
            ReportPage.of(
                new Rows(List.of(sample)), new ReportPage.Context("en", "r1", Map.of(), Map.of())))
        .contains("SAMPLE DATA, a reconstruction", "DATOS DE MUESTRA, una reconstrucción");
  }

  @Test
  void saysWhichAnalysesFailed() {
    RunScreen.Context context = new RunScreen.Context("es", "r1", "", Map.of(), List.of("linkage"));

    assertThat(RunScreen.of(new Rows(List.of()), context))
        .contains("FALLARON, vea el registro: linkage")
        .doesNotContain("TABLAS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void fitsAScreen(String language) {
    List<Record> rows = new ArrayList<>(practices(0.7266, 0.2619, 0.9178, 0.007438));
    rows.addAll(staff("dimension:anova"));

    assertThat(screen(language, rows).lines())
        .hasSizeLessThan(50)
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(WIDTH));
  }

  @Test
  void saysTheSameToMachines() {
    List<Record> rows = new ArrayList<>(practices(0.7266, 0.2619, 0.9178, 0.007438));
    rows.addAll(staff(null));
    rows.add(figure("A06", "degrees of freedom", 12.0, 10.0, "inconsistent"));

    Map<String, Object> json = RunJson.of(new Rows(rows));

    assertThat(json)
        .containsKeys("management_practices", "staff_governance", "figure_check", "rows")
        .extractingByKey("figure_check")
        .isEqualTo(Map.of("inconsistent", 1L, "not_reproduced", List.of("A06 degrees of freedom")));
    assertThat(RunJson.of(new Rows(List.of()))).containsOnlyKeys("rows", "checks_failed");
  }

  private static String screen(String language, List<Record> rows) {
    return RunScreen.of(
        new Rows(rows),
        new RunScreen.Context(
            language, "r1", "/data/v1", Map.of("Q01/A", "A coordinator of its own"), List.of()));
  }

  private static List<Record> practices(double r, double low, double high, double p) {
    return List.of(
        new ResponseRow("management-practices", 23L, 12, 1381L, 2155L, 64.08),
        new CorrelationRow(
            "management-practices",
            "diresa",
            "practice_score",
            "performance",
            "pearson",
            12,
            r,
            3.3,
            10.0,
            p,
            low,
            high,
            0.598,
            0.858,
            "ok",
            null,
            null,
            null,
            null,
            null,
            Robustness.UNKNOWN),
        new GroupSummaryRow(1, "performance", 6, 718L, 91.086, 92.6, 89.39, 100.0),
        new GroupSummaryRow(1, "practice_score", 6, 718L, 39.7, 40.625, 37.5, 43.75),
        new GroupSummaryRow(2, "performance", 6, 663L, 37.557, 42.5, 20.0, 74.29),
        new GroupSummaryRow(2, "practice_score", 6, 663L, 22.0, 23.958, 6.25, 31.25),
        new GroupSummaryRow(1, "infant_mortality_1995", 6, 718L, 52.2, 51.0, 39.4, 63.0),
        new GroupSummaryRow(2, "infant_mortality_1995", 6, 663L, 52.6, 54.0, 38.1, 70.2),
        test(
            "management-practices",
            null,
            "performance",
            "group",
            "chi_square",
            436.42,
            1,
            null,
            6.5e-97),
        test(
            "management-practices",
            null,
            "infant_mortality_1995",
            "group",
            "welch_t",
            -0.5,
            9,
            null,
            0.62),
        new PracticeComparisonRow(
            "Q01",
            "A",
            "leadership",
            "good",
            5,
            12,
            4,
            6,
            1,
            6,
            50.0,
            false,
            true,
            0.24,
            1.0,
            null,
            null,
            null,
            null));
  }

  private static List<Record> staff(String changes) {
    return List.of(
        new SampleRow(
            "staff-governance", "national", "PE", 4281L, 537, 500, 37, 500, 23, 4.119, 353L),
        described("raw", "dimension", "economic", 18.16, 55.83, 2.44, 2.0, 3.0),
        described("clean", "dimension", "economic", 2.38, 0.63, 2.33, 1.89, 2.8),
        described("raw", "item", "item_16", 2.4, 1.0, 2.0, 2.0, 3.0),
        test(
            "staff-governance",
            "raw",
            "dimension_score",
            "dimension",
            "anova",
            11.8738,
            2,
            1497.0,
            7.651e-6),
        test(
            "staff-governance",
            "clean",
            "dimension_score",
            "dimension",
            "anova",
            1.54,
            2,
            1497.0,
            0.214),
        new ReliabilityRow(
            "staff-governance",
            "clean",
            "national",
            "PE",
            "all",
            "alpha",
            39,
            500,
            0.8515,
            0.832,
            0.8696,
            "ok",
            null,
            null),
        removal(7),
        removal(9),
        new CleaningEffectRow(
            "staff-governance",
            "national",
            "PE",
            "dimension_score",
            "dimension",
            1500,
            1500,
            0,
            12.1,
            2.4,
            42.0,
            0.5,
            2.4,
            2.4,
            389.5,
            4.9,
            changes));
  }

  private static Record described(
      String cleaning,
      String kind,
      String variable,
      double mean,
      double sd,
      double median,
      double q1,
      double q3) {
    return new DescriptiveRow(
        "staff-governance",
        cleaning,
        "national",
        "PE",
        variable,
        kind,
        null,
        new Summary(
            500,
            0,
            mean,
            sd,
            1.0,
            q1,
            median,
            q3,
            389.55,
            q3 - q1,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            0L,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN));
  }

  private static Record test(
      String study,
      String cleaning,
      String variable,
      String grouping,
      String method,
      double statistic,
      double df1,
      Double df2,
      double p) {
    return new HypothesisTestRow(
        study,
        cleaning,
        "national",
        "PE",
        variable,
        grouping,
        method,
        1500,
        3,
        statistic,
        df1,
        df2,
        p,
        null,
        null,
        null,
        null,
        "ok",
        null,
        null,
        null,
        null,
        Robustness.UNKNOWN);
  }

  private static Record removal(long line) {
    return new RemovalRow(
        "staff-governance",
        "scale_bounds",
        "staff-survey",
        "s.csv",
        line,
        "item_16",
        "389",
        "[1, 5]",
        "es",
        "en");
  }

  private static Record figure(
      String id, String quantity, Double published, Double computed, String verdict) {
    return new FigureCheckRow(
        id, "paper", quantity, published, computed, null, verdict, "detalle", "detail");
  }

  private static Record input(
      String source, long read, long accepted, long quarantined, long duplicates) {
    return new InputRow(
        source,
        "f.csv",
        "csv",
        "canonical",
        "utf-8",
        1L,
        "00",
        read,
        accepted,
        quarantined,
        duplicates);
  }

  private static Record input(String source, String path) {
    return new InputRow(source, path, "csv", "canonical", "utf-8", 1L, "00", 1, 1, 0, 0);
  }
}

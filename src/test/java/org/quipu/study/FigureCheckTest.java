package org.quipu.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.source.SourceContract;
import org.quipu.stats.Correlations;
import org.quipu.table.row.ClasCoverageRow;
import org.quipu.table.row.CorrelationRow;
import org.quipu.table.row.DescriptiveRow;
import org.quipu.table.row.FigureCheckRow;
import org.quipu.table.row.HypothesisTestRow;
import org.quipu.table.row.PracticeComparisonRow;
import org.quipu.table.row.Robustness;
import org.quipu.table.row.Summary;
import org.quipu.table.row.UnitPerformanceRow;

class FigureCheckTest {
  private static final String HEADER =
      "figure_id,source,quantity,table,where,column,published,precision";

  private static List<FigureCheckRow> check(
      Map<String, List<? extends Record>> tables, String... figures) {
    return new FigureCheck(
            Inputs.source(SourceContract.PUBLISHED_FIGURES, HEADER, figures),
            name -> tables.getOrDefault(name, List.of()))
        .compute();
  }

  private static FigureCheckRow percent(double computed, String published, String precision) {
    return check(
            Map.of(
                "unit_performance",
                List.of(new UnitPerformanceRow("2007", "national", "PE", "all", 9, 4, computed))),
            "X1,paper,a share,unit_performance,,percent," + published + "," + precision)
        .get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "65.3874, 65.4, 1, reproduced",
    "65.35, 65.4, 1, reproduced",
    "65.45, 65.4, 1, reproduced",
    "65.3499, 65.4, 1, differs",
    "65.4501, 65.4, 1, differs",
    "65.3874, 65.4, 2, differs",
    "65.3874, 65.4, , reproduced",
    "65.44, 65.40, , differs",
    "6749.9, 6700, -2, reproduced",
    "6751, 6700, -2, differs",
    "0.0074, <0.01, , reproduced",
    "0.01, <0.01, , differs",
    "0.01, <= .01, , reproduced",
    "0.751, >0.75, , reproduced",
    "0.75, >0.75, , differs",
    "0.75, >=0.75, , reproduced",
    "-3, -3.0, 0, reproduced",
    "65.4, about 65, , not_computable",
    "65.4, 1e400, , not_computable",
    "65.4, <1e400, , not_computable",
    "65.4, 1e-9999999, , not_computable",
    "65.4, 1e99999999999, , not_computable",
    "65.4, 1e99, , differs",
    "65.4, 65.4, 99999999999, not_computable",
    "65.4, 65.4, -101, not_computable",
    "65.4, 65.4, 100, reproduced",
    "65.4, true, , not_computable",
  })
  void aNumberIsComparedAsItWasRounded(
      double computed, String published, String precision, String verdict) {
    FigureCheckRow row = percent(computed, published, precision == null ? "" : precision);
    assertThat(row.verdict()).as(row.detailEn()).isEqualTo(verdict);
    assertThat(row.detailEs()).isNotBlank().endsWith(".");
    assertThat(row.detailEn()).isNotBlank().endsWith(".");
  }

  @Test
  void theDifferenceIsNotRounded() {
    assertThat(percent(65.3874, "65.4", "1").difference()).isEqualTo(65.3874 - 65.4);
    assertThat(percent(0.0074, "<0.01", "").published()).isEqualTo(0.01);
  }

  @Test
  void aStatementIsTrueOrFalse() {
    Map<String, List<? extends Record>> tables =
        Map.of(
            "practice_comparison",
            List.of(
                new PracticeComparisonRow(
                    "Q1", "A", "f", "good", 3, 4, 2, 2, 1, 2, 50.0, true, null, null, null, null,
                    null, null, null)));
    String row = "X1,paper,q,practice_comparison,question_id = 'Q1',";
    assertThat(check(tables, row + "majority,true,").get(0).verdict()).isEqualTo("reproduced");
    FigureCheckRow other = check(tables, row + "majority,false,").get(0);
    assertThat(other.verdict()).isEqualTo("differs");
    assertThat(other.difference()).isEqualTo(1);
    assertThat(check(tables, row + "more_frequent_in_1,true,").get(0).verdict())
        .isEqualTo("not_computable");
    assertThat(check(tables, row + "majority,0.5,").get(0).verdict()).isEqualTo("not_computable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nothing          |                 | percent | No result table is called nothing.
          unit_performance |                 | percent | One row is expected in unit_performance, but there are several.
          unit_performance | unit_id = 'D9'  | percent | This run has no row in unit_performance where unit_id = 'D9'.
          unit_performance | unit_id = 'D1'  | share   | Table unit_performance has no column share.
          unit_performance | unti_id = 'D1'  | percent | Unknown column 'unti_id'; did you mean 'unit_id'?
          unit_performance | unit_id = 'D1'  | percent | The run has no value in column percent.
          """)
  void whatCannotBeFoundIsSaid(String table, String where, String column, String sentence) {
    Map<String, List<? extends Record>> tables =
        Map.of(
            "unit_performance",
            List.of(
                new UnitPerformanceRow("2007", "diresa", "D1", "all", 0, 0, null),
                new UnitPerformanceRow("2007", "diresa", "D2", "all", 4, 1, 25.0)));
    FigureCheckRow row =
        check(
                tables,
                "X1,paper,q,%s,%s,%s,25,0".formatted(table, where == null ? "" : where, column))
            .get(0);
    assertThat(row.verdict()).isEqualTo("not_computable");
    assertThat(row.detailEn()).contains(sentence);
    assertThat(row.detailEs()).isNotBlank().isNotEqualTo(row.detailEn());
    assertThat(row.published()).isEqualTo(25);
    assertThat(row.computed()).isNull();
  }

  private static Map<String, List<? extends Record>> correlation(int n) {
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = i;
      y[i] = i % 3 == 0 ? i + 2 : i;
    }
    CorrelationRow row =
        StatisticRows.correlation("s", "diresa", "x", "y", Correlations.pearson(x, y, 0.95));
    return Map.of("correlation", List.of(row));
  }

  @Test
  void degreesOfFreedomMustFitThePairs() {
    String[] figures = {
      "X1,paper,r,correlation,,estimate,0.9,1",
      "X1,paper,df,correlation,,df,8,0",
      "X1,paper,P,correlation,,p_value,<0.01,"
    };
    assertThat(check(correlation(10), figures))
        .extracting(FigureCheckRow::verdict)
        .element(1)
        .isEqualTo("reproduced");
    FigureCheckRow wrong = check(correlation(8), figures).get(1);
    assertThat(wrong.verdict()).isEqualTo("inconsistent");
    assertThat(wrong.detailEn())
        .contains("With n = 8 pairs Pearson's r has n − 2 = 6 degrees of freedom, not 8.")
        .endsWith("The published P below 0.01 stands either way.");
  }

  @Test
  void aConclusionThatHangsOnTheWrongDegreesOfFreedomDoesNotStand() {
    // r = .7: p = .053 with 6 degrees of freedom and .036 with 7; P < .05 needs the latter.
    assertThat(
            check(
                    correlation(8),
                    "X1,paper,r,correlation,,estimate,0.70,2",
                    "X1,paper,df,correlation,,df,7,0",
                    "X1,paper,P,correlation,,p_value,<0.05,")
                .get(1)
                .detailEn())
        .endsWith("The published P below 0.05 does not stand.");
  }

  private static Map<String, List<? extends Record>> coverage(long clas, long facilities) {
    return Map.of(
        "clas_coverage",
        List.of(
            new ClasCoverageRow("national", "PE", facilities, clas, 100.0 * clas / facilities, 1)));
  }

  @Test
  void aPercentageMustBeTheQuotientOfItsCounts() {
    String clas = "X1,paper,part,clas_coverage,,clas_facilities,310,0";
    String facilities = "X1,paper,whole,clas_coverage,,facilities,1000,-2";
    String percent = "X1,paper,percent,clas_coverage,,percent,%s,0";
    // 310 of 950 to 1,050 is 29.5 to 32.6 percent.
    assertThat(check(coverage(310, 1000), clas, facilities, percent.formatted("30")).get(2))
        .satisfies(
            row -> {
              assertThat(row.verdict()).isEqualTo("differs");
              assertThat(row.detailEn()).contains("310 / 1000 = 31.0 %, as published");
            });
    assertThat(check(coverage(310, 1000), clas, facilities, percent.formatted("28")).get(2))
        .satisfies(
            row -> {
              assertThat(row.verdict()).isEqualTo("differs");
              assertThat(row.detailEn())
                  .contains("310 / 1000 = 31.0 %, not 28 %")
                  .contains("contradict each other");
            });
    // Where the data differ, the publication is still right in itself.
    assertThat(check(coverage(200, 1000), clas, facilities, percent.formatted("31")))
        .extracting(FigureCheckRow::verdict)
        .containsExactly("differs", "reproduced", "differs");
  }

  private static DescriptiveRow described(String variable, double mean, double sd) {
    return new DescriptiveRow(
        "s",
        "raw",
        "national",
        "PE",
        variable,
        "dimension",
        null,
        new Summary(
            500,
            0,
            mean,
            sd,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
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

  private static HypothesisTestRow tested(int groups, double f) {
    return new HypothesisTestRow(
        "s",
        "raw",
        "national",
        "PE",
        "v",
        "dimension",
        "anova",
        500L * groups,
        groups,
        f,
        groups - 1.0,
        499.0 * groups,
        7.65e-6,
        "eta_squared",
        0.01,
        null,
        null,
        "ok",
        null,
        null,
        null,
        null,
        Robustness.UNKNOWN);
  }

  private static List<FigureCheckRow> anova(String f, double computed) {
    Map<String, List<? extends Record>> tables =
        Map.of(
            "descriptive",
            List.of(
                described("a", 5.56, 19.60),
                described("b", 18.16, 55.83),
                described("c", 12.66, 39.24)),
            "hypothesis_test",
            List.of(
                new HypothesisTestRow(
                    "s",
                    null,
                    "national",
                    "PE",
                    "v",
                    "group",
                    "t",
                    9,
                    2,
                    1.0,
                    7.0,
                    null,
                    0.5,
                    null,
                    null,
                    null,
                    null,
                    "ok",
                    null,
                    null,
                    null,
                    null,
                    Robustness.UNKNOWN),
                tested(3, computed)));
    String test = "method = 'anova'";
    return check(
        tables,
        "X1,paper,m,descriptive,variable = 'a',mean,5.56,2",
        "X1,paper,s,descriptive,variable = 'a',sd,19.60,2",
        "X2,paper,m,descriptive,variable = 'b',mean,18.16,2",
        "X2,paper,s,descriptive,variable = 'b',sd,55.83,2",
        "X3,paper,m,descriptive,variable = 'c',mean,12.66,2",
        "X3,paper,s,descriptive,variable = 'c',sd,39.24,2",
        "X4,paper,F,hypothesis_test," + test + ",statistic," + f + ",2",
        "X4,paper,p,hypothesis_test," + test + ",p_value,0.000007,6");
  }

  @Test
  void aPrintedFStandsBesideTheOneOfThePrintedMeans() {
    FigureCheckRow edge = anova("11.90", 11.87).get(6);
    assertThat(edge.verdict()).isEqualTo("differs");
    assertThat(edge.detailEn())
        .contains("with n = 500, 500, 500, F = 11.87 (p = 0.0000077)")
        .contains("rounding allows F from 11.85 to 11.90")
        .endsWith("the published 11.90 lies at its very edge.");
    assertThat(edge.detailEs())
        .contains("el redondeo permite F entre 11,85 y 11,90")
        .endsWith("el valor publicado, 11,90, está en su mismo borde.");
    assertThat(anova("11.88", 11.88).get(6).detailEn()).endsWith("lies inside this range.");
    assertThat(anova("11.88", 11.88).get(6).verdict()).isEqualTo("reproduced");
    assertThat(anova("12.10", 11.87).get(6).detailEn()).endsWith("lies outside this range.");
    assertThat(anova("11.90", 11.87).get(7).detailEn())
        .contains("p = 0.0000077 (F = 11.87); rounding allows p from ");
  }

  @Test
  void withoutAllMeansNothingIsSaidOfF() {
    assertThat(besideMeans(1, 3).detailEn()).doesNotContain("published means");
  }

  @Test
  void ofMoreMeansThanCanBeLookedAtNothingIsSaidOfF() {
    assertThat(besideMeans(12, 12).detailEn()).contains("published means");
    assertThat(besideMeans(13, 13).detailEn()).doesNotContain("published means");
  }

  /** What is said of an F of some groups, of which some have a printed mean. */
  private static FigureCheckRow besideMeans(int printed, int groups) {
    List<String> figures = new ArrayList<>();
    for (int i = 0; i < printed; i++) {
      figures.add("X%d,paper,m,descriptive,variable = 'g%d',mean,5.56,2".formatted(i, i));
      figures.add("X%d,paper,s,descriptive,variable = 'g%d',sd,19.60,2".formatted(i, i));
    }
    figures.add("Y,paper,F,hypothesis_test,method = 'anova',statistic,11.90,2");
    Map<String, List<? extends Record>> tables =
        Map.of(
            "descriptive",
            IntStream.range(0, printed).mapToObj(i -> described("g" + i, 5.56, 19.60)).toList(),
            "hypothesis_test",
            List.of(tested(groups, 11.87)));
    return check(tables, figures.toArray(String[]::new)).get(2 * printed);
  }
}

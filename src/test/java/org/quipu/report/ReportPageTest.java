package org.quipu.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.quipu.table.Text;
import org.quipu.table.row.CheckRow;
import org.quipu.table.row.FigureCheckRow;
import org.quipu.table.row.FittedLineRow;
import org.quipu.table.row.GroupAssignmentRow;
import org.quipu.table.row.GroupSummaryRow;
import org.quipu.table.row.HistogramRow;
import org.quipu.table.row.PracticeScoreRow;
import org.quipu.table.row.QuarantineRow;
import org.xml.sax.InputSource;

class ReportPageTest {

  private record Rows(List<Record> rows) implements ResultRows {
    @Override
    public <R extends Record> List<R> of(Class<R> row) {
      return rows.stream().filter(row::isInstance).map(row::cast).toList();
    }
  }

  @Test
  void drawsWellFormedPlots() throws Exception {
    String page = page("en", rows());

    List<String> plots = plots(page);
    assertThat(plots).hasSize(4);
    for (String plot : plots) {
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(plot)));
      assertThat(plot).doesNotContain("NaN", "Infinity");
    }
  }

  @Test
  void needsNothingBesideItself() {
    assertThat(page("en", rows()))
        .doesNotContain("<script", "src=", "@import", "url(")
        .doesNotContainPattern("href=\"http");
  }

  @Test
  void canBeUsedWithoutEyesOrMouse() {
    assertThat(page("es", rows()))
        .contains("<th scope=\"col\"")
        .doesNotContainPattern("<th(?! scope)[ >]")
        .containsPattern("<input type=\"radio\" name=\"language\" id=\"es\" checked")
        .contains("<label for=\"en\">", "#en:focus-visible~.page label[for=en]")
        .contains("<main class=\"en\" lang=\"en\">", "<main class=\"es\" lang=\"es\">")
        .doesNotContainPattern("<svg(?! role=\"img\")");
  }

  @Test
  void showsNoSignOfTheDataAsMarkup() {
    List<Record> rows = new ArrayList<>(rows());
    rows.add(
        new FigureCheckRow(
            "X01",
            "paper",
            "<img src=x onerror=alert(1)>",
            1.0,
            2.0,
            1.0,
            "differs",
            "a < b & \"c\"",
            "a < b & 'c'"));

    assertThat(page("en", rows))
        .contains("&lt;img src=x onerror=alert(1)&gt;", "a &lt; b &amp; &#39;c&#39;")
        .doesNotContain("<img");
  }

  @Test
  void keepsQuarantinedRowsToItself() {
    assertThat(page("en", rows())).contains("diresa known").doesNotContain("Maria Quispe");
  }

  @Test
  void opensInTheLanguageOfTheRun() {
    assertThat(page("es", rows())).contains("<html lang=\"es\">").contains("id=\"es\" checked");
    assertThat(page("en", rows())).contains("<html lang=\"en\">").contains("id=\"en\" checked");
  }

  @Test
  void isEmptyWithoutStudies() {
    assertThat(page("en", List.of())).contains("</html>").doesNotContain("<svg", "<table");
  }

  @Test
  void everySectionThatIsOpenedIsClosed() {
    for (List<Record> rows : List.of(List.<Record>of(), rows())) {
      String page = page("en", rows);
      assertThat(page.split("</section>", -1)).hasSameSizeAs(page.split("<section>", -1));
    }
  }

  @Test
  void joinsTheLabelsOfDiresasAtOnePoint() {
    assertThat(page("en", rows())).contains(">D01, D03</text>");
  }

  private static List<String> plots(String page) {
    List<String> plots = new ArrayList<>();
    for (int from = page.indexOf("<svg"); from >= 0; from = page.indexOf("<svg", from + 1)) {
      plots.add(page.substring(from, page.indexOf("</svg>", from) + "</svg>".length()));
    }
    return plots;
  }

  private static String page(String language, List<Record> rows) {
    return ReportPage.of(
        new Rows(rows),
        new ReportPage.Context(
            language, "r1", Map.of("Q01/A", new Text("a practice", "una práctica")), Map.of()));
  }

  private static List<Record> rows() {
    return List.of(
        score("D01", 40.0),
        score("D02", 10.0),
        score("D03", 40.0),
        new GroupAssignmentRow("D01", 90.0, 100L, 1),
        new GroupAssignmentRow("D02", 20.0, null, 2),
        new GroupAssignmentRow("D03", 90.0, 80L, 1),
        line("least_squares", -3.3, 2.33),
        line("theil_sen", null, null),
        new GroupSummaryRow(1, "performance", 2, 180L, 90.0, 90.0, 90.0, 90.0),
        new GroupSummaryRow(2, "performance", 1, null, null, 20.0, 20.0, 20.0),
        new HistogramRow("s", "raw", "national", "PE", "economic", "dimension", 1, 1, 2, 10),
        new HistogramRow("s", "raw", "national", "PE", "economic", "dimension", 2, 2, 5, 30),
        new QuarantineRow(
            "staff-survey", "s.csv", 7L, "R7;Maria Quispe;3", "diresa_known", "es", "en"),
        new CheckRow(
            "staff_survey_diresa_known",
            "staff-survey",
            "diresa_known",
            "reject",
            9L,
            1L,
            100.0 / 9,
            null,
            "passed_with_failing_rows",
            "es",
            "en"));
  }

  private static Record score(String diresa, double percent) {
    return new PracticeScoreRow(diresa, "all", 3, 10, percent);
  }

  private static Record line(String method, Double intercept, Double slope) {
    return new FittedLineRow(
        "management-practices",
        "diresa",
        "practice_score",
        "performance",
        method,
        3,
        intercept,
        slope,
        slope == null ? "no_variance" : "ok",
        null,
        null);
  }
}

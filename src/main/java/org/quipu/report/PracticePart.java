package org.quipu.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quipu.table.Text;
import org.quipu.table.row.PracticeComparisonRow;

/** Study 1 on the page. */
final class PracticePart {
  private static final double SIGNIFICANCE = 0.05;

  private PracticePart() {}

  static String html(ResultRows rows, Phrases phrases, Map<String, Text> texts) {
    PracticeFindings found = PracticeFindings.of(rows);
    if (!found.isPresent()) {
      return "";
    }
    PracticeLines lines = new PracticeLines(found, phrases);
    StringBuilder html = new StringBuilder("<section><h2>");
    html.append(
        phrases.say(
            "Do DIRESAs with more good practices perform better?",
            "¿Se desempeñan mejor las DIRESA con más buenas prácticas?"));
    html.append("</h2>");
    found.correlation("pearson").ifPresent(row -> paragraph(html, "lead", lines.correlation(row)));
    ScatterPlot.of(rows, phrases)
        .ifPresent(
            svg ->
                html.append("<div class=\"card\">")
                    .append(svg)
                    .append(legend(phrases))
                    .append("</div>"));
    html.append("<h3>").append(phrases.say("The two groups", "Los dos grupos")).append("</h3>");
    html.append("<div class=\"card\">").append(GroupPlot.of(found, phrases)).append("</div>");
    paragraph(html, "", lines.tests());
    paragraph(html, "", lines.confounders());
    new ConclusionLines(rows, phrases).practices().forEach(line -> paragraph(html, "", line));
    practices(html, found, phrases, texts);
    return html.append("</section>").toString();
  }

  private static void paragraph(StringBuilder html, String style, String words) {
    if (!words.isEmpty()) {
      html.append("<p class=\"%s\">".formatted(style)).append(Markup.text(words)).append("</p>");
    }
  }

  private static String legend(Phrases phrases) {
    return "<p class=\"note\"><span class=\"key\" style=\"background:%s\"></span>%s<span class=\"key\" style=\"background:%s\"></span>%s · %s</p>"
        .formatted(
            Plot.GROUP_1,
            phrases.say("group 1, higher performing", "grupo 1, mayor desempeño"),
            Plot.GROUP_2,
            phrases.say("group 2, lower performing", "grupo 2, menor desempeño"),
            phrases.say(
                "a point is a DIRESA, its area the number of facilities · solid: least squares, dashed: Theil–Sen",
                "cada punto es una DIRESA y su área el número de establecimientos · continua: mínimos cuadrados, discontinua: Theil–Sen"));
  }

  private static void practices(
      StringBuilder html, PracticeFindings found, Phrases phrases, Map<String, Text> texts) {
    if (found.comparisons().isEmpty()) {
      return;
    }
    html.append("<h3>")
        .append(
            phrases.say(
                "Good practices more frequent in group 1",
                "Buenas prácticas más frecuentes en el grupo 1"))
        .append("</h3>");
    HtmlTable table =
        new HtmlTable(
            List.of(
                "",
                phrases.say("function", "función"),
                phrases.say("practice", "práctica"),
                phrases.say("group 1", "grupo 1"),
                phrases.say("group 2", "grupo 2"),
                phrases.say("p, adjusted", "p ajustada")));
    for (PracticeComparisonRow row : found.comparisons()) {
      String key = row.questionId() + "/" + row.optionId();
      table.row(
          "",
          List.of(
              key,
              Phrases.words(row.function()),
              Optional.ofNullable(texts.get(key))
                  .map(text -> phrases.say(text.en(), text.es()))
                  .orElse(""),
              row.used1() + " / " + row.n1(),
              row.used2() + " / " + row.n2(),
              phrases.twoDigits(row.pAdjusted())));
    }
    html.append(table.html());
    boolean chance =
        found.comparisons().stream()
            .allMatch(row -> row.pAdjusted() == null || row.pAdjusted() >= SIGNIFICANCE);
    if (chance) {
      paragraph(
          html,
          "note",
          phrases.say(
              "By itself none of these practices can be told from chance, as the adjusted p-values say.",
              "Por sí sola ninguna de estas prácticas se distingue del azar, como dicen los valores p ajustados."));
    }
  }
}

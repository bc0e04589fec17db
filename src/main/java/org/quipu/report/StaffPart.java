package org.quipu.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quipu.table.Text;
import org.quipu.table.row.DescriptiveRow;
import org.quipu.table.row.HypothesisTestRow;
import org.quipu.table.row.Summary;

/** Study 2 on the page. */
final class StaffPart {
  private static final int EXTREMES = 5;
  private static final List<String> METHODS =
      List.of(
          "anova", "welch_anova", "rm_anova", "cluster_robust_wald", "kruskal_wallis", "friedman");

  private StaffPart() {}

  static String html(ResultRows rows, Phrases phrases, Map<String, Text> items) {
    StaffFindings found = StaffFindings.of(rows);
    if (!found.isPresent()) {
      return "";
    }
    StaffLines lines = new StaffLines(found, phrases);
    StringBuilder html = new StringBuilder("<section><h2>");
    html.append(
        phrases.say(
            "How do staff see the dimensions of governance?",
            "¿Cómo ve el personal las dimensiones de la gobernanza?"));
    html.append("</h2>");
    found
        .sample()
        .ifPresent(
            row ->
                html.append(
                    "<p class=\"note\">" + Markup.text(lines.sample(row).substring(3)) + "</p>"));
    html.append("<p class=\"lead\">").append(Markup.text(lines.cleaning())).append("</p>");
    html.append("<div class=\"two\">");
    for (StaffFindings.Dimension dimension : found.dimensions()) {
      for (String cleaning : List.of(StaffFindings.RAW, StaffFindings.CLEAN)) {
        html.append("<div class=\"card\">")
            .append(HistogramPlot.of(rows, dimension.id(), cleaning, phrases))
            .append("</div>");
      }
    }
    html.append("</div>");
    html.append("<h3>").append(phrases.say("Dimensions", "Dimensiones")).append("</h3>");
    html.append(dimensions(found, lines, phrases));
    html.append("<h3>")
        .append(phrases.say("Do the dimensions differ?", "¿Difieren las dimensiones?"))
        .append("</h3>");
    html.append(tests(found, lines, phrases));
    new ConclusionLines(rows, phrases)
        .staff()
        .forEach(line -> html.append("<p>").append(Markup.text(line)).append("</p>"));
    html.append("<p>").append(Markup.text(lines.reliability())).append("</p>");
    html.append(extremes(found, phrases, items));
    return html.append("</section>").toString();
  }

  private static String dimensions(StaffFindings found, StaffLines lines, Phrases phrases) {
    HtmlTable table =
        new HtmlTable(
            List.of(
                "",
                phrases.say("raw: mean ± SD", "cruda: media ± DE"),
                phrases.say("median [IQR]", "mediana [RIC]"),
                phrases.say("maximum", "máximo"),
                phrases.say("clean: mean ± SD", "limpia: media ± DE"),
                phrases.say("median [IQR]", "mediana [RIC]"),
                "n"));
    for (StaffFindings.Dimension one : found.dimensions()) {
      table.row(
          "",
          List.of(
              one.id(),
              lines.meanSd(one.raw()),
              lines.median(one.raw()),
              phrases.number(one.raw().max(), 2),
              lines.meanSd(one.clean()),
              lines.median(one.clean()),
              phrases.count(one.clean().n())));
    }
    return table.html();
  }

  private static String tests(StaffFindings found, StaffLines lines, Phrases phrases) {
    HtmlTable table =
        new HtmlTable(
            List.of(
                phrases.say("test", "prueba"),
                phrases.say("raw", "cruda"),
                "p",
                phrases.say("clean", "limpia"),
                "p"));
    for (String method : METHODS) {
      Optional<HypothesisTestRow> raw = found.acrossDimensions(StaffFindings.RAW, method);
      Optional<HypothesisTestRow> clean = found.acrossDimensions(StaffFindings.CLEAN, method);
      if (raw.isPresent() || clean.isPresent()) {
        table.row(
            found.conclusionChanges(method) ? "differs" : "",
            List.of(
                name(method, phrases),
                raw.map(lines::statistic).orElse("–"),
                phrases.twoDigits(raw.map(HypothesisTestRow::pValue).orElse(null)),
                clean.map(lines::statistic).orElse("–"),
                phrases.twoDigits(clean.map(HypothesisTestRow::pValue).orElse(null))));
      }
    }
    return table.html()
        + "<p class=\"note\">"
        + phrases.say(
            "Coloured: the conclusion depends on cleaning.",
            "En color: la conclusión depende de la limpieza.")
        + "</p>";
  }

  private static String name(String method, Phrases phrases) {
    return switch (method) {
      case "anova" -> phrases.say("ANOVA (means)", "ANOVA (medias)");
      case "welch_anova" ->
          phrases.say("Welch (unequal variances)", "Welch (varianzas desiguales)");
      case "rm_anova" ->
          phrases.say("Repeated measures (same people)", "Medidas repetidas (mismas personas)");
      case "cluster_robust_wald" ->
          phrases.say(
              "Cluster-robust (facilities as clusters)",
              "Robusta (establecimientos como conglomerados)");
      case "kruskal_wallis" -> phrases.say("Kruskal–Wallis (ranks)", "Kruskal–Wallis (rangos)");
      case "friedman" ->
          phrases.say("Friedman (ranks, same people)", "Friedman (rangos, mismas personas)");
      default -> Phrases.words(method);
    };
  }

  private static String extremes(StaffFindings found, Phrases phrases, Map<String, Text> items) {
    List<DescriptiveRow> ranked =
        found.described().stream()
            .filter(row -> row.kind().equals("item") && row.cleaning().equals(StaffFindings.CLEAN))
            .filter(row -> row.rank() != null)
            .sorted(
                Comparator.comparing(DescriptiveRow::rank).thenComparing(DescriptiveRow::variable))
            .toList();
    List<DescriptiveRow> shown = new ArrayList<>(ranked);
    if (ranked.size() > 2 * EXTREMES) {
      shown = new ArrayList<>(ranked.subList(0, EXTREMES));
      shown.addAll(ranked.subList(ranked.size() - EXTREMES, ranked.size()));
    }
    HtmlTable table =
        new HtmlTable(
            List.of(
                phrases.say("rank", "puesto"),
                phrases.say("item", "ítem"),
                "",
                phrases.say("mean", "media"),
                phrases.say("median", "mediana")));
    for (DescriptiveRow row : shown) {
      Text text = items.get(row.variable());
      table.row(
          "",
          List.of(
              String.valueOf(row.rank()),
              row.variable(),
              text == null ? "" : phrases.say(text.en(), text.es()),
              phrases.number(Summary.orNull(row.summary().mean()), 2),
              phrases.number(Summary.orNull(row.summary().median()), 1)));
    }
    return "<h3>"
        + phrases.say(
            "Items with the highest and the lowest means, clean",
            "Ítems con las medias más altas y más bajas, limpia")
        + "</h3>"
        + table.html();
  }
}

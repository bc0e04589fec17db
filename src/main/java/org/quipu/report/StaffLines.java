package org.quipu.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.quipu.table.row.HypothesisTestRow;
import org.quipu.table.row.ReliabilityRow;
import org.quipu.table.row.SampleRow;
import org.quipu.table.row.Summary;

/** Study 2 on the screen. */
final class StaffLines {
  private static final int MOST_DIMENSIONS = 8;

  private static final Map<String, String> METHODS =
      new TreeMap<>(
          Map.of(
              "anova", "ANOVA",
              "welch_anova", "Welch",
              "kruskal_wallis", "Kruskal–Wallis",
              "friedman", "Friedman",
              "rm_anova", "RM-ANOVA"));

  private final StaffFindings found;
  private final Phrases phrases;

  StaffLines(StaffFindings found, Phrases phrases) {
    this.found = found;
    this.phrases = phrases;
  }

  static List<String> of(StaffFindings found, Phrases phrases, int width) {
    StaffLines lines = new StaffLines(found, phrases);
    List<String> all = new ArrayList<>(Columns.wrapped(lines.heading(), width));
    all.addAll(lines.dimensions());
    all.addAll(Columns.wrapped(lines.cleaning(), width));
    all.addAll(lines.tests());
    all.addAll(Columns.wrapped(lines.reliability(), width));
    all.removeIf(String::isBlank);
    return all;
  }

  private String heading() {
    String title = phrases.say("STAFF GOVERNANCE", "GOBERNANZA SEGÚN EL PERSONAL");
    return title + found.sample().map(this::sample).orElse("");
  }

  String sample(SampleRow row) {
    StringBuilder text = new StringBuilder();
    text.append(phrases.say(" · eligible: ", " · elegibles: "))
        .append(phrases.count(row.eligible()))
        .append(phrases.say(" of ", " de "))
        .append(phrases.count(row.respondents()));
    text.append(phrases.say(" · facilities: ", " · establecimientos: "))
        .append(phrases.count(row.facilities()));
    if (row.population() != null) {
      text.append(phrases.say(" · population: ", " · población: "))
          .append(phrases.count(row.population()));
    }
    if (row.marginPoints() != null) {
      text.append(phrases.say(" · margin ±", " · margen ±"))
          .append(phrases.number(row.marginPoints(), 1));
    }
    return text.toString();
  }

  private List<String> dimensions() {
    List<List<String>> rows = new ArrayList<>();
    String mean = phrases.say("mean ± SD", "media ± DE");
    String median = phrases.say("median [IQR]", "mediana [RIC]");
    rows.add(
        List.of(
            phrases.say("  dimension", "  dimensión"),
            phrases.say("raw: ", "cruda: ") + mean,
            median,
            phrases.say("max", "máx"),
            phrases.say("clean", "limpia"),
            median));
    for (StaffFindings.Dimension dimension :
        found.dimensions().stream().limit(MOST_DIMENSIONS).toList()) {
      rows.add(
          List.of(
              "  " + dimension.id(),
              meanSd(dimension.raw()),
              median(dimension.raw()),
              phrases.number(dimension.raw().max(), 1),
              meanSd(dimension.clean()),
              median(dimension.clean())));
    }
    return Columns.lines(rows, 1);
  }

  String meanSd(Summary summary) {
    return phrases.number(Summary.orNull(summary.mean()), 2)
        + " ± "
        + phrases.number(Summary.orNull(summary.sd()), 2);
  }

  String median(Summary summary) {
    return phrases.number(Summary.orNull(summary.median()), 2)
        + " "
        + phrases.interval(Summary.orNull(summary.q1()), Summary.orNull(summary.q3()), 2);
  }

  /** What cleaning removed and what that did, in words. */
  String cleaning() {
    if (found.removals().isEmpty()) {
      return phrases.say(
          "Cleaning removed nothing: raw and clean are the same.",
          "La limpieza no retiró nada: cruda y limpia son iguales.");
    }
    String removed =
        found.removals().entrySet().stream()
            .map(entry -> phrases.count(entry.getValue()) + " " + rule(entry))
            .collect(Collectors.joining(", "));
    StringBuilder text = new StringBuilder();
    text.append(phrases.say("Of ", "De "))
        .append(phrases.count(found.answers()))
        .append(phrases.say(" answers cleaning removed ", " respuestas la limpieza retiró "))
        .append(removed);
    mostMoved()
        .ifPresent(
            moved ->
                text.append(
                    phrases
                        .say(
                            ". With them the mean of %s is %s, without them %s (medians %s and %s)",
                            ". Con ellas la media de %s es %s, sin ellas %s (medianas %s y %s)")
                        .formatted(
                            moved.id(),
                            phrases.number(moved.raw().mean(), 2),
                            phrases.number(moved.clean().mean(), 2),
                            phrases.number(moved.raw().median(), 2),
                            phrases.number(moved.clean().median(), 2))));
    return text.append('.').append(conclusions()).toString();
  }

  private String rule(Map.Entry<String, Long> entry) {
    return switch (entry.getKey()) {
      case "scale_bounds" -> phrases.say("off the answer scale", "fuera de la escala");
      case "min_answered_share" ->
          phrases.say("respondents with too few answers", "personas con muy pocas respuestas");
      case "fence" -> phrases.say("scores beyond the fences", "puntajes fuera de los límites");
      default -> Phrases.words(entry.getKey());
    };
  }

  private Optional<StaffFindings.Dimension> mostMoved() {
    return found.dimensions().stream()
        .filter(dimension -> moved(dimension) > 0)
        .max(Comparator.comparingDouble(StaffLines::moved));
  }

  /** How far cleaning moves a mean; NaN where there is none. */
  private static double moved(StaffFindings.Dimension dimension) {
    return Math.abs(dimension.raw().mean() - dimension.clean().mean());
  }

  private String conclusions() {
    List<String> changed =
        METHODS.keySet().stream()
            .filter(found::conclusionChanges)
            .map(method -> METHODS.get(method))
            .toList();
    if (changed.isEmpty()) {
      return phrases.say(" No conclusion below changes.", " Ninguna conclusión de abajo cambia.");
    }
    return phrases.say(" Conclusions that change: ", " Conclusiones que cambian: ")
        + String.join(", ", changed)
        + ".";
  }

  private List<String> tests() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            phrases.say("  do the dimensions differ?", "  ¿difieren las dimensiones?"),
            phrases.say("raw", "cruda"),
            "",
            phrases.say("clean", "limpia"),
            ""));
    addTest(rows, "anova", phrases.say("ANOVA (means)", "ANOVA (medias)"));
    addTest(
        rows, "kruskal_wallis", phrases.say("Kruskal–Wallis (ranks)", "Kruskal–Wallis (rangos)"));
    addTest(
        rows,
        "friedman",
        phrases.say("Friedman (ranks, same people)", "Friedman (rangos, mismas personas)"));
    return rows.size() == 1 ? List.of() : Columns.lines(rows, 5);
  }

  private void addTest(List<List<String>> rows, String method, String name) {
    Optional<HypothesisTestRow> raw = found.acrossDimensions(StaffFindings.RAW, method);
    Optional<HypothesisTestRow> clean = found.acrossDimensions(StaffFindings.CLEAN, method);
    if (raw.isPresent() || clean.isPresent()) {
      rows.add(
          List.of(
              "    " + name,
              raw.map(this::statistic).orElse("–"),
              raw.map(row -> phrases.p(row.pValue())).orElse("–"),
              clean.map(this::statistic).orElse("–"),
              clean.map(row -> phrases.p(row.pValue())).orElse("–")));
    }
  }

  String statistic(HypothesisTestRow row) {
    if (row.statistic() == null) {
      return row.state();
    }
    return row.df2() == null
        ? "χ²(%.0f) = %s".formatted(row.df1(), phrases.number(row.statistic(), 2))
        : "F(%.0f%s %.0f) = %s"
            .formatted(
                row.df1(), phrases.say(",", ";"), row.df2(), phrases.number(row.statistic(), 2));
  }

  String reliability() {
    Optional<ReliabilityRow> all = found.alpha(StaffFindings.CLEAN, StaffFindings.ALL_ITEMS);
    if (all.isEmpty()) {
      return "";
    }
    StringBuilder text =
        new StringBuilder(phrases.say("Cronbach's alpha, clean: ", "Alfa de Cronbach, limpia: "))
            .append(phrases.say("all items ", "todos los ítems "))
            .append(
                (alpha(all.get())
                        + ' '
                        + phrases.interval(all.get().confLow(), all.get().confHigh(), 2))
                    .strip());
    for (StaffFindings.Dimension dimension :
        found.dimensions().stream().limit(MOST_DIMENSIONS).toList()) {
      found
          .alpha(StaffFindings.CLEAN, dimension.id())
          .ifPresent(row -> text.append(", " + dimension.id() + " " + alpha(row)));
    }
    found
        .alpha(StaffFindings.RAW, StaffFindings.ALL_ITEMS)
        .ifPresent(
            row ->
                text.append(phrases.say("; raw: all items ", "; cruda: todos los ítems "))
                    .append(alpha(row)));
    return text.append('.').toString();
  }

  private String alpha(ReliabilityRow row) {
    return row.estimate() == null ? row.state() : phrases.number(row.estimate(), 2);
  }
}

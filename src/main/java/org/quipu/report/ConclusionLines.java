package org.quipu.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quipu.table.row.ConclusionRow;

/** In a sentence, which single change would overturn a headline, or that none would. */
final class ConclusionLines {
  private static final int MOST_NAMED = 4;
  private static final int MOST_LINKED = 8;
  private static final String LINKAGE = "_median_clean~performance:spearman";

  private final List<ConclusionRow> rows;
  private final Phrases phrases;

  ConclusionLines(ResultRows rows, Phrases phrases) {
    this.rows = rows.of(ConclusionRow.class);
    this.phrases = phrases;
  }

  /**
   * A figure of the screen and the headline it is in the tables.
   *
   * @param level null where the headline has one level only
   */
  private record Figure(
      String name, String study, String level, String cleaning, String headline) {}

  /** Study 1: the correlation and both differences between the groups. */
  List<String> practices() {
    return lines(
        List.of(
            new Figure(
                "r", "management-practices", null, null, "practice_score~performance:pearson"),
            new Figure(
                phrases.say("goals met", "metas cumplidas"),
                "management-practices",
                null,
                null,
                "performance~group:chi_square"),
            new Figure(
                phrases.say("practices used", "prácticas usadas"),
                "management-practices",
                null,
                null,
                "practice_use~group:chi_square")));
  }

  /** Study 2: the published comparison of the dimensions, before and after cleaning. */
  List<String> staff() {
    return lines(
        List.of(
            new Figure(
                phrases.say("ANOVA, raw", "ANOVA, cruda"),
                "staff-governance",
                null,
                "raw",
                "dimension_score~dimension:anova"),
            new Figure(
                phrases.say("ANOVA, clean", "ANOVA, limpia"),
                "staff-governance",
                null,
                "clean",
                "dimension_score~dimension:anova")));
  }

  /** Study 3: Spearman's coefficients of clean medians and performance. */
  List<String> linkage() {
    return lines(
        rows.stream()
            .filter(row -> row.study().equals("linkage") && row.headline().endsWith(LINKAGE))
            .map(
                row ->
                    new Figure(
                        LinkageLines.level(row.level(), phrases)
                            + " "
                            + row.headline().replace(LINKAGE, ""),
                        row.study(),
                        row.level(),
                        null,
                        row.headline()))
            .distinct()
            .sorted(Comparator.comparing(Figure::level).thenComparing(Figure::headline))
            .limit(MOST_LINKED)
            .toList());
  }

  private List<String> lines(List<Figure> figures) {
    List<String> parts = new ArrayList<>();
    for (Figure figure : figures) {
      List<ConclusionRow> tried =
          rows.stream()
              .filter(row -> row.study().equals(figure.study))
              .filter(row -> row.headline().equals(figure.headline) && row.changes() != null)
              .filter(row -> figure.level == null || figure.level.equals(row.level()))
              .filter(row -> figure.cleaning == null || figure.cleaning.equals(row.cleaning()))
              .toList();
      if (!tried.isEmpty()) {
        parts.add(figure.name + ": " + overturning(tried));
      }
    }
    return parts.isEmpty()
        ? List.of()
        : List.of(
            phrases.say(
                    "Which single change would overturn it? ",
                    "¿Qué cambio lo revertiría por sí solo? ")
                + String.join("; ", parts)
                + ".");
  }

  private String overturning(List<ConclusionRow> tried) {
    List<String> changes =
        tried.stream()
            .filter(ConclusionRow::changes)
            .sorted(
                Comparator.<ConclusionRow>comparingInt(row -> rank(row.alternative()))
                    .thenComparing(ConclusionRow::alternative)
                    .thenComparing(ConclusionRow::change))
            .map(this::named)
            .toList();
    if (changes.isEmpty()) {
      return phrases.say("none of ", "ninguno de ")
          + tried.size()
          + phrases.say(" tried", " probados");
    }
    List<String> shown = changes.subList(0, Math.min(MOST_NAMED, changes.size()));
    return changes.size()
        + phrases.say(" of ", " de ")
        + tried.size()
        + " ("
        + String.join(", ", shown)
        + (changes.size() > shown.size() ? ", …" : "")
        + ")";
  }

  /** What a reader can point at comes first: a unit, a verdict, a value. */
  private static int rank(String alternative) {
    int place = List.of("leave_one_out", "verdict", "outlier", "cleaning").indexOf(alternative);
    return place < 0 ? 4 : place;
  }

  private String named(ConclusionRow row) {
    return switch (row.alternative()) {
      case "leave_one_out" -> phrases.say("without ", "sin ") + row.change();
      case "verdict" -> phrases.say("verdict on ", "veredicto sobre ") + row.change();
      case "outlier" -> phrases.say("without outliers by ", "sin atípicos según ") + row.change();
      case "cleaning" ->
          row.change().equals("raw")
              ? phrases.say("raw answers", "respuestas crudas")
              : phrases.say("clean answers", "respuestas limpias");
      case "adjusted" -> {
        String[] held = row.change().split(",");
        yield held.length > 1
            ? phrases
                .say("holding %d variables constant", "con %d variables constantes")
                .formatted(held.length)
            : phrases.say("holding ", "con ")
                + Phrases.words(held[0])
                + phrases.say(" constant", " constante");
      }
      default -> row.change();
    };
  }
}

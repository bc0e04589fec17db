package org.quipu.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quipu.table.row.CorrelationRow;
import org.quipu.table.row.GroupSummaryRow;
import org.quipu.table.row.HypothesisTestRow;
import org.quipu.table.row.PracticeComparisonRow;

/** Study 1 on the screen. */
final class PracticeLines {
  private static final int MOST_PRACTICES = 6;

  /** A context indicator's variable, e.g. infant_mortality_2007. */
  private static final Pattern NAME_AND_PERIOD = Pattern.compile("(.+)_(\\d{4}(?:[-_]\\d\\d)?)");

  private final PracticeFindings found;
  private final Phrases phrases;

  PracticeLines(PracticeFindings found, Phrases phrases) {
    this.found = found;
    this.phrases = phrases;
  }

  /**
   * @param texts what a practice is, by question/option
   */
  static List<String> of(
      PracticeFindings found, Phrases phrases, Map<String, String> texts, int width) {
    PracticeLines lines = new PracticeLines(found, phrases);
    List<String> all = new ArrayList<>();
    all.add(lines.heading());
    found
        .correlation("pearson")
        .ifPresent(row -> all.addAll(Columns.wrapped(lines.correlation(row), width)));
    all.addAll(lines.groups());
    all.addAll(Columns.wrapped(lines.tests(), width));
    all.addAll(Columns.wrapped(lines.confounders(), width));
    all.addAll(lines.practices(texts, width));
    all.removeIf(String::isBlank);
    return all;
  }

  private String heading() {
    String title =
        phrases.say("MANAGEMENT PRACTICES AND PERFORMANCE", "PRÁCTICAS DE GESTIÓN Y DESEMPEÑO");
    return found
        .response()
        .map(
            row ->
                title
                    + phrases.say(" · DIRESAs responding: ", " · DIRESA que respondieron: ")
                    + phrases.count(row.responding())
                    + (row.surveyed() == null
                        ? ""
                        : phrases.say(" of ", " de ") + phrases.count(row.surveyed()))
                    + (row.clasFacilitiesReported() == null
                        ? ""
                        : phrases.say(" · CLAS facilities: ", " · establecimientos CLAS: ")
                            + phrases.count(row.clasFacilitiesReported())))
        .orElse(title);
  }

  String correlation(CorrelationRow pearson) {
    if (pearson.estimate() == null) {
      return phrases.say(
          "Practices and performance: no correlation. " + pearson.reason(),
          "Prácticas y desempeño: sin correlación. " + pearson.reasonEs());
    }
    boolean sure = pearson.confLow() != null && pearson.confLow() * pearson.confHigh() > 0;
    boolean up = pearson.estimate() > 0;
    String answer =
        !sure
            ? phrases.say(
                "Whether good practices go with performance is not clear: ",
                "No está claro si las buenas prácticas acompañan al desempeño: ")
            : up
                ? phrases.say(
                    "DIRESAs with more good practices perform better: ",
                    "Las DIRESA con más buenas prácticas se desempeñan mejor: ")
                : phrases.say(
                    "DIRESAs with more good practices perform worse: ",
                    "Las DIRESA con más buenas prácticas se desempeñan peor: ");
    StringBuilder text = new StringBuilder(answer);
    text.append("r = ").append(phrases.number(pearson.estimate(), 2)).append(' ');
    text.append(phrases.interval(pearson.confLow(), pearson.confHigh(), 2)).append(", ");
    text.append(phrases.p(pearson.pValue())).append(", n = ").append(pearson.n());
    if (pearson.looMin() != null) {
      text.append(phrases.say("; without any one DIRESA ", "; sin una DIRESA cualquiera, "))
          .append(phrases.number(pearson.looMin(), 2))
          .append(phrases.say(" to ", " a "))
          .append(phrases.number(pearson.looMax(), 2));
    }
    found
        .correlation("spearman")
        .filter(row -> row.estimate() != null)
        .ifPresent(row -> text.append("; Spearman ").append(phrases.number(row.estimate(), 2)));
    return text.append('.').toString();
  }

  private List<String> groups() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            phrases.say("  group", "  grupo"),
            "DIRESA",
            phrases.say("facilities", "establec."),
            phrases.say("meet goals", "cumplen metas"),
            phrases.say("range of DIRESAs", "rango de DIRESA"),
            phrases.say("good practices used", "buenas prácticas usadas")));
    addGroup(rows, 1, phrases.say("  1 higher", "  1 mayor"));
    addGroup(rows, 2, phrases.say("  2 lower", "  2 menor"));
    addGroup(rows, 0, phrases.say("  all", "  todas"));
    return rows.size() == 1 ? List.of() : Columns.lines(rows, 1);
  }

  private void addGroup(List<List<String>> rows, int group, String name) {
    Optional<GroupSummaryRow> performance = found.performance(group);
    Optional<GroupSummaryRow> practices = found.practices(group);
    performance.ifPresent(
        row ->
            rows.add(
                List.of(
                    name,
                    phrases.count(row.units()),
                    row.facilities() == null ? "–" : phrases.count(row.facilities()),
                    phrases.percent(row.meanWeighted(), 1),
                    phrases.number(row.min(), 0)
                        + phrases.say(" to ", " a ")
                        + phrases.percent(row.max(), 0),
                    phrases.percent(
                        practices.map(GroupSummaryRow::meanUnweighted).orElse(null), 1))));
  }

  String tests() {
    List<String> parts = new ArrayList<>();
    found
        .test("performance", "chi_square")
        .ifPresent(row -> parts.add(chiSquare(phrases.say("goals met", "metas cumplidas"), row)));
    found
        .test("practice_use", "chi_square")
        .ifPresent(
            row -> parts.add(chiSquare(phrases.say("practices used", "prácticas usadas"), row)));
    return parts.isEmpty()
        ? ""
        : phrases.say("Between the groups: ", "Entre los grupos: ")
            + String.join("; ", parts)
            + ".";
  }

  private String chiSquare(String what, HypothesisTestRow row) {
    return row.statistic() == null
        ? what + ": " + phrases.say(row.reason(), row.reasonEs()).replaceFirst("\\.$", "")
        : "%s χ² = %s, %s"
            .formatted(what, phrases.number(row.statistic(), 1), phrases.p(row.pValue()));
  }

  /** Each confounder and period: the means of group 1 / group 2; how sure any difference is. */
  String confounders() {
    Map<String, List<String>> means = new TreeMap<>();
    Double least = null;
    for (String variable : found.confounders()) {
      Optional<GroupSummaryRow> first = found.confounder(variable, 1);
      Optional<GroupSummaryRow> second = found.confounder(variable, 2);
      if (first.isPresent() && second.isPresent()) {
        Matcher named = NAME_AND_PERIOD.matcher(variable);
        String name = named.matches() ? named.group(1) : variable;
        String period = named.matches() ? " (" + named.group(2) + ")" : "";
        means
            .computeIfAbsent(Phrases.words(name), k -> new ArrayList<>())
            .add(mean(first.get()) + "/" + mean(second.get()) + period);
        Double p = found.test(variable, "welch_t").map(HypothesisTestRow::pValue).orElse(null);
        least = p != null && (least == null || p < least) ? p : least;
      }
    }
    if (means.isEmpty()) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    means.forEach((name, values) -> parts.add(name + " " + String.join(", ", values)));
    return phrases.say("Confounders, group 1/2: ", "Factores de confusión, grupo 1/2: ")
        + String.join("; ", parts)
        + (least == null ? "" : phrases.say("; smallest ", "; la menor ") + phrases.p(least))
        + ".";
  }

  private String mean(GroupSummaryRow row) {
    return phrases.number(row.meanUnweighted(), 0);
  }

  private List<String> practices(Map<String, String> texts, int width) {
    List<String> lines = new ArrayList<>();
    List<PracticeComparisonRow> rows = found.comparisons();
    if (rows.isEmpty()) {
      return lines;
    }
    lines.add(
        phrases.say(
                "Good practices more frequent in group 1: ",
                "Buenas prácticas más frecuentes en el grupo 1: ")
            + rows.size()
            + phrases.say(
                " (DIRESAs of group 1, of group 2)", " (DIRESA del grupo 1, del grupo 2)"));
    for (PracticeComparisonRow row : rows.subList(0, Math.min(MOST_PRACTICES, rows.size()))) {
      String key = row.questionId() + "/" + row.optionId();
      lines.add(
          Phrases.cut(
              "  %s %d/%d, %d/%d  %s"
                  .formatted(
                      key,
                      row.used1(),
                      row.n1(),
                      row.used2(),
                      row.n2(),
                      texts.getOrDefault(key, "")),
              width));
    }
    if (rows.size() > MOST_PRACTICES) {
      lines.add("  … jobs/quipu show practice_comparison --where \"more_frequent_in_1 = true\"");
    }
    return lines;
  }
}

package org.quipu.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.quipu.table.row.CheckRow;
import org.quipu.table.row.CorrelationRow;
import org.quipu.table.row.FigureCheckRow;
import org.quipu.table.row.HypothesisTestRow;
import org.quipu.table.row.Summary;

/**
 * What a run found, for machines: texts, numbers, lists and maps in a stable order. A key is absent
 * where the study did not run, and null where a number is undefined.
 */
public final class RunJson {
  private RunJson() {}

  public static Map<String, Object> of(ResultRows rows) {
    Map<String, Object> json = new LinkedHashMap<>();
    PracticeFindings practices = PracticeFindings.of(rows);
    if (practices.isPresent()) {
      json.put("management_practices", practices(practices));
    }
    StaffFindings staff = StaffFindings.of(rows);
    if (staff.isPresent()) {
      json.put("staff_governance", staff(staff));
    }
    List<FigureCheckRow> checks = rows.of(FigureCheckRow.class);
    if (!checks.isEmpty()) {
      json.put("figure_check", figures(checks));
    }
    json.put("rows", sources(rows));
    json.put(
        "checks_failed",
        rows.of(CheckRow.class).stream()
            .filter(row -> row.status().equals("failed"))
            .map(CheckRow::checkId)
            .sorted()
            .toList());
    return json;
  }

  private static Map<String, Object> practices(PracticeFindings found) {
    Map<String, Object> json = new LinkedHashMap<>();
    found.correlation("pearson").ifPresent(row -> json.put("pearson", correlation(row)));
    found.correlation("spearman").ifPresent(row -> json.put("spearman", correlation(row)));
    List<Object> groups = new ArrayList<>();
    for (int group : new int[] {0, 1, 2}) {
      found
          .performance(group)
          .ifPresent(
              row -> {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("group", row.group());
                one.put("diresas", row.units());
                one.put("facilities", row.facilities());
                one.put("percent_meeting", row.meanWeighted());
                one.put("min", row.min());
                one.put("max", row.max());
                one.put(
                    "good_practices_percent",
                    found.practices(group).map(score -> score.meanUnweighted()).orElse(null));
                groups.add(one);
              });
    }
    json.put("groups", groups);
    found.test("performance", "chi_square").ifPresent(row -> json.put("goals_met", test(row)));
    found
        .test("practice_use", "chi_square")
        .ifPresent(row -> json.put("practices_used", test(row)));
    json.put(
        "more_frequent_in_1",
        found.comparisons().stream().map(row -> row.questionId() + "/" + row.optionId()).toList());
    return json;
  }

  private static Map<String, Object> correlation(CorrelationRow row) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("n", row.n());
    json.put("estimate", row.estimate());
    json.put("p_value", row.pValue());
    json.put("conf_low", row.confLow());
    json.put("conf_high", row.confHigh());
    json.put("loo_min", row.looMin());
    json.put("loo_max", row.looMax());
    json.put("state", row.state());
    return json;
  }

  private static Map<String, Object> test(HypothesisTestRow row) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("n", row.n());
    json.put("statistic", row.statistic());
    json.put("df1", row.df1());
    json.put("df2", row.df2());
    json.put("p_value", row.pValue());
    json.put("state", row.state());
    return json;
  }

  private static Map<String, Object> staff(StaffFindings found) {
    Map<String, Object> json = new LinkedHashMap<>();
    found
        .sample()
        .ifPresent(
            row -> {
              json.put("sample_size", row.sampleSize());
              json.put("excluded", row.excluded());
              json.put("facilities", row.facilities());
              json.put("population", row.population());
              json.put("margin_points", row.marginPoints());
            });
    json.put("removals", found.removals());
    for (String cleaning : List.of(StaffFindings.RAW, StaffFindings.CLEAN)) {
      Map<String, Object> one = new LinkedHashMap<>();
      for (StaffFindings.Dimension dimension : found.dimensions()) {
        var summary = cleaning.equals(StaffFindings.RAW) ? dimension.raw() : dimension.clean();
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("n", summary.n());
        numbers.put("mean", Summary.orNull(summary.mean()));
        numbers.put("sd", Summary.orNull(summary.sd()));
        numbers.put("median", Summary.orNull(summary.median()));
        numbers.put("q1", Summary.orNull(summary.q1()));
        numbers.put("q3", Summary.orNull(summary.q3()));
        numbers.put(
            "alpha", found.alpha(cleaning, dimension.id()).map(row -> row.estimate()).orElse(null));
        one.put(dimension.id(), numbers);
      }
      for (String method : List.of("anova", "kruskal_wallis", "friedman")) {
        found.acrossDimensions(cleaning, method).ifPresent(row -> one.put(method, test(row)));
      }
      one.put("alpha", found.alpha(cleaning, "all").map(row -> row.estimate()).orElse(null));
      json.put(cleaning, one);
    }
    return json;
  }

  private static Map<String, Object> figures(List<FigureCheckRow> checks) {
    Map<String, Object> json =
        new LinkedHashMap<>(
            checks.stream()
                .collect(
                    Collectors.groupingBy(
                        FigureCheckRow::verdict, TreeMap::new, Collectors.counting())));
    json.put(
        "not_reproduced",
        checks.stream()
            .filter(row -> !row.verdict().equals(FigureLines.REPRODUCED))
            .map(row -> row.figureId() + " " + row.quantity())
            .sorted()
            .toList());
    return json;
  }

  private static Map<String, Object> sources(ResultRows rows) {
    Map<String, Object> json = new LinkedHashMap<>();
    SourceLines.bySource(rows)
        .forEach(
            (source, counts) -> {
              Map<String, Object> one = new LinkedHashMap<>();
              one.put("read", counts.read());
              one.put("accepted", counts.accepted());
              one.put("quarantined", counts.quarantined());
              one.put("duplicates", counts.duplicates());
              json.put(source, one);
            });
    return json;
  }
}

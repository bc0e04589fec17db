package org.quipu.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Cronbach's alpha from pairwise-complete covariances, which is what psych computes where answers
 * are missing: a covariance for each pair of items in each unit.
 */
record PairwiseAlphaSql(Path out, InstrumentColumns instrument) {

  Step step() {
    List<String> statements = new ArrayList<>();
    for (String cleaning : List.of("raw", "clean")) {
      for (String level : List.of("national", "diresa", "network")) {
        statements.add(
            "CREATE OR REPLACE TABLE alpha_%s_%s AS %s"
                .formatted(cleaning, level, alphas(cleaning, level)));
      }
    }
    String union =
        List.of("raw", "clean").stream()
            .flatMap(
                cleaning ->
                    List.of("national", "diresa", "network").stream()
                        .map(level -> "SELECT * FROM alpha_" + cleaning + "_" + level))
            .collect(Collectors.joining(" UNION ALL "));
    statements.add("COPY (%s) TO '%s/reliability.parquet'".formatted(union, out));
    return new Step("alpha (pairwise)", statements);
  }

  private String alphas(String cleaning, String level) {
    List<String> scales = new ArrayList<>();
    for (InstrumentColumns.Scale scale : instrument.scales()) {
      scales.add(
          "{'scale': '%s', 'estimate': %s}".formatted(scale.id(), alpha(cleaning, scale.items())));
    }
    return """
        SELECT '%s' AS cleaning, '%s' AS level, unit_id, 'alpha' AS method, unnest([%s], recursive := true)
        FROM respondents JOIN units USING (f) WHERE level = '%s' AND %s GROUP BY unit_id
        """
        .formatted(
            cleaning,
            level,
            String.join(", ", scales),
            level,
            cleaning.equals("raw") ? "true" : "kept");
  }

  private static String alpha(String cleaning, List<InstrumentColumns.Item> items) {
    int k = items.size();
    if (k < 2) {
      return "NULL::DOUBLE";
    }
    String variances =
        items.stream()
            .map(item -> "var_samp(" + answer(cleaning, item) + ")")
            .collect(Collectors.joining(" + "));
    List<String> covariances = new ArrayList<>();
    for (int a = 0; a < k; a++) {
      for (int b = a + 1; b < k; b++) {
        covariances.add(
            "covar_samp(%s, %s)"
                .formatted(answer(cleaning, items.get(a)), answer(cleaning, items.get(b))));
      }
    }
    return "%d / (%d - 1.0) * (1 - (%s) / nullif((%s) + 2 * (%s), 0))"
        .formatted(k, k, variances, variances, String.join(" + ", covariances));
  }

  private static String answer(String cleaning, InstrumentColumns.Item item) {
    return cleaning.equals("raw")
        ? item.scored()
        : "CASE WHEN %s THEN %s END".formatted(item.onScale(), item.scored());
  }
}

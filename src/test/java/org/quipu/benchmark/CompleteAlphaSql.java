package org.quipu.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Cronbach's alpha from the variances of the items and of their sum, over respondents with every
 * item of the scale. Differs from the pipeline's, which uses every answer, but costs DuckDB little.
 */
record CompleteAlphaSql(Path out, InstrumentColumns instrument) {

  Step step() {
    List<String> parts = new ArrayList<>();
    for (String cleaning : List.of("raw", "clean")) {
      for (InstrumentColumns.Scale scale : instrument.scales()) {
        for (String level : List.of("national", "diresa", "network")) {
          parts.add(alpha(cleaning, scale, level));
        }
      }
    }
    return new Step(
        "alpha (complete cases)",
        List.of(
            "COPY (%s) TO '%s/reliability.parquet'"
                .formatted(String.join("UNION ALL\n", parts), out)));
  }

  private static String alpha(String cleaning, InstrumentColumns.Scale scale, String level) {
    int k = scale.items().size();
    String variances =
        scale.items().stream()
            .map(item -> "var_samp(" + item.id() + ")")
            .collect(Collectors.joining(" + "));
    return """
        SELECT '%1$s' AS cleaning, level, unit_id, '%2$s' AS scale, 'alpha' AS method, count(*) AS n,
               %3$d / nullif(%3$d - 1.0, 0) * (1 - (%4$s) / nullif(var_samp(%1$s_sum_%2$s), 0)) AS estimate
        FROM respondents JOIN units USING (f)
        WHERE level = '%6$s' AND %1$s_n_%2$s = %3$d AND %5$s GROUP BY ALL
        """
        .formatted(
            cleaning, scale.id(), k, variances, cleaning.equals("raw") ? "true" : "kept", level);
  }
}

package org.quipu.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code hypothesis_test} and {@code effect_size} but for what takes a distribution: statistics,
 * degrees of freedom and effects of analysis of variance, Welch's, Kruskal and Wallis's and
 * Levene's; of Friedman's and of repeated measures ({@link RepeatedSql}); of the tests that respect
 * clusters ({@link ClusterTestsSql}). No p-values, no intervals.
 *
 * @param out folder of the tables
 */
record WholeTestsSql(Path out, InstrumentColumns instrument) {

  List<Step> steps() {
    List<String> statements = new ArrayList<>(new TestGroupsSql(instrument).statements());
    statements.add(independent());
    statements.addAll(new RepeatedSql(instrument).statements());
    statements.addAll(new ClusterTestsSql(instrument).statements());
    statements.add(
        """
        COPY (
          SELECT cleaning, level, unit_id, coalesce(variable, 'dimension_score') AS variable, grouping,
                 method, n::BIGINT AS n, groups, statistic, df1, df2, effect, effect_size
          FROM (FROM independent UNION ALL BY NAME FROM repeated UNION ALL BY NAME FROM clustered)
          JOIN test_names USING (t) LEFT JOIN variables ON v = w)
        TO '%s/hypothesis_test.parquet'
        """
            .formatted(out));
    return List.of(
        new Step("tests", statements),
        new Step("effect sizes", new EffectSql(out).statements()),
        new Step("pairs of groups", List.of(new PosthocSql(out).statement())),
        new Step("effects of cleaning", List.of(cleaningEffects())));
  }

  /**
   * A group of one value, or of values that are all the same, has no weight in Welch's test. What
   * rounding leaves of a sum of squares that is 0 is far below the parts in 10¹² that are asked
   * for.
   */
  private static String independent() {
    return """
        CREATE TABLE independent AS
        WITH weighted AS (
          SELECT *, CASE WHEN n > 1 AND NOT constant THEN n * (n - 1) / m2 END AS weight,
                 sum(weight) OVER (PARTITION BY cleaning, t, w) AS weights
          FROM test_groups),
        sums AS (
          SELECT cleaning, t, w, count(*) AS groups, sum(n) AS n, sum(s) AS s, sum(ss) AS ss,
                 sum(s * s / n) AS b, sum(r * r / n) AS r, sum(d) AS d, sum(dd) AS dd,
                 sum(d * d / n) AS db, count(weight) = groups AS weighable, any_value(weights) AS weights,
                 sum(weight * mean) AS wm, sum(weight * mean * mean) AS wmm,
                 sum((1 - weight / weights) ** 2 / (n - 1)) AS imbalance
          FROM weighted GROUP BY ALL),
        split AS (
          SELECT *, groups - 1 AS df1, n - groups AS df2, b - s * s / n AS between_groups,
                 greatest(ss - b, 0) AS within_groups, between_groups + within_groups AS whole,
                 CASE WHEN df2 > 0 AND within_groups > 1e-12 * whole AND whole > 1e-14 * ss
                      THEN between_groups / df1 / (within_groups / df2) END AS f,
                 CASE WHEN df2 > 0 AND dd - db > 1e-12 * dd
                      THEN (db - d * d / n) / df1 / ((dd - db) / df2) END AS levene,
                 3 * imbalance / (groups * groups - 1) AS tilt,
                 CASE WHEN weighable THEN
                   (wmm - wm * wm / weights) / df1 / (1 + 2 * (groups - 2) * tilt / 3) END AS welch,
                 (12 / (n * (n + 1)) * r - 3 * (n + 1))
                   / nullif(1 - CASE cleaning WHEN 'raw' THEN ties.raw ELSE ties.clean END / (n ** 3 - n), 0) AS h
          FROM sums JOIN ties USING (t, w) WHERE groups > 1)
        SELECT cleaning, t, w, groups, n, between_groups, within_groups, unnest([
                 {method: 'anova', statistic: f, df1: df1::DOUBLE, df2: df2::DOUBLE,
                  effect: 'eta_squared', effect_size: between_groups / whole},
                 {method: 'welch_anova', statistic: welch, df1: df1, df2: 1 / tilt,
                  effect: 'eta_squared', effect_size: welch * df1 / (welch * df1 + 1 / tilt)},
                 {method: 'kruskal_wallis', statistic: h, df1: df1, df2: NULL,
                  effect: 'epsilon_squared', effect_size: h / (n - 1)},
                 {method: 'levene', statistic: levene, df1: df1, df2: df2,
                  effect: NULL, effect_size: NULL}], recursive := true)
        FROM split
        """;
  }

  /** Each variable beside itself, and the scores of all dimensions together, which tests ranked. */
  private String cleaningEffects() {
    return """
        COPY (
          WITH together AS (
            SELECT t, w, value, raw, clean, raw_rank + (raw - 1) / 2 AS raw_upto,
                   clean_rank + (clean - 1) / 2 AS clean_upto, sum(raw) OVER p AS raw_n, sum(clean) OVER p AS clean_n
            FROM ranks SEMI JOIN (FROM unit_names WHERE level IN ('national', 'diresa', 'network')) ON u = t
            WHERE w = -1 WINDOW p AS (PARTITION BY t))
          SELECT level, unit_id, variable, raw_n AS n_raw, clean_n AS n_clean, raw_n - clean_n AS removed,
                 %1$s
          FROM described JOIN unit_names USING (u) JOIN variables USING (v)
          LEFT JOIN (FROM centres WHERE cleaning = 'raw') r USING (u, v)
          LEFT JOIN (FROM centres WHERE cleaning = 'clean') c USING (u, v)
          UNION ALL BY NAME
          SELECT level, unit_id, 'dimension_score' AS variable, n_raw, n_clean, n_raw - n_clean AS removed,
                 %2$s
          FROM (SELECT t, %3$s, %4$s FROM together GROUP BY t) JOIN unit_names ON u = t)
        TO '%5$s/cleaning_effect.parquet'
        """
        .formatted(
            described("r", "raw") + ", " + described("c", "clean"),
            "mean_raw, mean_clean, sd_raw, sd_clean, median_raw, median_clean, max_raw, max_clean",
            together("raw"),
            together("clean"),
            out);
  }

  private static String described(String from, String cleaning) {
    return """
        %1$s.mean AS mean_%2$s, CASE WHEN %1$s.n > 1 THEN sqrt(%1$s.m2 / (%1$s.n - 1)) END AS sd_%2$s,
        %1$s.median AS median_%2$s, %1$s.max AS max_%2$s
        """
        .formatted(from, cleaning);
  }

  private static String together(String cleaning) {
    return """
        sum(%1$s) AS n_%1$s, sum(%1$s * value) / nullif(n_%1$s, 0) AS mean_%1$s,
        CASE WHEN n_%1$s > 1
             THEN sqrt(greatest(sum(%1$s * value * value) - n_%1$s * mean_%1$s ** 2, 0) / (n_%1$s - 1))
             END AS sd_%1$s,
        (min(value) FILTER (%1$s_upto > (%1$s_n - 1) // 2)
         + min(value) FILTER (%1$s_upto > %1$s_n // 2)) / 2 AS median_%1$s,
        max(value) FILTER (%1$s > 0) AS max_%1$s
        """
        .formatted(cleaning);
  }
}

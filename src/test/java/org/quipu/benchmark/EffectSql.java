package org.quipu.benchmark;

import java.nio.file.Path;
import java.util.List;

/**
 * {@code effect_size} without intervals: the effects of the tests from the nation down to the
 * network, ω² and ε² beside η², and those of the nation's pairs of dimensions. Cliff's delta counts
 * which of two scores is the greater, value by value of the frequency tables. Hedges' correction is
 * a series where the logarithms of gamma functions would have lost the digits that matter.
 */
record EffectSql(Path out) {

  List<String> statements() {
    return List.of(
        """
        CREATE TABLE effects AS
        WITH tests AS (
          SELECT * FROM (FROM independent UNION ALL BY NAME FROM repeated) JOIN test_names USING (t)
          WHERE level IN ('national', 'diresa', 'network') AND grouping IN ('dimension', 'diresa', 'network')
            AND effect IS NOT NULL AND statistic IS NOT NULL)
        SELECT cleaning, level, unit_id, w, grouping, NULL AS group_a, NULL AS group_b, method, effect,
               n, effect_size AS estimate
        FROM tests
        UNION ALL
        SELECT cleaning, level, unit_id, w, grouping, NULL, NULL, method, unnest([
                 {effect: 'omega_squared', n: n,
                  estimate: greatest(0, between_groups - df1 * error) / (whole + error)},
                 {effect: 'epsilon_squared', n: n,
                  estimate: greatest(0, between_groups - df1 * error) / whole}], recursive := true)
        FROM (SELECT *, within_groups / df2 AS error, between_groups + within_groups AS whole
              FROM tests WHERE method = 'anova')
        """,
        """
        CREATE TABLE dimension_pairs AS
        WITH dimensions AS (
          SELECT cleaning, t, level, unit_id, w, grouping, g, variable, n, mean, m2
          FROM test_groups JOIN test_names USING (t) JOIN variables ON v = g
          WHERE w = -1 AND level = 'national'),
        pairs AS (
          SELECT a.cleaning, a.t, a.level, a.unit_id, a.w, a.grouping, a.g AS a, b.g AS b,
                 a.variable AS group_a, b.variable AS group_b, a.n AS n_a, b.n AS n_b, n_a + n_b - 2 AS df,
                 (a.mean - b.mean) / nullif(sqrt((a.m2 + b.m2) / df), 0) AS d
          FROM dimensions a JOIN dimensions b ON a.cleaning = b.cleaning AND a.t = b.t
            AND a.variable < b.variable),
        counts AS (
          SELECT t, g, value, unnest([{cleaning: 'raw', count: raw}, {cleaning: 'clean', count: clean}],
                                     recursive := true)
          FROM tested WHERE t IN (SELECT t FROM pairs)),
        greater AS (
          SELECT p.cleaning, p.t, p.a, p.b, sum(x.count * y.count * sign(x.value - y.value)) AS excess
          FROM pairs p JOIN counts x ON x.cleaning = p.cleaning AND x.t = p.t AND x.g = p.a
          JOIN counts y ON y.cleaning = p.cleaning AND y.t = p.t AND y.g = p.b GROUP BY ALL)
        SELECT cleaning, level, unit_id, w, grouping, group_a, group_b, n_a + n_b AS n, unnest([
                 {method: 't', effect: 'cohens_d', estimate: d},
                 {method: 't', effect: 'hedges_g',
                  estimate: d * CASE WHEN df > 1000 THEN 1 - 3 / (4.0 * df) - 7 / (32.0 * df ** 2) - 9 / (128.0 * df ** 3)
                                     ELSE exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2) END},
                 {method: 'mann_whitney', effect: 'rank_biserial', estimate: excess / (n_a * n_b)},
                 {method: 'mann_whitney', effect: 'cliffs_delta', estimate: excess / (n_a * n_b)}],
                 recursive := true)
        FROM pairs JOIN greater USING (cleaning, t, a, b)
        """,
        """
        COPY (
          SELECT * EXCLUDE (w, v, variable, n), coalesce(variable, 'dimension_score') AS variable,
                 n::BIGINT AS n
          FROM (FROM effects UNION ALL BY NAME FROM dimension_pairs) LEFT JOIN variables ON v = w)
        TO '%s/effect_size.parquet'
        """
            .formatted(out));
  }
}

package org.quipu.benchmark;

import java.nio.file.Path;

/**
 * {@code posthoc} but for p-values and intervals, which take the studentized range: differences of
 * means by Tukey's and by Games and Howell's error, and of mean ranks by Dunn's. In the nation, of
 * dimensions and of the scores of at most thirty units.
 */
record PosthocSql(Path out) {

  String statement() {
    return """
        COPY (
          WITH few AS (
            SELECT t, w FROM test_groups JOIN test_names USING (t) LEFT JOIN variables ON v = w
            WHERE cleaning = 'raw' AND level = 'national' AND (w = -1 OR w >= (SELECT min(g) FROM test_groups WHERE w = -1))
            GROUP BY ALL HAVING count(*) BETWEEN 2 AND 30),
          groups AS (
            SELECT test_groups.*, level, unit_id, grouping, coalesce(tested.variable, 'dimension_score') AS variable,
                   coalesce(unit_name, dimension.variable) AS name,
                   sum(n) OVER p AS all_n, count(*) OVER p AS k, sum(CASE WHEN constant THEN 0 ELSE m2 END) OVER p / nullif(all_n - k, 0) AS error,
                   (all_n * (all_n + 1) - CASE cleaning WHEN 'raw' THEN ties.raw ELSE ties.clean END / (all_n - 1)) / 12
                     AS rank_error,
                   CASE WHEN constant AND n > 1 THEN 0 WHEN n > 1 THEN m2 / (n - 1) / n END AS own_error
            FROM test_groups SEMI JOIN few USING (t, w) JOIN ties USING (t, w) JOIN test_names USING (t)
            LEFT JOIN variables tested ON tested.v = w
            LEFT JOIN variables dimension ON dimension.v = g AND w = -1
            LEFT JOIN (SELECT u, unit_id AS unit_name FROM unit_names) named ON named.u = g AND w <> -1
            WINDOW p AS (PARTITION BY cleaning, t, w)),
          pairs AS (
            SELECT a.cleaning, a.level, a.unit_id, a.variable, a.grouping, a.name AS group_a, b.name AS group_b,
                   a.mean - b.mean AS gap, a.r / a.n - b.r / b.n AS rank_gap, 1 / a.n + 1 / b.n AS sizes,
                   a.error, a.rank_error, a.all_n - a.k AS df, a.own_error + b.own_error AS own,
                   own * own / (a.own_error ** 2 / (a.n - 1) + b.own_error ** 2 / (b.n - 1)) AS own_df
            FROM groups a JOIN groups b USING (cleaning, t, w) WHERE a.name < b.name)
          SELECT * FROM (
            SELECT cleaning, level, unit_id, variable, grouping, group_a, group_b, unnest([
                     {method: 'tukey_hsd', estimate: gap, statistic: gap / nullif(sqrt(error * sizes), 0), df: df},
                     {method: 'games_howell', estimate: gap, statistic: gap / nullif(sqrt(own), 0), df: own_df},
                     {method: 'dunn_holm', estimate: rank_gap,
                      statistic: rank_gap / nullif(sqrt(rank_error * sizes), 0), df: NULL}], recursive := true)
            FROM pairs)
          WHERE statistic IS NOT NULL)
        TO '%s/posthoc.parquet'
        """
        .formatted(out);
  }
}

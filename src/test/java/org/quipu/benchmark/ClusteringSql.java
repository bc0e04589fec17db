package org.quipu.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How alike the staff of one unit answer: {@code clustering}, and {@code agreement} but for
 * p-values and intervals. ICC(1) and ICC(2) come from the sums of facilities, added up to networks
 * and DIRESAs; r_wg(j) from the variances of items, of scales whose items have one number of
 * answers.
 *
 * @param out folder of the tables
 */
record ClusteringSql(Path out, InstrumentColumns instrument) {

  List<String> statements() {
    return List.of(
        """
        CREATE TABLE unit_variances AS
        WITH facilities AS (FROM clusters WHERE v >= %d),
        members AS (
          SELECT cleaning, v, 'facility' AS grouping, unnest([nation, diresa, network]) AS u, n, s, ss
          FROM facilities
          UNION ALL
          SELECT cleaning, v, 'network', unnest([nation, diresa]), n, s, ss FROM (
            SELECT cleaning, v, nation, diresa, network, sum(n) AS n, sum(s) AS s, sum(ss) AS ss
            FROM facilities GROUP BY ALL)
          UNION ALL
          SELECT cleaning, v, 'diresa', nation, sum(n), sum(s), sum(ss)
          FROM facilities GROUP BY cleaning, v, nation, diresa),
        sums AS (
          SELECT cleaning, u, v, grouping, count(*) AS k, sum(n) AS n, sum(s) AS s, sum(ss) AS ss,
                 sum(s * s / n) AS b, sum(n * n) AS nn
          FROM members GROUP BY ALL HAVING count(*) > 1 AND sum(n) > count(*))
        SELECT *, (k - 1)::DOUBLE AS df1, (n - k)::DOUBLE AS df2, (b - s * s / n) / df1 AS between_units,
               (ss - b) / df2 AS within_units, between_units / nullif(within_units, 0) AS f, n / k AS size,
               (f - 1) / (f + size - 1) AS icc1, 1 - 1 / nullif(f, 0) AS icc2
        FROM sums
        """
            .formatted(instrument.items().size()),
        """
        COPY (
          SELECT cleaning, level, unit_id, variable, k AS clusters, n::BIGINT AS n, icc1, icc2,
                 (between_units - within_units)
                   / (between_units + ((n - nn / n) / df1 - 1) * within_units) AS icc,
                 1 + (nn / n - 1) * icc AS design_effect,
                 CASE WHEN design_effect > 0 THEN n / design_effect END AS effective_n
          FROM unit_variances JOIN unit_names USING (u) JOIN variables USING (v)
          WHERE grouping = 'facility')
        TO '%s/clustering.parquet'
        """
            .formatted(out),
        """
        COPY (
          SELECT cleaning, level, unit_id, variable, grouping, k AS parts, n::BIGINT AS n,
                 unnest([{method: 'icc1', estimate: icc1}, {method: 'icc2', estimate: icc2}], recursive := true),
                 f AS statistic, df1, df2
          FROM unit_variances JOIN unit_names USING (u) JOIN variables USING (v)
          UNION ALL BY NAME
          SELECT cleaning, level, unit_id, variable, 'rwg_j' AS method, parts, n,
                 parts * (1 - share) / (parts * (1 - share) + share) AS estimate
          FROM (
            SELECT cleaning, u, scales.variable, parts, max(n) AS n,
                   least(1, avg(m2 / (n - 1)) / random_variance) AS share
            FROM centres JOIN (%s) scales ON scales.item = v
            WHERE n > 1 GROUP BY cleaning, u, scales.variable, parts, random_variance HAVING count(*) = parts)
          JOIN unit_names USING (u) WHERE level <> 'micronetwork')
        TO '%s/agreement.parquet'
        """
            .formatted(scales(), out));
  }

  /** Each item of each scale; answers at random vary by (A² − 1) / 12. */
  private String scales() {
    return instrument.scales().stream()
        .filter(
            scale ->
                scale.items().stream().mapToInt(ClusteringSql::answers).distinct().count() == 1)
        .map(
            scale -> {
              int answers = answers(scale.items().get(0));
              return "SELECT '%s' AS variable, unnest([%s]) AS item, %d AS parts, %s::DOUBLE AS random_variance"
                  .formatted(
                      scale.id(),
                      scale.items().stream()
                          .map(item -> Integer.toString(instrument.items().indexOf(item)))
                          .collect(Collectors.joining(", ")),
                      scale.items().size(),
                      (answers * answers - 1) / 12.0);
            })
        .collect(Collectors.joining(" UNION ALL "));
  }

  private static int answers(InstrumentColumns.Item item) {
    return item.max() - item.min() + 1;
  }
}

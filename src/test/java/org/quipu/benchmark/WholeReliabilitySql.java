package org.quipu.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code reliability} (alpha, standardized alpha, the corrected correlation of two halves) and
 * {@code item_analysis}, all from the covariances that {@link PairwiseAlphaSql} finds. Items that
 * do not vary are left out, as psych does. No intervals.
 *
 * @param out folder of the tables
 */
record WholeReliabilitySql(Path out, InstrumentColumns instrument) {

  /** The items of each scale that vary in a unit, every other one in the other half. */
  private static final String USED =
      """
      CREATE TABLE used_items AS
      SELECT cleaning, u, scale, item, c AS variance, count(*) OVER s AS k,
             (row_number() OVER (PARTITION BY cleaning, u, scale ORDER BY item) - 1) % 2 AS half
      FROM scale_items JOIN covariances ON i = item AND j = item
      WHERE c > 0 OR c IS NULL WINDOW s AS (PARTITION BY cleaning, u, scale)
      """;

  Step step() {
    List<String> statements =
        new ArrayList<>(new PairwiseAlphaSql(out, instrument).sumsOfProducts());
    statements.add(
        "CREATE TABLE covariances AS WITH %s SELECT * FROM covariances"
            .formatted(PairwiseAlphaSql.COVARIANCES));
    statements.add(USED);
    statements.add(reliability());
    statements.add(itemAnalysis());
    return new Step("reliability (pairwise)", statements);
  }

  private String reliability() {
    return """
        COPY (
          WITH scales AS (
            SELECT c.cleaning, c.u, a.scale, a.k, count(*) - count(c) AS undefined,
                   sum(c) FILTER (i = j) AS variances, sum(c) FILTER (i > j) AS rest,
                   sum(c / sqrt(a.variance * b.variance)) FILTER (i > j) AS correlations,
                   sum(CASE WHEN i = j THEN c ELSE 2 * c END) FILTER (a.half = 0 AND b.half = 0) AS even,
                   sum(CASE WHEN i = j THEN c ELSE 2 * c END) FILTER (a.half = 1 AND b.half = 1) AS odd,
                   sum(c) FILTER (a.half <> b.half) AS halves
            FROM covariances c
            JOIN used_items a ON a.cleaning = c.cleaning AND a.u = c.u AND a.item = i
            JOIN used_items b ON b.cleaning = c.cleaning AND b.u = c.u AND b.item = j AND b.scale = a.scale
            GROUP BY c.cleaning, c.u, a.scale, a.k)
          SELECT cleaning, level, unit_id, scale, k AS items,
                 CASE cleaning WHEN 'raw' THEN raw ELSE clean END AS n, unnest([
                   {method: 'alpha', estimate:
                     k / (k - 1.0::DOUBLE) * (1 - variances / total)},
                   {method: 'alpha_std', estimate:
                     k / (k - 1.0::DOUBLE) * (1 - k / total_std)},
                   {method: 'split_half', estimate: 2 * halves / (root + halves)}], recursive := true)
          FROM (
            SELECT *, CASE WHEN variances + 2 * rest > 1e-12 * variances THEN variances + 2 * rest END AS total,
                   CASE WHEN k + 2 * correlations > 1e-12 * k THEN k + 2 * correlations END AS total_std,
                   CASE WHEN even > 0 AND odd > 0 AND sqrt(even * odd) + halves > 1e-12 * sqrt(even * odd)
                        THEN sqrt(even * odd) END AS root
            FROM scales WHERE undefined = 0 AND k > 1)
          JOIN unit_names USING (u) JOIN unit_counts USING (u))
        TO '%s/reliability.parquet'
        """
        .formatted(out);
  }

  /** Answers are described as they were given; what goes with the scale is turned to it. */
  private String itemAnalysis() {
    return """
        COPY (
          WITH pairs AS (
            SELECT c.cleaning, c.u, scale, i, j, c FROM covariances c
            JOIN unit_names n ON n.u = c.u AND level = 'national'
            JOIN scale_items a ON a.item = i JOIN scale_items b USING (scale) WHERE b.item = j),
          both_ways AS (
            FROM pairs UNION ALL SELECT cleaning, u, scale, j, i, c FROM pairs WHERE i > j),
          rows AS (
            SELECT cleaning, u, scale, i, sum(c) AS row_sum, any_value(c) FILTER (i = j) AS own
            FROM both_ways GROUP BY ALL),
          totals AS (
            SELECT *, count(*) FILTER (own > 0) OVER s AS k, sum(row_sum) OVER s - 2 * row_sum + own AS rest,
                   sum(own) OVER s - own AS variances
            FROM rows WINDOW s AS (PARTITION BY cleaning, u, scale))
          SELECT cleaning, scale, variable AS item_id, n, mean, CASE WHEN n > 1 THEN sqrt(m2 / (n - 1)) END AS sd,
                 CASE WHEN k > 1 AND own > 0 AND rest > 0
                      THEN (row_sum - own) / sqrt(own * rest) END AS item_rest_r,
                 CASE WHEN k > 2 AND own > 0 THEN
                   (k - 1::DOUBLE) / (k - 2) * (1 - variances / nullif(rest, 0)) END AS alpha_if_dropped,
                 item_rest_r < 0 AS wrong_direction
          FROM totals JOIN centres USING (cleaning, u) JOIN variables USING (v) WHERE v = i)
        TO '%s/item_analysis.parquet'
        """
        .formatted(out);
  }
}

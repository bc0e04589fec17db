package org.quipu.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code reliability} (alpha, standardized alpha, the corrected correlation of two halves) and
 * {@code item_analysis}, all from the covariances that {@link PairwiseAlphaSql} finds. No
 * intervals.
 *
 * @param out folder of the tables
 */
record WholeReliabilitySql(Path out, InstrumentColumns instrument) {

  /** Each item of each scale in the nation, with the sum of its covariances. */
  private static final String ITEM_ROWS =
      """
      CREATE TABLE item_rows AS
      WITH nation AS (SELECT * FROM covariances SEMI JOIN (FROM unit_names WHERE level = 'national') USING (u)),
      both_ways AS (
        SELECT cleaning, u, scale, k, i, j, c FROM nation JOIN scale_pairs USING (i, j)
        UNION ALL
        SELECT cleaning, u, scale, k, j, i, c FROM nation JOIN scale_pairs USING (i, j) WHERE i > j)
      SELECT cleaning, u, scale, k, i, sum(c) AS row_sum, any_value(c) FILTER (i = j) AS own
      FROM both_ways GROUP BY ALL
      """;

  Step step() {
    List<String> statements =
        new ArrayList<>(new PairwiseAlphaSql(out, instrument).sumsOfProducts());
    statements.add(
        "CREATE TABLE covariances AS WITH %s SELECT * FROM covariances"
            .formatted(PairwiseAlphaSql.COVARIANCES));
    statements.add(
        """
        CREATE TABLE scale_pairs AS
        WITH placed AS (
          SELECT *, (row_number() OVER (PARTITION BY scale ORDER BY item) - 1) % 2 AS half FROM scale_items)
        SELECT a.scale, a.k, a.item AS i, b.item AS j, a.half AS half_i, b.half AS half_j
        FROM placed a JOIN placed b USING (scale) WHERE b.item <= a.item
        """);
    statements.add(reliability());
    statements.add(ITEM_ROWS);
    statements.add(itemAnalysis());
    return new Step("reliability (pairwise)", statements);
  }

  private String reliability() {
    return """
        COPY (
          WITH variances AS (SELECT cleaning, u, i, c FROM covariances WHERE i = j),
          scales AS (
            SELECT cleaning, u, scale, k, count(*) - count(c.c) AS undefined,
                   sum(c.c) FILTER (i = j) AS variances, sum(c.c) FILTER (i > j) AS rest,
                   sum(c.c / sqrt(a.c * b.c)) FILTER (i > j) AS correlations,
                   sum(CASE WHEN i = j THEN c.c ELSE 2 * c.c END) FILTER (half_i = 0 AND half_j = 0) AS even,
                   sum(CASE WHEN i = j THEN c.c ELSE 2 * c.c END) FILTER (half_i = 1 AND half_j = 1) AS odd,
                   sum(c.c) FILTER (half_i <> half_j) AS halves
            FROM covariances c JOIN scale_pairs USING (i, j)
            JOIN variances a USING (cleaning, u, i)
            JOIN variances b ON b.cleaning = c.cleaning AND b.u = c.u AND b.i = c.j
            GROUP BY c.cleaning, c.u, scale, k)
          SELECT cleaning, level, unit_id, scale, k AS items,
                 CASE cleaning WHEN 'raw' THEN raw ELSE clean END AS n, unnest([
                   {method: 'alpha', estimate:
                     k / (k - 1.0::DOUBLE) * (1 - variances / nullif(variances + 2 * rest, 0))},
                   {method: 'alpha_std', estimate:
                     k / (k - 1.0::DOUBLE) * (1 - k / nullif(k + 2 * correlations, 0))},
                   {method: 'split_half', estimate:
                     2 * halves / nullif(sqrt(even * odd) + halves, 0)}], recursive := true)
          FROM scales JOIN unit_names USING (u) JOIN unit_counts USING (u) WHERE undefined = 0 AND k > 1)
        TO '%s/reliability.parquet'
        """
        .formatted(out);
  }

  /** Answers are described as they were given; what goes with the scale is turned to it. */
  private String itemAnalysis() {
    return """
        COPY (
          WITH totals AS (
            SELECT *, sum(row_sum) OVER s - 2 * row_sum + own AS rest, sum(own) OVER s - own AS variances
            FROM item_rows WINDOW s AS (PARTITION BY cleaning, u, scale))
          SELECT cleaning, scale, variable AS item_id, n, mean, CASE WHEN n > 1 THEN sqrt(m2 / (n - 1)) END AS sd,
                 CASE WHEN k > 1 THEN (row_sum - own) / nullif(sqrt(own * rest), 0) END AS item_rest_r,
                 CASE WHEN k > 2 THEN
                   (k - 1::DOUBLE) / (k - 2) * (1 - variances / nullif(rest, 0)) END AS alpha_if_dropped,
                 item_rest_r < 0 AS wrong_direction
          FROM totals JOIN centres USING (cleaning, u) JOIN variables USING (v) WHERE v = i)
        TO '%s/item_analysis.parquet'
        """
        .formatted(out);
  }
}

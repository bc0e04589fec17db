package org.quipu.benchmark;

import java.nio.file.Path;
import java.util.List;

/**
 * {@code correlation} and {@code leave_one_out} but for p-values, intervals and permutations.
 * Pearson's, Spearman's and Kendall's coefficients without each unit follow from what it adds to
 * those of all: its deviations, and how its ranks stand to the others'. Units with the same two
 * values are one in the comparison of all pairs that Kendall's needs.
 *
 * @param out folder of the tables
 */
record CorrelationSql(Path out) {

  List<String> statements() {
    return List.of(
        """
        CREATE TABLE concordances AS
        WITH cells AS (SELECT p, x, y, count(*) AS m FROM points GROUP BY ALL)
        SELECT p, a.x, a.y, sum(b.m * sign(b.x - a.x)::INTEGER * sign(b.y - a.y)::INTEGER)::BIGINT AS concordance
        FROM cells a JOIN cells b USING (p) GROUP BY p, a.x, a.y
        """,
        """
        CREATE TABLE standings AS
        WITH ranked AS (
          SELECT *, count(*) OVER g AS n, x - avg(x) OVER g AS dx, y - avg(y) OVER g AS dy,
                 count(*) OVER (PARTITION BY p, x) AS tx, count(*) OVER (PARTITION BY p, y) AS ty,
                 2 * (rank() OVER (PARTITION BY p ORDER BY x) - 1) + tx - n AS cx,
                 2 * (rank() OVER (PARTITION BY p ORDER BY y) - 1) + ty - n AS cy
          FROM points WINDOW g AS (PARTITION BY p)),
        weighed AS (
          SELECT *,
                 cx * tx - 2 * sum(cx) OVER px AS x_by_x, cy * ty - 2 * sum(cy) OVER py AS y_by_y,
                 sum(cy) OVER (PARTITION BY p, x) - 2 * sum(cy) OVER px AS y_by_x,
                 sum(cx) OVER (PARTITION BY p, y) - 2 * sum(cx) OVER py AS x_by_y
          FROM ranked WINDOW px AS (PARTITION BY p ORDER BY x), py AS (PARTITION BY p ORDER BY y))
        SELECT * FROM weighed JOIN concordances USING (p, x, y)
        """,
        """
        CREATE TABLE coefficients AS
        SELECT p, n, any_value(level) AS level, any_value(dimension || '_median_' || cleaning) AS x,
               any_value(population) AS y,
               sum(dx * dx) AS xx, sum(dy * dy) AS yy, sum(dx * dy) AS xy,
               sum(cx * cx)::DOUBLE AS rxx, sum(cy * cy)::DOUBLE AS ryy, sum(cx * cy)::DOUBLE AS rxy,
               sum(concordance)::DOUBLE / 2 AS score, sum(tx - 1)::DOUBLE / 2 AS tied_x,
               sum(ty - 1)::DOUBLE / 2 AS tied_y, n * (n - 1) / 2 AS pairs,
               max(tx) > 1 OR max(ty) > 1 AS ties,
               (n * (n - 1) * (2 * n + 5) - sum((tx - 1) * (2 * tx + 5)) - sum((ty - 1) * (2 * ty + 5))) / 18
                 + sum(tx - 1)::DOUBLE * sum(ty - 1) / (2 * n * (n - 1))
                 + sum((tx - 1) * (tx - 2))::DOUBLE * sum((ty - 1) * (ty - 2)) / (9 * n * (n - 1) * (n - 2))
                 AS score_variance
        FROM standings WHERE n > 3 GROUP BY p, n HAVING max(tx) < n AND max(ty) < n
        """,
        """
        CREATE TABLE without_one AS
        SELECT c.p, c.level, c.x, c.y, unit_id, c.n, unnest([
                 {method: 'pearson', estimate:
                   (xy - dx * dy * c.n / (c.n - 1))
                     / nullif(sqrt((xx - dx * dx * c.n / (c.n - 1)) * (yy - dy * dy * c.n / (c.n - 1))), 0)},
                 {method: 'spearman', estimate:
                   (rxy - cx * cy - x_by_y - y_by_x + concordance)
                     / nullif(sqrt((rxx - cx * cx - 2 * x_by_x + c.n - tx)
                                   * (ryy - cy * cy - 2 * y_by_y + c.n - ty)), 0)},
                 {method: 'kendall', estimate:
                   (score - concordance)
                     / nullif(sqrt((pairs - c.n + 1 - tied_x + tx - 1)
                                   * (pairs - c.n + 1 - tied_y + ty - 1)), 0)}], recursive := true)
        FROM coefficients c JOIN standings s USING (p)
        """,
        """
        COPY (
          WITH estimates AS (
            SELECT *, xy / sqrt(xx * yy) AS r, rxy / sqrt(rxx * ryy) AS rho,
                   score / sqrt((pairs - tied_x) * (pairs - tied_y)) AS tau
            FROM coefficients),
          methods AS (
            SELECT p, level, x, y, n, unnest([
                     {method: 'pearson', estimate: r, statistic: r * sqrt((n - 2) / nullif(1 - r * r, 0)),
                      df: n - 2},
                     {method: 'spearman', estimate: rho,
                      statistic: (n::DOUBLE ** 3 - n) * (1 - rho) / 6, df: NULL},
                     {method: 'kendall', estimate: tau,
                      statistic: CASE WHEN ties OR n > 49 THEN score / sqrt(score_variance)
                                      ELSE (pairs + score) / 2 END, df: NULL}], recursive := true)
            FROM estimates),
          ranges AS (
            SELECT p, method, min(estimate) AS loo_min, max(estimate) AS loo_max FROM without_one GROUP BY ALL)
          SELECT * EXCLUDE p FROM methods JOIN ranges USING (p, method))
        TO '%s/correlation.parquet'
        """
            .formatted(out),
        """
        COPY (
          SELECT level, x, y, method, unit_id, CASE WHEN n > 4 THEN estimate END AS estimate
          FROM without_one WHERE level = 'diresa')
        TO '%s/leave_one_out.parquet'
        """
            .formatted(out));
  }
}

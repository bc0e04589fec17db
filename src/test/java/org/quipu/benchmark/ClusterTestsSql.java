package org.quipu.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * Wald's test of equal means with the covariance that is robust to clusters, which are facilities.
 * Units whose facilities are their own have means that vary on their own; three dimensions take a
 * system of two equations, written out. For other instruments that test is left out.
 *
 * <p>Makes {@code clusters}, the sums of each facility with every unit above it, and {@code
 * clustered}, as {@link RepeatedSql} does.
 */
record ClusterTestsSql(InstrumentColumns instrument) {

  List<String> statements() {
    List<String> statements = new ArrayList<>();
    statements.add(
        """
        CREATE TABLE clusters AS
        SELECT cleaning, v, facility, network, diresa, nation, n::DOUBLE AS n, s, ss
        FROM centres JOIN tree ON facility = u
        """);
    String nested = nested("diresa", -1) + " UNION ALL " + nested("network", -2);
    statements.add(
        "CREATE TABLE clustered AS "
            + (instrument.dimensions().size() == 3 ? nested + " UNION ALL " + ofThree() : nested));
    return statements;
  }

  /**
   * At most thirty units; a unit of one facility shows no variance between facilities. One mean
   * that does not vary, but for rounding, is the common one; of two nobody knows how far they
   * differ.
   */
  private static String nested(String grouping, int t) {
    return """
        (WITH means AS (
          SELECT cleaning, v, %1$s AS g, sum(s) / sum(n) AS mean, sum(n) AS n, count(*) AS c
          FROM clusters GROUP BY ALL),
        groups AS (
          SELECT cleaning, v, g, mean, means.n, means.c,
                 sum((s - clusters.n * mean) ** 2) / (means.n * means.n) AS variance,
                 CASE WHEN variance > 1e-24 * greatest(1, mean * mean) THEN 1 / variance END AS weight
          FROM clusters JOIN means USING (cleaning, v)
          WHERE means.g = clusters.%1$s GROUP BY cleaning, v, g, mean, means.n, means.c)
        SELECT cleaning, %2$d AS t, v AS w, sum(n) AS n, count(*) AS groups,
               'cluster_robust_wald' AS method, any_value(mean) FILTER (weight IS NULL) AS fixed,
               CASE count(*) - count(weight)
                 WHEN 0 THEN sum(weight * mean * mean) - sum(weight * mean) ** 2 / sum(weight)
                 WHEN 1 THEN sum(weight * mean * mean) - 2 * sum(weight * mean) * fixed + sum(weight) * fixed ** 2
                 END * (sum(c) - 1) / sum(c) / (count(*) - 1) AS statistic,
               (count(*) - 1)::DOUBLE AS df1, (sum(c) - 1)::DOUBLE AS df2,
               NULL AS effect, NULL::DOUBLE AS effect_size
        FROM groups GROUP BY cleaning, v HAVING count(*) BETWEEN 2 AND 30 AND min(c) > 1)
        """
        .formatted(grouping, t);
  }

  /** Differences d from the first dimension, and their covariance e of both, f and g of each. */
  private String ofThree() {
    int first = instrument.items().size();
    return """
        (WITH parts AS (
          SELECT cleaning, facility, unnest([nation, diresa, network]) AS t,
                 max(n) FILTER (v = %1$d) AS n1, max(s) FILTER (v = %1$d) AS s1,
                 max(n) FILTER (v = %2$d) AS n2, max(s) FILTER (v = %2$d) AS s2,
                 max(n) FILTER (v = %3$d) AS n3, max(s) FILTER (v = %3$d) AS s3
          FROM clusters WHERE v BETWEEN %1$d AND %3$d
          GROUP BY cleaning, facility, nation, diresa, network),
        totals AS (
          SELECT cleaning, t, sum(n1) AS t1, sum(n2) AS t2, sum(n3) AS t3, count(*) AS c,
                 sum(s1) / t1 AS m1, sum(s2) / t2 AS m2, sum(s3) / t3 AS m3
          FROM parts GROUP BY ALL HAVING least(count(n1), count(n2), count(n3)) > 1),
        scores AS (
          SELECT cleaning, t, c, t1 + t2 + t3 AS n, m2 - m1 AS d2, m3 - m1 AS d3,
                 coalesce((s1 - n1 * m1) / t1, 0) AS e1, coalesce((s2 - n2 * m2) / t2, 0) - e1 AS e2,
                 coalesce((s3 - n3 * m3) / t3, 0) - e1 AS e3
          FROM parts JOIN totals USING (cleaning, t)),
        covariances AS (
          SELECT cleaning, t, c, n, d2, d3, sum(e2 * e2) AS f, sum(e3 * e3) AS g, sum(e2 * e3) AS e
          FROM scores GROUP BY ALL)
        SELECT cleaning, t, -1 AS w, n, 3 AS groups, 'cluster_robust_wald' AS method, NULL AS fixed,
               (d2 * d2 * g - 2 * d2 * d3 * e + d3 * d3 * f) / CASE WHEN least(f, g) > 1e-24 AND f * g - e * e > 1e-12 * f * g THEN f * g - e * e END
                 * (c - 1) / c / 2 AS statistic,
               2::DOUBLE AS df1, (c - 1)::DOUBLE AS df2, NULL AS effect, NULL::DOUBLE AS effect_size
        FROM covariances)
        """
        .formatted(first, first + 1, first + 2);
  }
}

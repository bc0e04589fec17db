package org.quipu.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All columns of {@code indicator_summary}; {@code completeness} and {@code clas_coverage}.
 *
 * <p>The attainments of an indicator are few, and every statistic wants them sorted: they are held
 * as a list a micro-network, joined to longer ones level by level, sorted once each, and described
 * by list functions. That takes less than the aggregates of {@link GoalSql} for a third of the
 * columns; a window over the rows takes ten times as long.
 *
 * <p>An attainment is a quotient rounded to a double, and so is a fence: a value that lies on a
 * fence is told from one beyond it by a hair's breadth.
 *
 * @param out folder of the tables
 */
record WholeIndicatorSql(Path out) {

  List<Step> steps() {
    List<String> lists = new ArrayList<>(units());
    lists.add(
        """
        CREATE TABLE attained_micronetwork AS
        SELECT period, i, micronetwork AS g, count(*) AS present,
               count(*) FILTER (computable) AS computable, count(*) FILTER (computable AND met) AS met,
               list(attainment) FILTER (attainment IS NOT NULL) AS l
        FROM judged JOIN goal_tree USING (f) GROUP BY ALL
        """);
    lists.add(above("network", "micronetwork"));
    lists.add(above("diresa", "network"));
    lists.add(above("nation", "diresa"));
    lists.add(
        """
        CREATE VIEW attained AS
        SELECT * FROM attained_micronetwork UNION ALL SELECT * FROM attained_network
        UNION ALL SELECT * FROM attained_diresa UNION ALL SELECT * FROM attained_nation
        """);
    lists.addAll(MedianRankSql.table("attained_ranks", "SELECT len(l) AS n FROM attained"));
    lists.addAll(StudentSql.table("attained_student", "SELECT len(l) AS n FROM attained"));
    lists.add("COPY (%s) TO '%s/indicator_summary.parquet'".formatted(summaries(), out));
    return List.of(
        new Step("indicator summaries", lists),
        new Step("completeness and coverage", List.of(completeness(), coverage())));
  }

  private static List<String> units() {
    return List.of(
        """
        CREATE TABLE goal_units AS
        SELECT (row_number() OVER ())::INTEGER AS g, * FROM (SELECT DISTINCT level, unit_id FROM units)
        """,
        """
        CREATE TABLE goal_tree AS
        SELECT f, m.g AS micronetwork, n.g AS network, d.g AS diresa, p.g AS nation
        FROM registry
        JOIN goal_units m ON m.level = 'micronetwork' AND m.unit_id = micronetwork_id
        JOIN goal_units n ON n.level = 'network' AND n.unit_id = network_id
        JOIN goal_units d ON d.level = 'diresa' AND d.unit_id = diresa_id
        JOIN goal_units p ON p.level = 'national'
        """);
  }

  private static String above(String level, String below) {
    return """
        CREATE TABLE attained_%1$s AS
        SELECT period, i, %1$s AS g, sum(present)::BIGINT AS present,
               sum(computable)::BIGINT AS computable, sum(met)::BIGINT AS met, flatten(list(l)) AS l
        FROM attained_%2$s JOIN (SELECT DISTINCT %2$s AS g, %1$s FROM goal_tree) USING (g)
        GROUP BY period, i, %1$s
        """
        .formatted(level, below);
  }

  /** Skewness and kurtosis are taken of deviations: of the values, small groups would lose them. */
  private static String summaries() {
    return """
        WITH sorted AS (
          SELECT * EXCLUDE l, list_sort(l) AS l, coalesce(len(l), 0) AS n FROM attained),
        placed AS (
          SELECT *, list_avg(l) AS mean, l[1] AS min, l[n] AS max,
                 l[(n - 1) // 4 + 1] AS below_1, l[(n + 2) // 4 + 1] AS above_1,
                 l[(n - 1) // 2 + 1] AS below_2, l[n // 2 + 1] AS above_2,
                 l[(n - 1) * 3 // 4 + 1] AS below_3, l[n * 3 // 4 + 1] AS above_3
          FROM sorted),
        quartiles AS (
          SELECT * EXCLUDE (below_1, above_1, below_2, above_2, below_3, above_3),
                 below_1 + (above_1 - below_1) * ((n - 1) % 4) / 4 AS q1, (below_2 + above_2) / 2 AS median,
                 below_3 + (above_3 - below_3) * ((n - 1) * 3 % 4) / 4 AS q3
          FROM placed),
        fences AS (
          SELECT *, q3 - q1 AS iqr, q1 - 1.5::DOUBLE * iqr AS lower_fence,
                 q3 + 1.5::DOUBLE * iqr AS upper_fence, 1e-12 * greatest(1, abs(q1), abs(q3)) AS hair,
                 list_transform(l, lambda x: x - mean) AS deviations
          FROM quartiles),
        counted AS (
          SELECT *, len(list_filter(
                   l, lambda x: x < lower_fence - hair OR x > upper_fence + hair)) AS outliers
          FROM fences)
        SELECT period, level, unit_id, indicator_id, n, present - n AS missing, mean,
               list_stddev_samp(deviations) AS sd, min, q1, median, q3, max, iqr,
               1.4826::DOUBLE * list_median(list_transform(l, lambda x: abs(x - median))) AS mad,
               list_sum(l[n // 5 + 1 : n - n // 5]) / (n - n // 5 * 2) AS trimmed_mean,
               CASE WHEN n > 2 AND min < max THEN list_skewness(deviations) END AS skewness,
               CASE WHEN n > 3 AND min < max THEN list_kurtosis(deviations) END AS kurtosis,
               lower_fence, upper_fence, CASE WHEN n > 0 THEN counted.outliers END AS outliers,
               mean - t * sd / sqrt(n) AS mean_low, mean + t * sd / sqrt(n) AS mean_high,
               l[r + 1] AS median_low, l[n - r] AS median_high,
               100.0::DOUBLE * met / nullif(computable, 0) AS percent_meeting
        FROM counted JOIN goal_units USING (g) JOIN catalog USING (i) LEFT JOIN attained_ranks USING (n)
        LEFT JOIN attained_student USING (n)
        """;
  }

  private String completeness() {
    return """
        COPY (
          WITH reported AS (
            SELECT f, y, count(achieved) AS reported FROM sums GROUP BY ALL)
          SELECT y::VARCHAR AS period, facility_id, indicators, coalesce(reported, 0) AS reported,
                 100.0::DOUBLE * coalesce(reported, 0) / indicators AS percent
          FROM (SELECT DISTINCT y FROM sums) CROSS JOIN (SELECT count(DISTINCT i) AS indicators FROM sums)
          CROSS JOIN registry LEFT JOIN reported USING (f, y))
        TO '%s/completeness.parquet'
        """
        .formatted(out);
  }

  private String coverage() {
    return """
        COPY (
          SELECT *, row_number() OVER (PARTITION BY level ORDER BY percent DESC, unit_id) AS rank FROM (
            SELECT level, unit_id, count(*) AS facilities, count(*) FILTER (clas) AS clas_facilities,
                   100.0::DOUBLE * clas_facilities / facilities AS percent
            FROM registry JOIN units USING (f) WHERE level IN ('national', 'diresa') GROUP BY ALL))
        TO '%s/clas_coverage.parquet'
        """
        .formatted(out);
  }
}

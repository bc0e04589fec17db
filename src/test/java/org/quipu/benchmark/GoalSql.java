package org.quipu.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The goals in SQL, as somebody would write them who knows DuckDB well: one scan of the large file;
 * integer keys after it; duplicate keys found in the same aggregation, by a bit for each month
 * instead of a group for each key; only the groups that are contested are read again.
 *
 * @param data folder of the inputs
 * @param out folder of the tables
 * @param scope which of them
 */
record GoalSql(Path data, Path out, Scope scope) {

  List<Step> steps() {
    List<Step> steps = new ArrayList<>(List.of(references(), sums(), contested(), judge()));
    if (scope.has(Scope.WHOLE)) {
      steps.addAll(new WholeIndicatorSql(out).steps());
    } else {
      steps.add(indicators());
    }
    return steps;
  }

  private Step references() {
    return new Step(
        "references",
        List.of(
            """
            CREATE TABLE registry AS
            SELECT (row_number() OVER (ORDER BY facility_id))::INTEGER AS f, facility_id, diresa_id,
                   network_id, micronetwork_id, clas = '1' AS clas
            FROM read_csv('%s/facility-registry.csv', all_varchar = true)
            """
                .formatted(data),
            """
            CREATE TABLE catalog AS
            SELECT (row_number() OVER (ORDER BY indicator_id))::INTEGER AS i, indicator_id,
                   better = 'lower' AS lower
            FROM read_csv('%s/indicator-catalog.csv', all_varchar = true)
            """
                .formatted(data),
            """
            CREATE TABLE months AS
            SELECT printf('%04d-%02d', y, m) AS period, y::SMALLINT AS y, 1::INTEGER << m::INTEGER AS month_bit
            FROM generate_series(1900, 2199) a(y), generate_series(1, 12) b(m)
            """,
            """
            CREATE TABLE units AS
            SELECT f, 'national' AS level, 'PE' AS unit_id FROM registry
            UNION ALL SELECT f, 'diresa', diresa_id FROM registry
            UNION ALL SELECT f, 'network', network_id FROM registry
            UNION ALL SELECT f, 'micronetwork', micronetwork_id FROM registry
            """));
  }

  private Path typed() {
    return data.resolve("facility-indicator.parquet");
  }

  /** Text files are parsed once, into a table. */
  private List<String> staging() {
    return Files.exists(typed())
        ? List.of("CREATE VIEW reported AS SELECT *, true AS typed FROM '" + typed() + "'")
        : List.of(
            """
            CREATE TABLE reported AS
            SELECT facility_id, period, indicator_id, TRY_CAST(target AS BIGINT) AS target,
                   TRY_CAST(achieved AS BIGINT) AS achieved,
                   (t.target IS NULL OR TRY_CAST(t.target AS BIGINT) IS NOT NULL)
                     AND (t.achieved IS NULL OR TRY_CAST(t.achieved AS BIGINT) IS NOT NULL) AS typed
            FROM read_csv('%s/facility-indicator.csv', all_varchar = true) t
            """
                .formatted(data));
  }

  private Step sums() {
    return new Step(
        "sums",
        plus(
            staging(),
            """
            CREATE TABLE sums AS
            SELECT f, y, i, lower, sum(target)::BIGINT AS target, sum(achieved)::BIGINT AS achieved,
                   count(*) AS rows, bit_or(month_bit) AS months
            FROM reported JOIN months USING (period) JOIN registry USING (facility_id)
            JOIN catalog USING (indicator_id) WHERE typed GROUP BY f, y, i, lower
            """));
  }

  private Step contested() {
    return new Step(
        "duplicates",
        List.of(
            "CREATE TABLE known AS SELECT sum(rows)::BIGINT AS n FROM sums",
            """
            CREATE TABLE contested AS
            SELECT f, facility_id, y, i, indicator_id, lower, period
            FROM sums JOIN registry USING (f) JOIN catalog USING (i, lower) JOIN months USING (y)
            WHERE rows <> bit_count(sums.months)
            """,
            """
            CREATE TABLE settled AS
            SELECT f, y, i, lower, period, any_value(target) AS target, any_value(achieved) AS achieved,
                   count(*) AS rows, count(DISTINCT (target, achieved)) AS different
            FROM reported JOIN contested USING (facility_id, indicator_id, period)
            WHERE typed GROUP BY f, y, i, lower, period
            """,
            "DELETE FROM sums WHERE rows <> bit_count(months)",
            """
            INSERT INTO sums
            SELECT f, y, i, lower, sum(target), sum(achieved), count(*), NULL
            FROM settled WHERE different = 1 GROUP BY f, y, i, lower
            """,
            """
            COPY (
              WITH total AS (SELECT count(*) AS read FROM reported),
              twice AS (SELECT coalesce(sum(rows) FILTER (WHERE different > 1), 0)::BIGINT AS bad,
                               coalesce(sum(rows - 1) FILTER (WHERE different = 1), 0)::BIGINT AS again
                        FROM settled)
              SELECT 'facility-indicator' AS source, read, n - bad - again AS accepted,
                     read - n + bad AS quarantined, again AS duplicates
              FROM total, known, twice)
            TO '%s/input_facility_indicator.parquet'
            """
                .formatted(out)));
  }

  private static List<String> plus(List<String> statements, String last) {
    return Stream.concat(statements.stream(), Stream.of(last)).toList();
  }

  private Step judge() {
    return new Step(
        "facilities and units",
        List.of(
            """
            CREATE TABLE judged AS
            SELECT f, y::VARCHAR AS period, i, target <> 0 AND achieved IS NOT NULL AS computable,
                   CASE WHEN lower THEN achieved <= target ELSE achieved >= target END AS met,
                   CASE WHEN target = 0 THEN NULL
                        WHEN lower THEN target / nullif(achieved, 0)
                        ELSE achieved / target END AS attainment
            FROM sums WHERE target IS NOT NULL OR achieved IS NOT NULL
            """,
            """
            CREATE TABLE facilities AS
            SELECT f, period, count(*) FILTER (WHERE computable) AS indicators,
                   count(*) FILTER (WHERE computable AND met) AS indicators_met
            FROM judged GROUP BY ALL
            """,
            """
            COPY (SELECT period, facility_id, network_id, diresa_id, clas, indicators, indicators_met,
                         CASE WHEN indicators > 0 THEN indicators_met = indicators END AS goals_met
                  FROM facilities JOIN registry USING (f))
            TO '%s/facility_performance.parquet'
            """
                .formatted(out),
            """
            COPY (
              WITH counted AS (
                SELECT period, level, unit_id, clas, indicators = indicators_met AS meets
                FROM facilities JOIN registry USING (f) JOIN units USING (f) WHERE indicators > 0)
              SELECT period, level, unit_id, 'all' AS population, count(*) AS facilities,
                     count(*) FILTER (WHERE meets) AS meeting, 100.0::DOUBLE * meeting / facilities AS percent
              FROM counted GROUP BY ALL
              UNION ALL
              SELECT period, level, unit_id, 'clas', count(*) AS facilities,
                     count(*) FILTER (WHERE meets) AS meeting, 100.0::DOUBLE * meeting / facilities
              FROM counted WHERE clas GROUP BY ALL)
            TO '%s/unit_performance.parquet'
            """
                .formatted(out)));
  }

  private Step indicators() {
    return new Step(
        "indicator summaries",
        List.of(
            """
            COPY (
              SELECT period, level, unit_id, indicator_id, count(attainment) AS n,
                     count(*) - n AS missing, avg(attainment) AS mean,
                     stddev_samp(attainment) AS sd, min(attainment) AS min,
                     quantile_cont(attainment, [0.25, 0.5, 0.75]) AS q, q[1] AS q1, q[2] AS median,
                     q[3] AS q3, max(attainment) AS max,
                     100.0::DOUBLE * count(*) FILTER (WHERE computable AND met)
                       / nullif(count(*) FILTER (WHERE computable), 0) AS percent_meeting
              FROM judged JOIN units USING (f) JOIN catalog USING (i)
              GROUP BY period, level, unit_id, indicator_id)
            TO '%s/indicator_summary.parquet'
            """
                .formatted(out)));
  }
}

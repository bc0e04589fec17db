package org.quipu.benchmark;

import java.nio.file.Path;
import java.util.List;

/**
 * Statistics of the survey from its frequency tables: raw and clean share every sort and join.
 *
 * @param out folder of the tables
 */
record SurveyStatisticsSql(Path out, InstrumentColumns instrument) {
  /** Respondents of each unit. */
  static final String UNIT_COUNTS =
      """
      CREATE TABLE unit_counts AS
      SELECT u, sum(raw)::BIGINT AS raw, sum(clean)::BIGINT AS clean
      FROM counted JOIN (UNPIVOT tree ON COLUMNS(* EXCLUDE f) INTO NAME l VALUE u) USING (f) GROUP BY ALL
      """;

  /** The name of each test but for its variable. */
  static final String TEST_NAMES =
      """
      CREATE TABLE test_names AS
      SELECT u AS t, level, unit_id, 'dimension' AS grouping FROM unit_names
      UNION ALL SELECT -1, 'national', 'PE', 'diresa' UNION ALL SELECT -2, 'national', 'PE', 'network'
      UNION ALL SELECT -3, 'national', 'PE', 'micronetwork'
      UNION ALL SELECT -4, 'national', 'PE', 'facility'
      """;

  /** The values of all groups of a test, with their mean ranks. */
  static final String RANKS =
      """
      CREATE TABLE ranks AS
      WITH counts AS (
        SELECT t, w, value, sum(raw)::DOUBLE AS raw, sum(clean)::DOUBLE AS clean
        FROM tested GROUP BY ALL)
      SELECT *, sum(raw) OVER o - raw + (raw + 1) / 2 AS raw_rank,
             sum(clean) OVER o - clean + (clean + 1) / 2 AS clean_rank
      FROM counts WINDOW o AS (PARTITION BY t, w ORDER BY value ROWS UNBOUNDED PRECEDING)
      """;

  List<Step> steps() {
    return List.of(frequencyTable(), descriptives(), tests());
  }

  private Step frequencyTable() {
    return new Step(
        "frequency table",
        List.of(
            described(),
            frequencies(instrument.items().size(), "described", out.resolve("frequency.parquet"))));
  }

  /**
   * Writes the table {@code frequency}: items at all levels, scores from the nation down to the
   * network.
   *
   * @param totals a table with raw_n and clean_n of each u and v
   */
  static String frequencies(int items, String totals, Path file) {
    String selected =
        """
        SELECT '%1$s' AS cleaning, level, unit_id, variable, value, %1$s AS count,
               100.0::DOUBLE * %1$s / %1$s_n AS percent
        FROM frequencies JOIN %2$s USING (u, v) JOIN unit_names USING (u) JOIN variables USING (v)
        WHERE %1$s > 0 AND (v < %3$d OR level IN ('national', 'diresa', 'network'))
        """;
    return "COPY (%s UNION ALL %s) TO '%s'"
        .formatted(
            selected.formatted("raw", totals, items),
            selected.formatted("clean", totals, items),
            file);
  }

  private static String described() {
    return """
        CREATE TABLE described AS
        WITH totals AS (
          SELECT u, v, sum(raw)::BIGINT AS raw_n, sum(clean)::BIGINT AS clean_n,
                 sum(raw * value) AS raw_s, sum(clean * value) AS clean_s,
                 sum(raw * value * value) AS raw_ss, sum(clean * value * value) AS clean_ss,
                 min(value) FILTER (WHERE raw > 0) AS raw_min, max(value) FILTER (WHERE raw > 0) AS raw_max,
                 min(value) FILTER (WHERE clean > 0) AS clean_min,
                 max(value) FILTER (WHERE clean > 0) AS clean_max
          FROM frequencies GROUP BY ALL),
        running AS (
          SELECT u, v, value, sum(raw) OVER w AS raw_upto, sum(clean) OVER w AS clean_upto
          FROM frequencies WINDOW w AS (PARTITION BY u, v ORDER BY value ROWS UNBOUNDED PRECEDING)),
        quartiles AS (
          SELECT u, v, %s, %s FROM running JOIN totals USING (u, v) GROUP BY ALL)
        SELECT * FROM totals JOIN quartiles USING (u, v)
        """
        .formatted(quartiles("raw"), quartiles("clean"));
  }

  /** The values at the ranks below and above each quartile. */
  static String quartiles(String cleaning) {
    StringBuilder columns = new StringBuilder();
    for (int quarter = 1; quarter <= 3; quarter++) {
      columns.append(
          """
          %4$s min(value) FILTER (WHERE %1$s_upto > (%1$s_n - 1) * %2$d // 4) AS %1$s_below_%3$d,
          min(value) FILTER (WHERE %1$s_upto > ((%1$s_n - 1) * %2$d + 3) // 4) AS %1$s_above_%3$d
          """
              .formatted(cleaning, quarter, quarter, quarter == 1 ? "" : ","));
    }
    return columns.toString();
  }

  /** The quartiles of type 7, from the values at the ranks around them. */
  static String interpolated(String cleaning) {
    return """
        %1$s_below_1 + (%1$s_above_1 - %1$s_below_1) * ((%1$s_n - 1) %% 4) / 4 AS q1,
        %1$s_below_2 + (%1$s_above_2 - %1$s_below_2) * ((%1$s_n - 1) * 2 %% 4) / 4 AS median,
        %1$s_below_3 + (%1$s_above_3 - %1$s_below_3) * ((%1$s_n - 1) * 3 %% 4) / 4 AS q3
        """
        .formatted(cleaning);
  }

  private Step descriptives() {
    String selected =
        """
        SELECT '%1$s' AS cleaning, level, unit_id, variable, %1$s_n AS n, unit_counts.%1$s - %1$s_n AS missing,
               %1$s_s / %1$s_n AS mean,
               CASE WHEN %1$s_n > 1
                    THEN sqrt(greatest(%1$s_ss - %1$s_s * %1$s_s / %1$s_n, 0) / (%1$s_n - 1)) END AS sd,
               %1$s_min AS min, %2$s, %1$s_max AS max
        FROM described JOIN unit_counts USING (u) JOIN unit_names USING (u) JOIN variables USING (v)
        WHERE %1$s_n > 0
        """;
    return new Step(
        "descriptives",
        List.of(
            UNIT_COUNTS,
            "COPY (%s UNION ALL %s) TO '%s/descriptive.parquet'"
                .formatted(
                    selected.formatted("raw", interpolated("raw")),
                    selected.formatted("clean", interpolated("clean")),
                    out)));
  }

  /**
   * Analysis of variance and Kruskal–Wallis: the dimensions of each unit, and the units of each
   * level in each variable. A test is (t, w): a unit and −1, or a level and a variable.
   */
  private Step tests() {
    return new Step(
        "tests",
        List.of(
            TEST_NAMES,
            tested(instrument),
            RANKS,
            """
            CREATE TABLE test_groups AS
            SELECT t, w, g, sum(e.raw) AS raw_n, sum(e.clean) AS clean_n,
                   sum(e.raw * value) AS raw_s, sum(e.clean * value) AS clean_s,
                   sum(e.raw * value * value) AS raw_ss, sum(e.clean * value * value) AS clean_ss,
                   sum(e.raw * raw_rank) AS raw_r, sum(e.clean * clean_rank) AS clean_r
            FROM tested e JOIN ranks USING (t, w, value) GROUP BY ALL
            """,
            "COPY (%s UNION ALL %s) TO '%s/hypothesis_test.parquet'"
                .formatted(statistics("raw"), statistics("clean"), out)));
  }

  /** The frequencies of each group of each test. */
  static String tested(InstrumentColumns instrument) {
    int firstDimension = instrument.items().size();
    int lastDimension = firstDimension + instrument.dimensions().size() - 1;
    return """
        CREATE VIEW tested AS
        SELECT u AS t, -1::SMALLINT AS w, v AS g, value, raw, clean
        FROM frequencies WHERE v BETWEEN %1$d AND %2$d
        UNION ALL SELECT -1, v, u, value, raw, clean FROM of_diresa
        UNION ALL SELECT -2, v, u, value, raw, clean FROM of_network
        UNION ALL SELECT -3, v, u, value, raw, clean FROM of_micronetwork
        UNION ALL SELECT -4, v, u, value, raw, clean FROM of_facility
        """
        .formatted(firstDimension, lastDimension);
  }

  private static String statistics(String cleaning) {
    return """
        SELECT * FROM (
          WITH ties AS (
            SELECT t, w, sum(%1$s ** 3 - %1$s) AS ties FROM ranks GROUP BY ALL),
          sums AS (
            SELECT t, w, count(*) AS groups, sum(%1$s_n)::DOUBLE AS n, sum(%1$s_s) AS s, sum(%1$s_ss) AS ss,
                   sum(%1$s_s * %1$s_s / %1$s_n) AS b, sum(%1$s_r * %1$s_r / %1$s_n) AS r
            FROM test_groups WHERE %1$s_n > 0 GROUP BY ALL),
          named AS (
            SELECT '%1$s' AS cleaning, level, unit_id, coalesce(variable, 'dimension_score') AS variable,
                   grouping, sums.*, ties
            FROM sums JOIN ties USING (t, w) JOIN test_names USING (t) LEFT JOIN variables ON v = w
            WHERE groups > 1)
          SELECT cleaning, level, unit_id, variable, grouping, 'anova' AS method,
                 ((b - s * s / n) / (groups - 1)) / nullif((ss - b) / (n - groups), 0) AS statistic FROM named
          UNION ALL
          SELECT cleaning, level, unit_id, variable, grouping, 'kruskal_wallis',
                 (12 / (n * (n + 1)) * r - 3 * (n + 1)) / nullif(1 - ties / (n ** 3 - n), 0) FROM named)
        """
        .formatted(cleaning);
  }
}

package org.quipu.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All columns of {@code descriptive} from the frequency tables: raw and clean share the
 * aggregations, and the sort by value. What takes a sort of its own, by the distance from the
 * median, is done for clean answers only where they differ from the raw ones.
 *
 * <p>Makes {@code described}, of each unit u and variable v, and {@code spreads}, of each cleaning
 * besides, which tests and shapes use too.
 *
 * @param out folder of the tables
 */
record WholeDescribedSql(Path out, InstrumentColumns instrument) {
  private static final List<String> CLEANINGS = List.of("raw", "clean");

  List<Step> steps() {
    List<String> described = new ArrayList<>();
    described.add(totals());
    String sizes = "SELECT raw_n AS n FROM totals UNION SELECT clean_n FROM totals";
    described.addAll(MedianRankSql.table("median_ranks", sizes));
    described.addAll(StudentSql.table("student", sizes));
    described.add(described());
    described.add(
        SurveyStatisticsSql.frequencies(
            instrument.items().size(), "described", out.resolve("frequency.parquet")));
    List<String> descriptive = new ArrayList<>();
    descriptive.add(SurveyStatisticsSql.UNIT_COUNTS);
    descriptive.add(
        "CREATE TABLE centres AS %s UNION ALL %s".formatted(centre("raw"), centre("clean")));
    descriptive.addAll(spreads());
    descriptive.add(descriptive());
    return List.of(new Step("frequency table", described), new Step("descriptives", descriptive));
  }

  /** Sums of powers of answers and scores, which are far from their spread by little. */
  private static String totals() {
    StringBuilder sums = new StringBuilder();
    for (String cleaning : CLEANINGS) {
      sums.append(
          """
          sum(%1$s)::BIGINT AS %1$s_n, sum(%1$s * value) AS %1$s_s, sum(%1$s * value * value) AS %1$s_ss,
          sum(%1$s * value * value * value) AS %1$s_s3,
          sum(%1$s * value * value * value * value) AS %1$s_s4,
          min(value) FILTER (WHERE %1$s > 0) AS %1$s_min, max(value) FILTER (WHERE %1$s > 0) AS %1$s_max,
          """
              .formatted(cleaning));
    }
    return "CREATE TABLE totals AS SELECT u, v, %s bool_and(raw = clean) AS same FROM frequencies GROUP BY ALL"
        .formatted(sums);
  }

  private static String described() {
    return """
        CREATE TABLE described AS
        WITH ranked AS (
          SELECT totals.*, a.r AS raw_rank, b.r AS clean_rank FROM totals
          LEFT JOIN median_ranks a ON a.n = raw_n LEFT JOIN median_ranks b ON b.n = clean_n),
        running AS (
          SELECT u, v, value, raw, clean, sum(raw) OVER w AS raw_upto, sum(clean) OVER w AS clean_upto
          FROM frequencies WINDOW w AS (PARTITION BY u, v ORDER BY value ROWS UNBOUNDED PRECEDING)),
        ranks AS (
          SELECT u, v, %s, %s FROM running JOIN ranked USING (u, v) GROUP BY ALL)
        SELECT * FROM totals JOIN ranks USING (u, v)
        """
        .formatted(ranks("raw"), ranks("clean"));
  }

  /** Values at ranks, and the sum of those between the lowest and the highest fifth. */
  private static String ranks(String cleaning) {
    return """
        %2$s, min(value) FILTER (WHERE %1$s_upto > %1$s_rank) AS %1$s_median_low,
        min(value) FILTER (WHERE %1$s_upto > %1$s_n - 1 - %1$s_rank) AS %1$s_median_high,
        sum(value * greatest(0, least(%1$s_upto, %1$s_n - %1$s_n // 5)
                                - greatest(%1$s_upto - %1$s, %1$s_n // 5))) AS %1$s_middle
        """
        .formatted(cleaning, SurveyStatisticsSql.quartiles(cleaning));
  }

  private static String centre(String cleaning) {
    return """
        SELECT '%1$s' AS cleaning, u, v, same, n, mean, m2, min, max, q1, median, q3, q3 - q1 AS iqr,
               s, ss, middle / (n - n // 5 * 2) AS trimmed_mean, median_low, median_high,
               least(median - %1$s_above_1, %1$s_below_3 - median) AS mad_low,
               greatest(median - %1$s_below_1, %1$s_above_3 - median) AS mad_high,
               %1$s_s3 - 3 * mean * ss + 2 * mean * mean * s AS m3,
               %1$s_s4 - 4 * mean * %1$s_s3 + 6 * mean * mean * ss - 3 * mean * mean * mean * s AS m4
        FROM (
          SELECT *, %1$s_n AS n, %1$s_s AS s, %1$s_ss AS ss, s / n AS mean,
                 greatest(ss - s * s / n, 0) AS m2, %1$s_min AS min, %1$s_max AS max,
                 %2$s, %1$s_middle AS middle, %1$s_median_low AS median_low,
                 %1$s_median_high AS median_high
          FROM described WHERE %1$s_n > 0)
        """
        .formatted(cleaning, SurveyStatisticsSql.interpolated(cleaning));
  }

  /**
   * Distances from the median: that of the middle, the sum of all; and values beyond the fences by
   * more than a hair's breadth.
   *
   * <p>Strictly between the quartiles lie fewer than half of the values, up to the quartiles at
   * least half: the middle distance is not below the nearer quartile's and not above the farther
   * one's, and only values in between are sorted by it.
   */
  private static List<String> spreads() {
    return List.of(
        """
        CREATE VIEW distances AS
        SELECT cleaning, u, v, same, n, count, abs(value - median) AS distance, mad_low, mad_high,
               greatest(q1 - 1.5::DOUBLE * iqr - value, value - q3 - 1.5::DOUBLE * iqr) AS beyond,
               1e-12 * greatest(1, abs(q1), abs(q3)) AS hair
        FROM (
          SELECT 'raw' AS cleaning, u, v, value, raw AS count FROM frequencies WHERE raw > 0
          UNION ALL
          SELECT 'clean', u, v, value, clean FROM frequencies
          SEMI JOIN (FROM totals WHERE NOT same) USING (u, v) WHERE clean > 0)
        JOIN centres USING (cleaning, u, v)
        """,
        """
        CREATE TABLE spreads AS
        WITH sums AS (
          SELECT cleaning, u, v, same, n, sum(count * distance) AS distances,
                 coalesce(sum(count) FILTER (distance < mad_low), 0) AS nearer,
                 coalesce(sum(count) FILTER (beyond > hair), 0)::BIGINT AS outliers
          FROM distances GROUP BY ALL),
        near AS (
          SELECT cleaning, u, v, distance, sum(count) OVER (
                   PARTITION BY cleaning, u, v ORDER BY distance ROWS UNBOUNDED PRECEDING) AS near
          FROM distances WHERE distance BETWEEN mad_low AND mad_high),
        mads AS (
          SELECT cleaning, u, v, 1.4826::DOUBLE * (min(distance) FILTER (nearer + near > (n - 1) // 2)
                                                   + min(distance) FILTER (nearer + near > n // 2)) / 2 AS mad
          FROM near JOIN sums USING (cleaning, u, v) GROUP BY ALL)
        SELECT unnest(CASE WHEN same THEN ['raw', 'clean'] ELSE [sums.cleaning] END) AS cleaning, u, v,
               mad, distances, outliers
        FROM sums JOIN mads USING (cleaning, u, v)
        """);
  }

  private String descriptive() {
    return """
        COPY (
          SELECT cleaning, level, unit_id, variable,
                 CASE WHEN v < %1$d
                      THEN rank() OVER (PARTITION BY cleaning, u, v < %1$d ORDER BY mean DESC) END AS rank,
                 n, CASE cleaning WHEN 'raw' THEN raw ELSE clean END - n AS missing, mean,
                 CASE WHEN n > 1 THEN sqrt(m2 / (n - 1)) END AS sd, min, q1, median, q3, max, iqr, mad,
                 trimmed_mean,
                 CASE WHEN n > 2 AND min < max
                      THEN sqrt(n::DOUBLE * (n - 1)) / (n - 2) * (m3 / n) / (m2 / n) ** 1.5 END AS skewness,
                 CASE WHEN n > 3 AND min < max
                      THEN (n - 1::DOUBLE) / ((n - 2::DOUBLE) * (n - 3))
                           * ((n + 1) * (m4 * n / (m2 * m2) - 3) + 6) END AS kurtosis,
                 q1 - 1.5::DOUBLE * iqr AS lower_fence, q3 + 1.5::DOUBLE * iqr AS upper_fence,
                 outliers, mean - t * sqrt(m2 / n / (n - 1)) AS mean_low,
                 mean + t * sqrt(m2 / n / (n - 1)) AS mean_high, median_low, median_high
          FROM centres JOIN spreads USING (cleaning, u, v) JOIN unit_counts USING (u) JOIN unit_names USING (u) JOIN variables USING (v)
          LEFT JOIN student USING (n))
        TO '%2$s/descriptive.parquet'
        """
        .formatted(instrument.items().size(), out);
  }
}

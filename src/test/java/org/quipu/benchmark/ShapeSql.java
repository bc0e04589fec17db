package org.quipu.benchmark;

import java.nio.file.Path;
import java.util.List;

/**
 * {@code histogram}, and {@code outlier} but for the adjusted boxplot, whose medcouple compares all
 * pairs of values. Scores from the nation down to the network, and the nation's items.
 *
 * <p>Edges of bins are listed for each variable, and a value's bin is the number of edges that it
 * reaches; at fences and edges a hair's breadth stands for what rounding does to quotients. A value
 * on a fence is no outlier.
 *
 * @param out folder of the tables
 */
record ShapeSql(Path out, InstrumentColumns instrument) {

  List<String> statements() {
    int items = instrument.items().size();
    return List.of(
        """
        CREATE TABLE shown AS
        SELECT u, v, value, unnest([{cleaning: 'raw', count: raw}, {cleaning: 'clean', count: clean}],
                                   recursive := true)
        FROM (FROM of_nation
              UNION ALL FROM of_diresa WHERE v >= %1$d UNION ALL FROM of_network WHERE v >= %1$d)
        """
            .formatted(items),
        "DELETE FROM shown WHERE count = 0",
        edges(),
        histogram(),
        outliers(items));
  }

  /**
   * Bins of one width, 1, 2 or 5 times a power of ten, next to that of Freedman and Diaconis or of
   * Sturges, at most sixty; where the middle four fifths lie within a tenth of the range, of
   * positive values, bins between 1, 2 and 5 times the powers of ten.
   */
  private static String edges() {
    return """
        CREATE TABLE edges AS
        WITH running AS (
          SELECT cleaning, u, v, value, n, min, max, iqr,
                 sum(count) OVER (PARTITION BY cleaning, u, v ORDER BY value ROWS UNBOUNDED PRECEDING) AS upto
          FROM shown JOIN centres USING (cleaning, u, v)),
        tails AS (
          SELECT cleaning, u, v, n, min, max, iqr,
                 min(value) FILTER (upto > (n - 1) // 10) AS low_1,
                 min(value) FILTER (upto > (n + 8) // 10) AS low_2,
                 min(value) FILTER (upto > (n - 1) * 9 // 10) AS high_1,
                 min(value) FILTER (upto > ((n - 1) * 9 + 9) // 10) AS high_2
          FROM running GROUP BY ALL),
        wanted AS (
          SELECT *,
                 min > 0 AND high_1 + (high_2 - high_1) * ((n - 1) * 9 % 10) / 10
                   - low_1 - (low_2 - low_1) * ((n - 1) % 10) / 10 < (max - min) / 10 AS squashed,
                 greatest(CASE WHEN n < 30 OR iqr = 0 THEN (max - min) / (floor(log2(n)) + 1)
                               ELSE iqr * 2 / cbrt(n) END, (max - min) / 59) AS least_width
          FROM tails WHERE min < max),
        widths AS (
          SELECT *, list_filter(
                   [1, 2, 5, 10], lambda s: s * 10 ** floor(log10(least_width)) >= least_width * (1 - 1e-15))[1]
                   * 10 ** floor(log10(least_width)) AS width
          FROM wanted),
        bounded AS (
          SELECT *, floor(min / width + 1e-9)::BIGINT AS first_step, ceil(max / width - 1e-9)::BIGINT AS last_step,
                 flatten(list_transform(
                   CASE WHEN squashed THEN range(floor(log10(min))::BIGINT, ceil(log10(max))::BIGINT + 1) END,
                   lambda e: [10.0::DOUBLE ** e, 2 * 10.0::DOUBLE ** e, 5 * 10.0::DOUBLE ** e])) AS steps
          FROM widths)
        SELECT cleaning, u, v, CASE
                 WHEN squashed THEN list_filter(
                   steps, lambda e, k: (k = len(steps) OR steps[k + 1] > min) AND (k = 1 OR steps[k - 1] < max))
                 ELSE list_transform(range(first_step, last_step + 1), lambda e: e * width) END AS edges
        FROM bounded
        UNION ALL SELECT cleaning, u, v, [min, max] FROM tails WHERE min = max
        """;
  }

  private String histogram() {
    return """
        COPY (
          WITH counted AS (
            SELECT cleaning, u, v, greatest(1, least(len(edges) - 1, len(list_filter(
                     edges, lambda e: e <= value + 1e-9 * greatest(1, abs(value)))))) AS bin, sum(count) AS count
            FROM shown JOIN edges USING (cleaning, u, v) GROUP BY ALL),
          bins AS (
            SELECT cleaning, u, v, edges, unnest(range(1, len(edges))) AS bin FROM edges)
          SELECT cleaning, level, unit_id, variable, bin, edges[bin] AS lower, edges[bin + 1] AS upper,
                 coalesce(count, 0)::BIGINT AS count
          FROM bins LEFT JOIN counted USING (cleaning, u, v, bin)
          JOIN unit_names USING (u) JOIN variables USING (v))
        TO '%s/histogram.parquet'
        """
        .formatted(out);
  }

  private String outliers(int items) {
    return """
        COPY (
          WITH limits AS (
            SELECT cleaning, u, v, unnest([
                     {rule: 'tukey', lower: q1 - 1.5::DOUBLE * iqr, upper: q3 + 1.5::DOUBLE * iqr},
                     {rule: 'tukey_far', lower: q1 - 3 * iqr, upper: q3 + 3 * iqr},
                     {rule: 'modified_z', lower: median - mad / 1.4826::DOUBLE * 3.5::DOUBLE / 0.6745::DOUBLE,
                      upper: median + mad / 1.4826::DOUBLE * 3.5::DOUBLE / 0.6745::DOUBLE}], recursive := true)
            FROM centres JOIN spreads USING (cleaning, u, v) WHERE v >= %d)
          SELECT cleaning, level, unit_id, variable, rule, value, count, lower, upper
          FROM shown JOIN limits USING (cleaning, u, v) JOIN unit_names USING (u) JOIN variables USING (v)
          WHERE lower < upper
            AND greatest(lower - value, value - upper) > 1e-12 * greatest(1, abs(value)))
        TO '%s/outlier.parquet'
        """
        .formatted(items, out);
  }
}

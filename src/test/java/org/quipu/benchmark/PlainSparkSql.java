package org.quipu.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The same work as one would usually write it in Spark SQL: {@code PlainSparkSql DATA OUT THREADS}.
 * Goals, and descriptions of the survey at every level; no tests and no reliability.
 */
public final class PlainSparkSql {
  private static final List<String> LEVELS =
      List.of("diresa_id", "network_id", "micronetwork_id", "facility_id");

  private final SparkSession spark;
  private final Path data;
  private final Path out;

  private PlainSparkSql(SparkSession spark, Path data, Path out) {
    this.spark = spark;
    this.data = data;
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[" + Integer.parseInt(args[2]) + "]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", args[2])
            .config("spark.sql.ansi.enabled", false)
            .getOrCreate()) {
      PlainSparkSql work = new PlainSparkSql(spark, Path.of(args[0]), Path.of(args[1]));
      work.timed("goals", work::goals);
      if (Files.exists(work.data.resolve("instrument.csv"))) {
        work.timed("survey", work::survey);
      }
    }
  }

  private void timed(String name, Runnable part) {
    long started = System.nanoTime();
    part.run();
    double seconds = (System.nanoTime() - started) / 1e9;
    System.out.printf(Locale.ROOT, "step\t%s\t%.3f\t%n", name, seconds);
  }

  private void goals() {
    read("facility-registry").createOrReplaceTempView("registry");
    read("indicator-catalog").createOrReplaceTempView("catalog");
    read("facility-indicator").createOrReplaceTempView("reported");
    spark
        .sql(
            """
            SELECT facility_id, left(period, 4) AS period, indicator_id, sum(target) AS target,
                   sum(achieved) AS achieved
            FROM (
              SELECT facility_id, period, indicator_id, first(target) AS target, first(achieved) AS achieved
              FROM reported JOIN registry USING (facility_id)
              WHERE substr(period, 6, 2) BETWEEN '01' AND '12'
                AND (achieved IS NULL OR CAST(achieved AS BIGINT) IS NOT NULL)
              GROUP BY facility_id, period, indicator_id
              HAVING count(DISTINCT target, coalesce(achieved, -1)) = 1)
            GROUP BY facility_id, left(period, 4), indicator_id
            """)
        .createOrReplaceTempView("sums");
    spark
        .sql(
            """
            SELECT registry.*, period, indicator_id, target <> 0 AND achieved IS NOT NULL AS computable,
                   CASE WHEN better = 'lower' THEN achieved <= target ELSE achieved >= target END AS met,
                   CASE WHEN target = 0 THEN NULL WHEN better = 'lower' THEN target / achieved
                        ELSE achieved / target END AS attainment
            FROM sums JOIN registry USING (facility_id) JOIN catalog USING (indicator_id)
            """)
        .cache()
        .createOrReplaceTempView("judged");
    spark
        .sql(
            """
            SELECT period, facility_id, first(network_id) AS network_id, first(diresa_id) AS diresa_id,
                   first(micronetwork_id) AS micronetwork_id, first(clas) = '1' AS clas,
                   count_if(computable) AS indicators, count_if(computable AND met) AS indicators_met,
                   indicators = indicators_met AS goals_met
            FROM judged GROUP BY period, facility_id
            """)
        .cache()
        .createOrReplaceTempView("facilities");
    write(spark.table("facilities").drop("micronetwork_id"), "facility_performance");
    List<String> units = new ArrayList<>();
    List<String> indicators = new ArrayList<>();
    for (String unit : List.of("'PE'", "diresa_id", "network_id", "micronetwork_id")) {
      for (String population : List.of("all", "clas")) {
        units.add(
            """
            SELECT period, '%s' AS level, %s AS unit_id, '%s' AS population, count(*) AS facilities,
                   count_if(goals_met) AS meeting, 100D * count_if(goals_met) / count(*) AS percent
            FROM facilities WHERE indicators > 0 AND %s GROUP BY ALL
            """
                .formatted(
                    level(unit), unit, population, population.equals("all") ? "true" : "clas"));
      }
      indicators.add(
          """
          SELECT period, '%s' AS level, %s AS unit_id, indicator_id, count(attainment) AS n,
                 count_if(attainment IS NULL) AS missing, avg(attainment) AS mean,
                 stddev_samp(attainment) AS sd, min(attainment) AS min,
                 percentile(attainment, 0.25D) AS q1, percentile(attainment, 0.5D) AS median,
                 percentile(attainment, 0.75D) AS q3, max(attainment) AS max,
                 100D * count_if(computable AND met) / count_if(computable) AS percent_meeting
          FROM judged GROUP BY ALL
          """
              .formatted(level(unit), unit));
    }
    write(spark.sql(String.join(" UNION ALL ", units)), "unit_performance");
    write(spark.sql(String.join(" UNION ALL ", indicators)), "indicator_summary");
  }

  private void survey() {
    List<Row> items = read("instrument").collectAsList();
    read("staff-survey").createOrReplaceTempView("answered");
    spark
        .sql(
            """
            SELECT * FROM (
              SELECT *, count(*) OVER (PARTITION BY respondent_id, wave) AS different FROM (
                SELECT DISTINCT a.* FROM answered a LEFT SEMI JOIN registry USING (facility_id)
                WHERE respondent_id IS NOT NULL))
            WHERE different = 1
            """)
        .createOrReplaceTempView("respondents");
    spark
        .sql(
            "SELECT *, %s AS clean_answers FROM respondents JOIN registry USING (facility_id)"
                    .formatted(
                        items.stream()
                            .map(item -> "coalesce(CAST(%s AS INT), 0)".formatted(onScale(item)))
                            .collect(Collectors.joining(" + ")))
                + " WHERE experience_years >= 1 AND role IN ('administrative', 'technical')")
        .cache()
        .createOrReplaceTempView("eligible");
    List<String> descriptives = new ArrayList<>();
    for (String cleaning : List.of("raw", "clean")) {
      values(items, cleaning).cache().createOrReplaceTempView(cleaning + "_values");
      List<String> units = new ArrayList<>(List.of("'PE'"));
      units.addAll(LEVELS);
      for (String unit : units) {
        descriptives.add(
            """
            SELECT '%1$s' AS cleaning, '%2$s' AS level, %3$s AS unit_id, variable, count(value) AS n,
                   count_if(value IS NULL) AS missing, avg(value) AS mean, stddev_samp(value) AS sd,
                   min(value) AS min, percentile(value, 0.25D) AS q1, percentile(value, 0.5D) AS median,
                   percentile(value, 0.75D) AS q3, max(value) AS max
            FROM %1$s_values GROUP BY ALL HAVING count(value) > 0
            """
                .formatted(cleaning, level(unit), unit));
      }
    }
    write(spark.sql(String.join(" UNION ALL ", descriptives)), "descriptive");
  }

  /** One row a respondent and variable. */
  private Dataset<Row> values(List<Row> items, String cleaning) {
    List<String> pairs = new ArrayList<>();
    items.forEach(item -> pairs.add("'%s', %s".formatted(id(item), answer(item, cleaning))));
    items.stream()
        .map(item -> item.<String>getAs("dimension_id"))
        .distinct()
        .forEach(dimension -> pairs.add(score(items, dimension, cleaning)));
    pairs.add(score(items, "all", cleaning));
    return spark.sql(
        "SELECT diresa_id, network_id, micronetwork_id, facility_id, stack(%d, %s) AS (variable, value)"
                .formatted(pairs.size(), String.join(", ", pairs))
            + " FROM eligible WHERE "
            + (cleaning.equals("raw") ? "true" : "2 * clean_answers >= " + items.size()));
  }

  private static String score(List<Row> items, String dimension, String cleaning) {
    String answers =
        items.stream()
            .filter(item -> dimension.equals("all") || item.getAs("dimension_id").equals(dimension))
            .map(
                item ->
                    item.getAs("reversed").equals("1")
                        ? "%s + %s - %s"
                            .formatted(item.getAs("min"), item.getAs("max"), answer(item, cleaning))
                        : answer(item, cleaning))
            .collect(Collectors.joining(", "));
    return "'%s', aggregate(filter(array(%s), x -> x IS NOT NULL), named_struct('s', 0D, 'n', 0), (a, x) -> named_struct('s', a.s + x, 'n', a.n + 1), a -> a.s / nullif(a.n, 0))"
        .formatted(dimension, answers);
  }

  private static String id(Row item) {
    return item.getAs("item_id");
  }

  private static String onScale(Row item) {
    return "(%s BETWEEN %s AND %s)".formatted(id(item), item.getAs("min"), item.getAs("max"));
  }

  private static String answer(Row item, String cleaning) {
    return cleaning.equals("raw")
        ? "CAST(%s AS DOUBLE)".formatted(id(item))
        : "CAST(CASE WHEN %s THEN %s END AS DOUBLE)".formatted(onScale(item), id(item));
  }

  private static String level(String unit) {
    return unit.equals("'PE'") ? "national" : unit.replace("_id", "");
  }

  private Dataset<Row> read(String source) {
    Path typed = data.resolve(source + ".parquet");
    return Files.exists(typed)
        ? spark.read().parquet(typed.toString())
        : spark.read().option("header", true).csv(data.resolve(source + ".csv").toString());
  }

  private void write(Dataset<Row> rows, String table) {
    rows.write().parquet(out.resolve(table + ".parquet").toString());
  }
}

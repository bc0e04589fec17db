package org.quipu.benchmark;

import java.nio.file.Path;
import java.util.List;

/**
 * {@code linkage_unit}: the median of each dimension beside the performance of the latest year. Of
 * a unit, the share of its facilities that meet their goals; of a facility, the share of its
 * computable indicators that are met. And {@code points}, the units that have both, for {@link
 * CorrelationSql}; medians that only rounding tells apart are one there.
 *
 * @param out folder of the tables
 */
record LinkageSql(Path out, InstrumentColumns instrument) {

  List<String> statements() {
    int first = instrument.items().size();
    return List.of(
        """
        CREATE TABLE performances AS
        WITH latest AS (
          SELECT f, indicators, indicators_met, clas, indicators > 0 AS counts,
                 indicators > 0 AND indicators = indicators_met AS meets
          FROM facilities JOIN registry USING (f) WHERE period = (SELECT max(period) FROM facilities)),
        members AS (
          SELECT u, counts, meets, clas FROM latest
          JOIN (UNPIVOT tree ON COLUMNS(* EXCLUDE (f, facility)) INTO NAME l VALUE u) USING (f))
        SELECT u, count(*) FILTER (counts) AS facilities,
               100.0::DOUBLE * count(*) FILTER (meets) / nullif(facilities, 0) AS percent,
               count(*) FILTER (counts AND clas) AS clas_facilities,
               100.0::DOUBLE * count(*) FILTER (meets AND clas) / nullif(clas_facilities, 0) AS clas_percent
        FROM members GROUP BY u
        UNION ALL
        SELECT facility, counts::BIGINT AS n, 100.0::DOUBLE * indicators_met / nullif(indicators, 0) AS share,
               CASE WHEN clas THEN n ELSE 0 END, CASE WHEN clas THEN share END
        FROM latest JOIN tree USING (f)
        """,
        """
        CREATE TABLE linked AS
        SELECT level, unit_id, u, v, variable AS dimension, cleaning, (SELECT max(period) FROM facilities) AS period,
               coalesce(n, 0) AS respondents, median, percent AS performance_percent,
               CASE WHEN level = 'facility' THEN facilities ELSE coalesce(facilities, 0) END AS facilities,
               clas_percent AS clas_performance_percent,
               CASE WHEN level = 'facility' THEN clas_facilities ELSE coalesce(clas_facilities, 0) END
                 AS clas_facilities
        FROM unit_names CROSS JOIN (FROM variables WHERE v BETWEEN %d AND %d)
        CROSS JOIN (VALUES ('raw'), ('clean')) c(cleaning)
        LEFT JOIN centres USING (cleaning, u, v) LEFT JOIN performances USING (u)
        WHERE level <> 'facility' OR u IN (SELECT u FROM unit_counts)
        """
            .formatted(first, first + instrument.dimensions().size() - 1),
        "COPY (SELECT * EXCLUDE (u, v) FROM linked) TO '%s/linkage_unit.parquet'".formatted(out),
        """
        CREATE TABLE points AS
        SELECT dense_rank() OVER (ORDER BY level, dimension, cleaning, population) AS p, *
        FROM (
          SELECT level, unit_id, dimension, cleaning, round(median, 12) AS x, unnest([
                   {population: 'performance', y: performance_percent},
                   {population: 'performance_clas', y: clas_performance_percent}], recursive := true)
          FROM linked WHERE level <> 'national' AND median IS NOT NULL)
        WHERE y IS NOT NULL
        """);
  }
}

package org.quipu.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The staff survey in SQL, as somebody would write it who knows DuckDB well: raw and clean in one
 * aggregation; frequency tables by facility once, each higher level from the one below it; integer
 * keys throughout, names only on the way out.
 *
 * @param data folder of the inputs
 * @param out folder of the tables
 * @param instrument items and dimensions
 * @param scope from pairwise on alpha uses pairwise-complete covariances, as the pipeline and psych
 *     do; else respondents with every item of the scale, which takes a fraction of the time
 */
record SurveySql(Path data, Path out, InstrumentColumns instrument, Scope scope) {

  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    steps.add(respondents());
    steps.add(frequencies());
    steps.add(levels());
    if (scope.has(Scope.WHOLE)) {
      steps.addAll(new WholeDescribedSql(out, instrument).steps());
      steps.addAll(new WholeTestsSql(out, instrument).steps());
      steps.add(new Step("clustering", new ClusteringSql(out, instrument).statements()));
      steps.add(new Step("shapes", new ShapeSql(out, instrument).statements()));
      steps.add(new Step("sample", new SampleSql(out).statements()));
      steps.add(new Step("linkage", new LinkageSql(out, instrument).statements()));
      steps.add(new Step("correlations", new CorrelationSql(out).statements()));
      steps.add(new WholeReliabilitySql(out, instrument).step());
      return steps;
    }
    steps.addAll(new SurveyStatisticsSql(out, instrument).steps());
    steps.add(
        scope.has(Scope.PAIRWISE)
            ? new PairwiseAlphaSql(out, instrument).step()
            : new CompleteAlphaSql(out, instrument).step());
    return steps;
  }

  /** Text files are parsed once, into a table. */
  private String staging() {
    Path typed = data.resolve("staff-survey.parquet");
    if (Files.exists(typed)) {
      return "CREATE VIEW answered AS SELECT *, true AS typed FROM '" + typed + "'";
    }
    String items =
        instrument.items().stream()
            .map(item -> "TRY_CAST(%1$s AS INTEGER) AS %1$s".formatted(item.id()))
            .collect(Collectors.joining(", "));
    String wellTyped =
        instrument.items().stream()
            .map(
                item ->
                    "(t.%1$s IS NULL OR TRY_CAST(t.%1$s AS INTEGER) IS NOT NULL)"
                        .formatted(item.id()))
            .collect(Collectors.joining(" AND "));
    return """
        CREATE TABLE answered AS
        SELECT respondent_id, facility_id, wave, role,
               TRY_CAST(experience_years AS INTEGER) AS experience_years, %s, %s AS typed
        FROM read_csv('%s/staff-survey.csv', all_varchar = true) t
        """
        .formatted(items, wellTyped, data);
  }

  private Step respondents() {
    String items =
        instrument.items().stream()
            .map(InstrumentColumns.Item::id)
            .collect(Collectors.joining(", "));
    String raw =
        instrument.scales().stream()
            .map(
                scale ->
                    "%s AS raw_sum_%s, %s AS raw_n_%s"
                        .formatted(scale.rawSum(), scale.id(), scale.rawAnswers(), scale.id()))
            .collect(Collectors.joining(",\n  "));
    String clean =
        instrument.scales().stream()
            .map(
                scale ->
                    """
                    CASE WHEN on_scale THEN raw_sum_%1$s ELSE %2$s END AS clean_sum_%1$s,
                    CASE WHEN on_scale THEN raw_n_%1$s ELSE %3$s END AS clean_n_%1$s
                    """
                        .formatted(scale.id(), scale.cleanSum(), scale.cleanAnswers()))
            .collect(Collectors.joining(",\n  "));
    return new Step(
        "respondents",
        List.of(
            staging(),
            """
            CREATE TABLE twice AS
            SELECT respondent_id, wave FROM answered SEMI JOIN registry USING (facility_id)
            WHERE typed AND respondent_id IS NOT NULL GROUP BY ALL HAVING count(*) > 1
            """,
            """
            CREATE TABLE twice_rows AS
            WITH contents AS (
              SELECT r, count(*) AS rows
              FROM answered r SEMI JOIN twice USING (respondent_id, wave)
              WHERE typed AND facility_id IN (SELECT facility_id FROM registry)
              GROUP BY ALL)
            SELECT *, count(*) OVER (PARTITION BY r.respondent_id, r.wave) AS different FROM contents
            """,
            """
            CREATE TABLE respondents AS
            WITH used AS (
              SELECT s.* FROM answered s ANTI JOIN twice USING (respondent_id, wave)
              WHERE typed AND respondent_id IS NOT NULL
              UNION ALL BY NAME SELECT unnest(r) FROM twice_rows WHERE different = 1),
            scored AS (
              SELECT f, %s, %s AS on_scale, %s
              FROM used JOIN registry USING (facility_id)
              WHERE experience_years >= 1 AND role IN ('administrative', 'technical')),
            cleaned AS (SELECT *, %s FROM scored)
            SELECT *, clean_n_all * 2 >= %d AS kept FROM cleaned
            """
                .formatted(items, instrument.allOnScale(), raw, clean, instrument.items().size()),
            """
            COPY (
              WITH total AS (SELECT count(*) AS read FROM answered),
              known AS (SELECT count(*) AS n FROM answered SEMI JOIN registry USING (facility_id)
                        WHERE typed AND respondent_id IS NOT NULL),
              again AS (SELECT coalesce(sum(rows) FILTER (WHERE different > 1), 0)::BIGINT AS bad,
                               coalesce(sum(rows - 1) FILTER (WHERE different = 1), 0)::BIGINT AS again
                        FROM twice_rows)
              SELECT 'staff-survey' AS source, read, n - bad - again AS accepted,
                     read - n + bad AS quarantined, again AS duplicates
              FROM total, known, again)
            TO '%s/input_staff_survey.parquet'
            """
                .formatted(out)));
  }

  /** Frequencies by facility: of each item, and of each score as (sum of answers, answers). */
  private Step frequencies() {
    List<String> parts = new ArrayList<>();
    for (int v = 0; v < instrument.items().size(); v++) {
      InstrumentColumns.Item item = instrument.items().get(v);
      parts.add(
          """
          SELECT f, %4$d::SMALLINT AS v, %1$s::DOUBLE AS value, count(*) AS raw,
                 count(*) FILTER (WHERE kept AND %1$s BETWEEN %2$d AND %3$d) AS clean
          FROM respondents WHERE %1$s IS NOT NULL GROUP BY f, %1$s
          """
              .formatted(item.id(), item.min(), item.max(), v));
    }
    for (int s = 0; s < instrument.scales().size(); s++) {
      parts.add(
          """
          SELECT f, %2$d::SMALLINT AS v, value, sum(raw)::BIGINT AS raw, sum(clean)::BIGINT AS clean FROM (
            WITH pairs AS (
              SELECT f, raw_sum_%1$s AS rs, raw_n_%1$s AS rn, clean_sum_%1$s AS cs, clean_n_%1$s AS cn,
                     count(*) AS raw, count(*) FILTER (WHERE kept) AS clean
              FROM respondents GROUP BY ALL)
            SELECT f, rs / rn AS value, raw, 0 AS clean FROM pairs WHERE rn > 0
            UNION ALL SELECT f, cs / cn, 0, clean FROM pairs WHERE cn > 0)
          GROUP BY f, value
          """
              .formatted(instrument.scales().get(s).id(), instrument.items().size() + s));
    }
    String names =
        Stream.concat(
                instrument.items().stream().map(InstrumentColumns.Item::id),
                instrument.scales().stream().map(InstrumentColumns.Scale::id))
            .map(name -> "'" + name + "'")
            .collect(Collectors.joining(", "));
    return new Step(
        "frequencies by facility",
        List.of(
            "CREATE TABLE facility_frequencies AS " + String.join("\nUNION ALL\n", parts),
            """
            CREATE TABLE variables AS
            SELECT (generate_subscripts(names, 1) - 1)::SMALLINT AS v, unnest(names) AS variable
            FROM (SELECT [%s] AS names)
            """
                .formatted(names),
            """
            CREATE TABLE counted AS
            SELECT f, count(*) AS raw, count(*) FILTER (WHERE kept) AS clean
            FROM respondents GROUP BY ALL
            """));
  }

  /** Every level from the one below it; u is a unit of any level. */
  private Step levels() {
    return new Step(
        "frequencies by level",
        List.of(
            """
            CREATE TABLE unit_names AS
            SELECT (row_number() OVER ())::INTEGER AS u, * FROM (
              SELECT 'facility' AS level, facility_id AS unit_id FROM registry
              UNION ALL SELECT DISTINCT level, unit_id FROM units)
            """,
            """
            CREATE TABLE tree AS
            SELECT f, a.u AS facility, m.u AS micronetwork, n.u AS network, d.u AS diresa, p.u AS nation
            FROM registry
            JOIN unit_names a ON a.level = 'facility' AND a.unit_id = facility_id
            JOIN unit_names m ON m.level = 'micronetwork' AND m.unit_id = micronetwork_id
            JOIN unit_names n ON n.level = 'network' AND n.unit_id = network_id
            JOIN unit_names d ON d.level = 'diresa' AND d.unit_id = diresa_id
            JOIN unit_names p ON p.level = 'national'
            """,
            """
            CREATE TABLE of_facility AS
            SELECT facility AS u, v, value, raw, clean FROM facility_frequencies JOIN tree USING (f)
            """,
            above("micronetwork", "facility"),
            above("network", "micronetwork"),
            above("diresa", "network"),
            above("nation", "diresa"),
            """
            CREATE VIEW frequencies AS
            SELECT * FROM of_facility UNION ALL SELECT * FROM of_micronetwork
            UNION ALL SELECT * FROM of_network UNION ALL SELECT * FROM of_diresa
            UNION ALL SELECT * FROM of_nation
            """));
  }

  private static String above(String level, String below) {
    return """
        CREATE TABLE of_%1$s AS
        SELECT p.%1$s AS u, v, value, sum(raw)::BIGINT AS raw, sum(clean)::BIGINT AS clean
        FROM of_%2$s b JOIN (SELECT DISTINCT %2$s, %1$s FROM tree) p ON p.%2$s = b.u GROUP BY ALL
        """
        .formatted(level, below);
  }
}

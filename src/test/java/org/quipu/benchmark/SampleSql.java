package org.quipu.benchmark;

import java.nio.file.Path;
import java.util.List;

/**
 * {@code sample} and {@code exclusion}: who answered, and who of them does not count, for the first
 * reason that applies. Rows that come more than once are counted with all others and taken off
 * again, which spares a second search for them.
 *
 * @param out folder of the tables
 */
record SampleSql(Path out) {

  List<String> statements() {
    return List.of(
        """
        CREATE TABLE responses AS
        WITH counted AS (
          SELECT facility_id, experience_years, role, 1 AS count FROM answered
          WHERE typed AND respondent_id IS NOT NULL
          UNION ALL
          SELECT r.facility_id, r.experience_years, r.role, (different = 1)::INTEGER - rows FROM twice_rows)
        SELECT f, sum(count)::BIGINT AS respondents,
               coalesce(sum(count) FILTER (experience_years IS NULL), 0)::BIGINT AS experience_unknown,
               coalesce(sum(count) FILTER (experience_years < 1), 0)::BIGINT AS too_little_experience,
               coalesce(sum(count) FILTER (experience_years >= 1 AND role IS NULL), 0)::BIGINT AS role_unknown,
               coalesce(sum(count) FILTER (
                 experience_years >= 1 AND role NOT IN ('administrative', 'technical')), 0)::BIGINT
                 AS role_not_eligible
        FROM counted JOIN registry USING (facility_id) GROUP BY f
        """,
        """
        COPY (
          WITH units AS (
            SELECT u, sum(respondents)::BIGINT AS respondents,
                   sum(experience_unknown + too_little_experience + role_unknown + role_not_eligible)::BIGINT
                     AS excluded,
                   count(*) FILTER (counted.raw > 0) AS facilities, coalesce(sum(counted.raw), 0)::BIGINT AS sample_size
            FROM responses LEFT JOIN counted USING (f)
            JOIN (UNPIVOT tree ON COLUMNS(* EXCLUDE f) INTO NAME l VALUE u) USING (f)
            WHERE respondents > 0 GROUP BY u)
          SELECT level, unit_id, respondents, respondents - excluded AS eligible, excluded, sample_size,
                 facilities, CASE WHEN sample_size > 0 THEN 100 * %1$s * sqrt(0.25 / sample_size) END AS margin_points,
                 ceil((%1$s / (2 * 0.05)) ** 2)::BIGINT AS required_n
          FROM units JOIN unit_names USING (u))
        TO '%2$s/sample.parquet'
        """
            .formatted(StudentSql.Z, out),
        """
        COPY (
          UNPIVOT (SELECT sum(COLUMNS(* EXCLUDE (f, respondents)))::BIGINT FROM responses)
          ON COLUMNS(*) INTO NAME rule VALUE respondents)
        TO '%s/exclusion.parquet'
        """
            .formatted(out));
  }
}

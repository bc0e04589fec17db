package org.quipu.benchmark;

import java.util.List;

/**
 * The groups of every test of independent groups, as {@code test_groups}: a test is (t, w), a unit
 * and −1 where its dimensions are compared, or a level and a variable; a group g is a variable or a
 * unit. What is known of it besides its ranks has been described before.
 *
 * <p>Makes {@code ranks} too: of each test the values of all groups, with their mean ranks.
 */
record TestGroupsSql(InstrumentColumns instrument) {

  List<String> statements() {
    return List.of(
        SurveyStatisticsSql.TEST_NAMES,
        SurveyStatisticsSql.tested(instrument),
        SurveyStatisticsSql.RANKS,
        """
        CREATE TABLE rank_sums AS
        SELECT t, w, g, CASE w WHEN -1 THEN t ELSE g END AS u, CASE w WHEN -1 THEN g ELSE w END AS v,
               sum(e.raw * raw_rank) AS raw_r, sum(e.clean * clean_rank) AS clean_r
        FROM tested e JOIN ranks USING (t, w, value) GROUP BY ALL
        """,
        """
        CREATE TABLE test_groups AS
        SELECT cleaning, t, w, g, n::DOUBLE AS n, s, ss, mean, m2, min = max AS constant,
               CASE cleaning WHEN 'raw' THEN raw_r ELSE clean_r END AS r, distances AS d,
               ss - 2 * median * s + n * median * median AS dd
        FROM centres JOIN spreads USING (cleaning, u, v) JOIN rank_sums USING (u, v)
        """,
        """
        CREATE TABLE ties AS
        SELECT t, w, sum(raw ** 3 - raw) AS raw, sum(clean ** 3 - clean) AS clean FROM ranks GROUP BY ALL
        """);
  }
}

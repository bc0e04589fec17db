package org.quipu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/** Quantiles that DuckDB has no functions for, held against Apache Commons Statistics. */
class MarginSqlTest {
  private static final String SIZES =
      "SELECT unnest(range(0, 400)) AS n UNION ALL SELECT unnest([1001, 20000, 500000])";

  /** A number of values, and what belongs to it. */
  private record Margin(long n, double value) {}

  @Test
  void quantilesOfStudent() throws SQLException {
    assertThat(margins(StudentSql.table("t", SIZES), "SELECT n, t FROM t"))
        .hasSize(401)
        .allSatisfy(
            margin -> {
              double t = TDistribution.of(margin.n - 1.0).inverseSurvivalProbability(0.025);
              assertThat(margin.value).isCloseTo(t, within(1e-12 * t));
            });
  }

  @Test
  void ranksAtWhichTheIntervalOfTheMedianBegins() throws SQLException {
    List<Margin> ranks = margins(MedianRankSql.table("r", SIZES), "SELECT n, r FROM r ORDER BY n");

    assertThat(ranks).hasSize(397).allSatisfy(MarginSqlTest::isHighestUnlikely);
    assertThat(ranks.get(0)).isEqualTo(new Margin(6, 0));
  }

  /** At most so many heads are seen with a probability of at most 2.5 %, one more is likelier. */
  private static void isHighestUnlikely(Margin rank) {
    BinomialDistribution heads = BinomialDistribution.of((int) rank.n, 0.5);
    assertThat(heads.cumulativeProbability((int) rank.value)).isLessThanOrEqualTo(0.025);
    assertThat(heads.cumulativeProbability((int) rank.value + 1)).isGreaterThan(0.025);
  }

  private static List<Margin> margins(List<String> statements, String query) throws SQLException {
    List<Margin> found = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
      try (ResultSet rows = statement.executeQuery(query)) {
        while (rows.next()) {
          found.add(new Margin(rows.getLong(1), rows.getDouble(2)));
        }
      }
    }
    return found;
  }
}

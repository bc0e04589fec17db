package org.quipu.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether two programs made the same table: every row of either, key by key, counts equal, other
 * numbers to a part in 10⁹.
 *
 * @param table the table
 * @param rows keys that either has
 * @param onlyOurs keys that Quipu alone has
 * @param onlyTheirs keys that the other alone has
 * @param different keys with a number that differs
 */
record Agreement(String table, long rows, long onlyOurs, long onlyTheirs, long different) {

  boolean holds() {
    return rows > 0 && onlyOurs == 0 && onlyTheirs == 0 && different == 0;
  }

  private Agreement named(String name) {
    return new Agreement(name, rows, onlyOurs, onlyTheirs, different);
  }

  /** What is compared of a table: rows of Quipu's that the others make too, by which columns. */
  private record Compared(String table, String where, List<String> keys, List<String> values) {}

  private static final List<String> UNIT = List.of("period", "level", "unit_id");
  private static final List<String> STAFF = List.of("cleaning", "level", "unit_id", "variable");

  private static final List<Compared> TABLES =
      List.of(
          new Compared(
              "facility_performance",
              "true",
              List.of("period", "facility_id"),
              List.of("indicators", "indicators_met", "goals_met::INTEGER")),
          new Compared(
              "unit_performance",
              "facilities > 0",
              with(UNIT, "population"),
              List.of("facilities", "meeting", "percent")),
          new Compared(
              "indicator_summary",
              "true",
              with(UNIT, "indicator_id"),
              List.of(
                  "n",
                  "missing",
                  "mean",
                  "sd",
                  "min",
                  "q1",
                  "median",
                  "q3",
                  "max",
                  "percent_meeting")),
          new Compared(
              "descriptive",
              "n > 0",
              STAFF,
              List.of("n", "missing", "mean", "sd", "min", "q1", "median", "q3", "max")),
          new Compared("frequency", "true", with(STAFF, "value"), List.of("count", "percent")),
          new Compared(
              "hypothesis_test",
              "method IN ('anova', 'kruskal_wallis') AND statistic IS NOT NULL",
              with(STAFF, "grouping", "method"),
              List.of("statistic")));

  private static final Compared PAIRWISE_ALPHA =
      new Compared(
          "reliability",
          "method = 'alpha' AND estimate IS NOT NULL",
          List.of("cleaning", "level", "unit_id", "scale"),
          List.of("estimate"));

  /**
   * Compares every table that both have.
   *
   * @param ours folder of Quipu's version
   * @param theirs folder of the other's tables, each a file or a folder of parts
   * @param pairwise whether the other's alpha is defined as ours
   */
  static List<Agreement> of(Path ours, Path theirs, boolean pairwise) throws SQLException {
    List<Compared> compared = new ArrayList<>(TABLES);
    if (pairwise) {
      compared.add(PAIRWISE_ALPHA);
    }
    List<Agreement> agreements = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (Compared table : compared) {
        Path made = theirs.resolve(table.table + ".parquet");
        if (Files.exists(made)) {
          agreements.add(compare(statement, table, ours, made));
        }
      }
      for (String source : List.of("facility-indicator", "staff-survey")) {
        Path made = theirs.resolve("input_" + source.replace('-', '_') + ".parquet");
        if (Files.exists(made)) {
          Compared books =
              new Compared(
                  "input",
                  "source = '" + source + "'",
                  List.of("source"),
                  List.of("accepted", "quarantined", "duplicates"));
          agreements.add(compare(statement, books, ours, made).named("input, " + source));
        }
      }
    }
    return agreements;
  }

  private static Agreement compare(Statement statement, Compared table, Path ours, Path made)
      throws SQLException {
    String keys = String.join(", ", table.keys);
    String differs =
        table.values.stream().map(Agreement::differs).collect(Collectors.joining(" OR "));
    String theirFiles = Files.isDirectory(made) ? made + "/*.parquet" : made.toString();
    String sql =
        """
        SELECT count(*), count(*) FILTER (WHERE t.here IS NULL), count(*) FILTER (WHERE o.here IS NULL),
               count(*) FILTER (WHERE o.here AND t.here AND (%s))
        FROM (SELECT *, true AS here FROM '%s/%s.parquet' WHERE %s) o
        FULL JOIN (SELECT *, true AS here FROM '%s' WHERE %s) t USING (%s)
        """
            .formatted(differs, ours, table.table, table.where, theirFiles, table.where, keys);
    try (ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return new Agreement(
          table.table, result.getLong(1), result.getLong(2), result.getLong(3), result.getLong(4));
    }
  }

  private static String differs(String value) {
    return "o.%1$s IS DISTINCT FROM t.%1$s AND NOT coalesce(abs(o.%1$s - t.%1$s) <= 1e-9 * greatest(1, abs(o.%1$s)), false)"
        .formatted(value);
  }

  private static List<String> with(List<String> columns, String... more) {
    List<String> all = new ArrayList<>(columns);
    all.addAll(List.of(more));
    return all;
  }
}

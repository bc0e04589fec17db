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

  /**
   * Compares every table that both have.
   *
   * @param ours folder of Quipu's version
   * @param theirs folder of the other's tables, each a file or a folder of parts
   * @param scope what the other makes
   */
  static List<Agreement> of(Path ours, Path theirs, Scope scope) throws SQLException {
    List<Agreement> agreements = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (Compared table : ComparedTables.of(scope)) {
        Path made = theirs.resolve(table.table() + ".parquet");
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
    // A key may be absent, and is then one of its own.
    String keys =
        table.keys().stream()
            .map("o.%1$s IS NOT DISTINCT FROM t.%1$s"::formatted)
            .collect(Collectors.joining(" AND "));
    String differs =
        table.values().stream().map(Agreement::differs).collect(Collectors.joining(" OR "));
    String theirFiles = Files.isDirectory(made) ? made + "/*.parquet" : made.toString();
    String sql =
        """
        SELECT count(*), count(*) FILTER (WHERE t.here IS NULL), count(*) FILTER (WHERE o.here IS NULL),
               count(*) FILTER (WHERE o.here AND t.here AND (%s))
        FROM (SELECT *, true AS here FROM '%s/%s.parquet' WHERE %s) o
        FULL JOIN (SELECT *, true AS here FROM '%s' WHERE %s) t ON %s
        """
            .formatted(
                differs, ours, table.table(), table.where(), theirFiles, table.where(), keys);
    try (ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return new Agreement(
          table.table(),
          result.getLong(1),
          result.getLong(2),
          result.getLong(3),
          result.getLong(4));
    }
  }

  private static String differs(String value) {
    return "o.%1$s IS DISTINCT FROM t.%1$s AND NOT coalesce(abs(o.%1$s - t.%1$s) <= 1e-9 * greatest(1, abs(o.%1$s)), false)"
        .formatted(value);
  }
}

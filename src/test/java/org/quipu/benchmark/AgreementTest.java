package org.quipu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A comparison is worth something only if it notices. */
class AgreementTest {
  @TempDir Path folder;
  private Path ours;
  private Path theirs;

  @BeforeEach
  void twoFolders() throws Exception {
    ours = Files.createDirectory(folder.resolve("ours"));
    theirs = Files.createDirectory(folder.resolve("theirs"));
    units(ours, "('D01', 3, 1, 33.333333333333336), ('D02', 2, 2, 100.0), ('D03', 0, 0, NULL)");
  }

  @Test
  void equalTablesAgreeWhateverTheOrder() throws SQLException {
    units(theirs, "('D02', 2, 2, 100.0), ('D01', 3, 1, 33.33333333333)");

    assertThat(Agreement.of(ours, theirs, Scope.COMPLETE))
        .containsExactly(new Agreement("unit_performance", 2, 0, 0, 0))
        .allMatch(Agreement::holds);
  }

  @Test
  void aNumberThatDiffersIsSeen() throws SQLException {
    units(theirs, "('D01', 3, 1, 33.3333), ('D02', 2, 1, 100.0)");

    assertThat(Agreement.of(ours, theirs, Scope.COMPLETE))
        .containsExactly(new Agreement("unit_performance", 2, 0, 0, 2))
        .noneMatch(Agreement::holds);
  }

  @Test
  void anAbsentNumberDiffersFromOneThatIsThere() throws SQLException {
    units(theirs, "('D01', 3, 1, NULL), ('D02', 2, 2, 100.0)");

    assertThat(Agreement.of(ours, theirs, Scope.COMPLETE)).noneMatch(Agreement::holds);
  }

  @Test
  void rowsThatOnlyOneHasAreSeen() throws SQLException {
    units(theirs, "('D02', 2, 2, 100.0), ('D04', 5, 5, 100.0)");

    assertThat(Agreement.of(ours, theirs, Scope.COMPLETE))
        .containsExactly(new Agreement("unit_performance", 3, 1, 1, 0))
        .noneMatch(Agreement::holds);
  }

  @Test
  void twoEmptyTablesAgreeInNothing() throws SQLException {
    units(ours, "('D03', 0, 0, NULL)");
    units(theirs, "('D03', 0, 0, NULL)");

    assertThat(Agreement.of(ours, theirs, Scope.COMPLETE)).noneMatch(Agreement::holds);
  }

  @Test
  void whatOnlyTheWholeHasIsComparedOnlyThere() throws SQLException {
    String rows = "('tukey', 9.0, %s)";
    outliers(ours, rows.formatted("2"));
    outliers(theirs, rows.formatted("3"));

    assertThat(Agreement.of(ours, theirs, Scope.PAIRWISE)).isEmpty();
    assertThat(Agreement.of(ours, theirs, Scope.WHOLE))
        .containsExactly(new Agreement("outlier", 1, 0, 0, 1));
  }

  @Test
  void anOutlierThatOneProgramAloneHas() throws SQLException {
    outliers(ours, "('tukey', 9.0, 2)");
    outliers(theirs, "('tukey', 9.0, 2), ('tukey', 1.0, 1)");

    assertThat(Agreement.of(ours, theirs, Scope.WHOLE))
        .containsExactly(new Agreement("outlier", 2, 0, 1, 0));
  }

  @Test
  void aFurtherColumnOfTheWhole() throws SQLException {
    descriptions(ours, "('a', 5), ('b', 5), ('d', NULL)");
    descriptions(theirs, "('a', 5), ('b', 4), ('d', NULL)");

    assertThat(Agreement.of(ours, theirs, Scope.WHOLE))
        .containsExactly(new Agreement("descriptive", 3, 0, 0, 1));
    assertThat(Agreement.of(ours, theirs, Scope.PAIRWISE))
        .containsExactly(new Agreement("descriptive", 3, 0, 0, 0));
  }

  @Test
  void anAbsentKeyIsEqualToAnAbsentKey() throws SQLException {
    effects(ours, "('eta_squared', NULL, 0.25), ('cohens_d', 'economic', 0.5)");
    effects(theirs, "('eta_squared', NULL, 0.25), ('cohens_d', 'social', 0.5)");

    assertThat(Agreement.of(ours, theirs, Scope.WHOLE))
        .containsExactly(new Agreement("effect_size", 3, 1, 1, 0));
  }

  private static void outliers(Path folder, String rows) throws SQLException {
    write(
        folder,
        "outlier",
        """
        SELECT 'raw' AS cleaning, 'national' AS level, 'PE' AS unit_id, 'all' AS variable, rule, value,
               count, 2.0 AS lower, 8.0 AS upper
        FROM (VALUES %s) v(rule, value, count)
        """
            .formatted(rows));
  }

  /** Descriptions that agree in all but the outliers. */
  private static void descriptions(Path folder, String rows) throws SQLException {
    String others =
        ComparedTables.of(Scope.WHOLE).stream()
            .filter(compared -> compared.table().equals("descriptive"))
            .flatMap(compared -> compared.values().stream())
            .filter(column -> !column.equals("outliers"))
            .map("1 AS "::concat)
            .collect(Collectors.joining(", "));
    write(
        folder,
        "descriptive",
        """
        SELECT 'raw' AS cleaning, 'national' AS level, 'PE' AS unit_id, variable, %s, outliers
        FROM (VALUES %s) v(variable, outliers)
        """
            .formatted(others, rows));
  }

  private static void effects(Path folder, String rows) throws SQLException {
    write(
        folder,
        "effect_size",
        """
        SELECT 'raw' AS cleaning, 'national' AS level, 'PE' AS unit_id, 'dimension_score' AS variable,
               'dimension' AS grouping, 'anova' AS method, effect, group_a, NULL AS group_b, 9 AS n, estimate
        FROM (VALUES %s) v(effect, group_a, estimate)
        """
            .formatted(rows));
  }

  private static void units(Path folder, String rows) throws SQLException {
    write(
        folder,
        "unit_performance",
        """
        SELECT '2007' AS period, 'diresa' AS level, unit_id, 'all' AS population,
               facilities::BIGINT AS facilities, meeting::BIGINT AS meeting, percent::DOUBLE AS percent
        FROM (VALUES %s) v(unit_id, facilities, meeting, percent)
        """
            .formatted(rows));
  }

  private static void write(Path folder, String table, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("COPY (%s) TO '%s/%s.parquet'".formatted(query, folder, table));
    }
  }
}

package org.quipu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
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

  private static void units(Path folder, String rows) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          COPY (SELECT '2007' AS period, 'diresa' AS level, unit_id, 'all' AS population,
                       facilities::BIGINT AS facilities, meeting::BIGINT AS meeting, percent::DOUBLE AS percent
                FROM (VALUES %s) v(unit_id, facilities, meeting, percent))
          TO '%s/unit_performance.parquet'
          """
              .formatted(rows, folder));
    }
  }
}

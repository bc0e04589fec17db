package org.quipu.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.table.row.DescriptiveRow;
import org.quipu.table.row.FrequencyRow;
import org.quipu.table.row.RunRow;
import org.quipu.table.row.Summary;
import org.quipu.table.row.UnitPerformanceRow;

class TableFileTest {

  static final List<ResultTable> TABLES = Tables.ALL;

  @TempDir Path directory;

  @ParameterizedTest
  @FieldSource("TABLES")
  void readsBackWhatWasWritten(ResultTable table) throws IOException {
    assertReadsBack(table, table.row());
  }

  private <R extends Record> void assertReadsBack(ResultTable table, Class<R> row)
      throws IOException {
    List<R> rows = SampleRows.of(row, 300, 7);
    Path file = write(table, rows);

    try (TableReader reader = open(file)) {
      assertThat(reader.columns()).isEqualTo(table.columns());
      assertThat(reader.rows()).isEqualTo(300);
      assertThat(reader.records(row)).containsExactlyInAnyOrderElementsOf(rows);
    }
  }

  @ParameterizedTest
  @FieldSource("TABLES")
  void readsTheSameInDuckDb(ResultTable table) throws Exception {
    Path file = write(table, SampleRows.of(table.row(), 300, 11));
    List<List<Object>> ours = new ArrayList<>();
    try (TableReader reader = open(file)) {
      reader.read().forEach(row -> ours.add(row.values()));
    }

    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duck.createStatement()) {
      assertThat(typesInDuckDb(sql, file)).isEqualTo(duckTypes(table));
      assertThat(rowsInDuckDb(sql, file)).isEqualTo(ours);
      assertThat(metadataInDuckDb(sql, file)).containsAllEntriesOf(descriptions(table));
    }
  }

  @ParameterizedTest
  @FieldSource("TABLES")
  void writesATableWithoutRowsWithItsColumns(ResultTable table) throws Exception {
    Path file = write(table, List.of());

    try (TableReader reader = open(file);
        Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duck.createStatement()) {
      assertThat(reader.columns()).isEqualTo(table.columns());
      assertThat(reader.read()).isEmpty();
      assertThat(typesInDuckDb(sql, file)).isEqualTo(duckTypes(table));
    }
  }

  @ParameterizedTest
  @FieldSource("TABLES")
  void writesTheSameBytesInWhateverOrderRowsCome(ResultTable table) throws IOException {
    List<Record> rows = new ArrayList<>(SampleRows.of(table.row(), 500, 3));
    byte[] first = Files.readAllBytes(write(table, rows));
    Collections.shuffle(rows, new Random(5));

    assertThat(Files.readAllBytes(write(table, rows))).isEqualTo(first);
  }

  @Test
  void sortsRowsByTheirColumnsNullFirst() throws IOException {
    Path file =
        write(
            table("unit_performance"),
            List.of(
                new UnitPerformanceRow("2007", "diresa", "D02", "all", 4, 1, 25.0),
                new UnitPerformanceRow("2007", "diresa", "D01", "all", 4, 2, 50.0),
                new UnitPerformanceRow("2006", "diresa", "D09", "all", 4, 3, 75.0),
                new UnitPerformanceRow("2007", "diresa", null, "all", 0, 0, null)));

    try (TableReader reader = open(file)) {
      assertThat(reader.read().stream().map(row -> row.text("unit_id")))
          .containsExactly("D09", null, "D01", "D02");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesWhatIsNoNumber(double number) {
    assertThatThrownBy(
            () ->
                write(
                    table("unit_performance"),
                    List.of(new UnitPerformanceRow("2007", "diresa", "D02", "all", 4, 1, number))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("table unit_performance, column percent: " + number)
        .hasMessageContaining("D02");
  }

  @Test
  void storesOneZero() throws IOException {
    ResultTable frequency = table("frequency");
    FrequencyRow negative =
        new FrequencyRow("s", "raw", "national", "", "i1", "item", -0.0, 1, 100.0);
    FrequencyRow positive =
        new FrequencyRow("s", "raw", "national", "", "i1", "item", 0.0, 1, 100.0);

    assertThat(Files.readAllBytes(write(frequency, List.of(negative))))
        .isEqualTo(Files.readAllBytes(write(frequency, List.of(positive))));
  }

  @Test
  void refusesRowsOfAnotherTable() {
    assertThatThrownBy(
            () ->
                write(
                    table("frequency"),
                    List.of(new UnitPerformanceRow("2007", "diresa", "D02", "all", 4, 1, 25.0))))
        .hasMessageContaining("table frequency holds FrequencyRow");
  }

  /** A table of one summary a unit. */
  public record UnitSummary(String unitId, Summary summary) {}

  @Test
  void refusesARowWithoutItsSummary() {
    ResultTable summaries =
        new ResultTable("unit_summary", UnitSummary.class, "test", new Text("en", "es"));

    assertThatThrownBy(() -> write(summaries, List.of(new UnitSummary("D01", null))))
        .hasMessageContaining("summary of UnitSummary[unitId=D01")
        .hasMessageContaining("Summary.none");
  }

  @Test
  void readsOnlyTheColumnsAndRowsAskedFor() throws IOException {
    Path file =
        write(
            table("descriptive"),
            List.of(
                described("raw", "R1", 4), described("raw", "R2", 0), described("clean", "R2", 1)));

    try (TableReader reader = open(file)) {
      Filter filter = Filter.parse("unit_id = 'R2' and cleaning = 'raw'", reader.columns());

      assertThat(reader.read(List.of("missing", "variable"), filter, 5))
          .singleElement()
          .satisfies(
              row ->
                  assertThat(row.toMap())
                      .isEqualTo(new LinkedHashMap<>(Map.of("missing", 0L, "variable", "social"))));
    }
    try (TableReader reader = open(file)) {
      assertThat(reader.read(List.of("unit_id"), Filter.ALL, 2)).hasSize(2);
    }
    try (TableReader reader = open(file)) {
      assertThatThrownBy(() -> reader.read(List.of("unit"), Filter.ALL, 2))
          .hasMessageContaining("Unknown column 'unit'; did you mean 'unit_id'?");
    }
  }

  @Test
  void keepsTimesToTheMicrosecond() throws Exception {
    Instant started = Instant.parse("2024-08-27T05:06:07.123456789Z");
    RunRow run =
        new RunRow(
            "national",
            "0.1.0",
            "ab",
            started,
            started,
            1.0,
            0,
            "4.1.0",
            "17",
            "local[2]",
            1,
            2,
            2,
            0,
            0,
            0,
            null);
    Path file = write(table("run"), List.of(run));

    try (TableReader reader = open(file);
        Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duck.createStatement();
        ResultSet row = sql.executeQuery("select started from '" + file + "'")) {
      assertThat(reader.records(RunRow.class).get(0).started())
          .isEqualTo(Instant.parse("2024-08-27T05:06:07.123456Z"));
      assertThat(row.next()).isTrue();
      assertThat(row.getObject(1, OffsetDateTime.class).toInstant())
          .isEqualTo(Instant.parse("2024-08-27T05:06:07.123456Z"));
    }
  }

  private static DescriptiveRow described(String cleaning, String unitId, long missing) {
    return RowOf.columns(
        DescriptiveRow.class,
        Map.of("cleaning", cleaning, "unit_id", unitId, "variable", "social", "missing", missing));
  }

  private Path write(ResultTable table, List<? extends Record> rows) throws IOException {
    Path file = Files.createTempDirectory(directory, "t").resolve(table.name() + ".parquet");
    TableWriter.write(new LocalOutputFile(file), table, "run-1", rows);
    return file;
  }

  private static TableReader open(Path file) throws IOException {
    return TableReader.open(new LocalInputFile(file));
  }

  private static ResultTable table(String name) {
    return Tables.named(name).orElseThrow();
  }

  private static Map<String, String> duckTypes(ResultTable table) {
    Map<String, String> types = new LinkedHashMap<>();
    for (TableColumn column : table.columns()) {
      types.put(
          column.name(),
          switch (column.type()) {
            case STRING -> "VARCHAR";
            case BOOLEAN -> "BOOLEAN";
            case INT -> "INTEGER";
            case LONG -> "BIGINT";
            case DOUBLE -> "DOUBLE";
            case TIMESTAMP -> "TIMESTAMP WITH TIME ZONE";
          });
    }
    return types;
  }

  private static Map<String, String> descriptions(ResultTable table) {
    Map<String, String> descriptions = new HashMap<>();
    descriptions.put("quipu.table.es", table.about().es());
    for (TableColumn column : table.columns()) {
      descriptions.put("quipu.column." + column.name() + ".en", column.about().en());
      descriptions.put("quipu.column." + column.name() + ".es", column.about().es());
    }
    return descriptions;
  }

  private static Map<String, String> typesInDuckDb(Statement sql, Path file) throws SQLException {
    Map<String, String> types = new LinkedHashMap<>();
    try (ResultSet rows = sql.executeQuery("describe select * from '" + file + "'")) {
      while (rows.next()) {
        types.put(rows.getString("column_name"), rows.getString("column_type"));
      }
    }
    return types;
  }

  private static List<List<Object>> rowsInDuckDb(Statement sql, Path file) throws SQLException {
    List<List<Object>> read = new ArrayList<>();
    try (ResultSet rows = sql.executeQuery("select * from '" + file + "'")) {
      while (rows.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          Object value = rows.getObject(i);
          row.add(value instanceof OffsetDateTime time ? time.toInstant() : value);
        }
        read.add(row);
      }
    }
    return read;
  }

  private static Map<String, String> metadataInDuckDb(Statement sql, Path file)
      throws SQLException {
    Map<String, String> metadata = new HashMap<>();
    try (ResultSet rows =
        sql.executeQuery(
            "select decode(key), decode(value) from parquet_kv_metadata('" + file + "')")) {
      while (rows.next()) {
        metadata.put(rows.getString(1), rows.getString(2));
      }
    }
    return metadata;
  }
}

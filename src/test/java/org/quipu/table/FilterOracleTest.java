package org.quipu.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random filters find the rows that DuckDB finds with the same text. */
class FilterOracleTest {

  private static final List<String> COMPARISONS = List.of("=", "!=", "<>", "<", "<=", ">", ">=");

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"facility_performance", "group_summary", "correlation"})
  void findsWhatDuckDbFinds(String name) throws Exception {
    ResultTable table = Tables.named(name).orElseThrow();
    Path file = directory.resolve(name + ".parquet");
    TableWriter.write(new LocalOutputFile(file), table, "r", SampleRows.of(table.row(), 200, 17));
    List<Row> rows;
    try (TableReader reader = TableReader.open(new LocalInputFile(file))) {
      rows = reader.read();
    }
    Random random = new Random(23);
    long found = 0;

    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duck.createStatement()) {
      for (int i = 0; i < 400; i++) {
        String text = condition(table, random, 3);
        Filter filter = Filter.parse(text, table.columns());
        long ours = rows.stream().filter(filter::matches).count();
        found += ours;
        try (ResultSet theirs =
            sql.executeQuery("select count(*) from '" + file + "' where " + text)) {
          theirs.next();
          assertThat(ours).as(text).isEqualTo(theirs.getLong(1));
        }
      }
    }
    assertThat(found).isBetween(400 * 20L, 400 * 180L);
  }

  private static String condition(ResultTable table, Random random, int depth) {
    int kind = depth == 0 ? 0 : random.nextInt(6);
    return switch (kind) {
      case 1 -> joined(table, random, depth, " and ");
      case 2 -> joined(table, random, depth, " OR ");
      case 3 -> "not (" + condition(table, random, depth - 1) + ")";
      case 4 -> "(" + joined(table, random, depth, " or ") + ")";
      default -> comparison(table, random);
    };
  }

  private static String joined(ResultTable table, Random random, int depth, String word) {
    return condition(table, random, depth - 1) + word + condition(table, random, depth - 1);
  }

  private static String comparison(ResultTable table, Random random) {
    List<TableColumn> columns = table.columns();
    TableColumn column = columns.get(1 + random.nextInt(columns.size() - 1));
    String name = '"' + column.name() + '"';
    return switch (random.nextInt(column.type() == ColumnType.BOOLEAN ? 3 : 6)) {
      case 0 -> name + " is null";
      case 1 -> name + " is not null";
      case 2, 3 -> name + " " + operator(column, random) + " " + literal(column.type(), random);
      case 4 ->
          name
              + (random.nextBoolean() ? " in (" : " not in (")
              + literal(column.type(), random)
              + ", "
              + literal(column.type(), random)
              + ")";
      default ->
          column.type() == ColumnType.STRING
              ? name
                  + " like '"
                  + List.of("%", "D%", "%o", "_01", "%\"%").get(random.nextInt(5))
                  + "'"
              : name
                  + " between "
                  + literal(column.type(), random)
                  + " and "
                  + literal(column.type(), random);
    };
  }

  private static String operator(TableColumn column, Random random) {
    int known = column.type() == ColumnType.BOOLEAN ? 3 : COMPARISONS.size();
    return COMPARISONS.get(random.nextInt(known));
  }

  private static String literal(ColumnType type, Random random) {
    return switch (type) {
      case BOOLEAN -> random.nextBoolean() ? "true" : "false";
      case STRING ->
          "'" + List.of("D01", "", "it''s", "Huánuco", "0101", "M").get(random.nextInt(6)) + "'";
      default ->
          List.of("0", "1", "-7", "65.39", "-12.5", "9223372036854775807").get(random.nextInt(6));
    };
  }
}

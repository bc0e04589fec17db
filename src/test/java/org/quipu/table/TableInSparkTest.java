package org.quipu.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark reads the tables as they lie, with the types, NULLs and descriptions they were given. */
class TableInSparkTest {

  private static final Map<ColumnType, String> SPARK_TYPES =
      Map.of(
          ColumnType.STRING, "string",
          ColumnType.BOOLEAN, "boolean",
          ColumnType.INT, "int",
          ColumnType.LONG, "bigint",
          ColumnType.DOUBLE, "double",
          ColumnType.TIMESTAMP, "timestamp");

  @TempDir Path directory;

  @Test
  void readsEachTableWithItsDescriptions() throws IOException {
    SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .getOrCreate()
            .newSession(); // Its settings are its own; the session of other tests keeps theirs.
    spark.conf().set("spark.sql.datetime.java8API.enabled", "true");
    for (ResultTable table : Tables.ALL) {
      Path file = directory.resolve(table.name() + ".parquet");
      TableWriter.write(
          new LocalOutputFile(file), table, "run-1", SampleRows.of(table.row(), 60, 29));

      Dataset<org.apache.spark.sql.Row> read = spark.read().parquet(file.toString());

      assertThat(comments(read)).as(table.name()).isEqualTo(descriptions(table));
      assertThat(types(read)).as(table.name()).isEqualTo(types(table));
      assertThat(rows(read)).as(table.name()).isEqualTo(rows(file));
    }
  }

  private static Map<String, String> comments(Dataset<?> read) {
    Map<String, String> comments = new TreeMap<>();
    for (StructField field : read.schema().fields()) {
      comments.put(field.name(), field.getComment().getOrElse(() -> "none"));
    }
    return comments;
  }

  private static Map<String, String> descriptions(ResultTable table) {
    Map<String, String> descriptions = new TreeMap<>();
    table.columns().forEach(column -> descriptions.put(column.name(), column.about().en()));
    return descriptions;
  }

  private static Map<String, String> types(Dataset<?> read) {
    Map<String, String> types = new TreeMap<>();
    for (StructField field : read.schema().fields()) {
      types.put(field.name(), field.dataType().simpleString());
    }
    return types;
  }

  private static Map<String, String> types(ResultTable table) {
    Map<String, String> types = new TreeMap<>();
    table.columns().forEach(column -> types.put(column.name(), SPARK_TYPES.get(column.type())));
    return types;
  }

  private static List<List<Object>> rows(Dataset<org.apache.spark.sql.Row> read) {
    List<List<Object>> rows = new ArrayList<>();
    for (org.apache.spark.sql.Row row : read.collectAsList()) {
      List<Object> values = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        values.add(row.get(i));
      }
      rows.add(values);
    }
    return rows;
  }

  private static List<List<Object>> rows(Path file) throws IOException {
    try (TableReader reader = TableReader.open(new LocalInputFile(file))) {
      return reader.read().stream().map(Row::values).toList();
    }
  }
}

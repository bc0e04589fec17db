package org.quipu.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.config.SourceConfig;

/** Files that DuckDB writes. */
class ParquetFilesTest {
  @TempDir Path folder;

  private Path copy(String query, String options) {
    Path file = folder.resolve("a.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("COPY (%s) TO '%s' (FORMAT parquet%s)".formatted(query, file, options));
      return file;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"snappy", "zstd", "gzip", "uncompressed"})
  void valuesAreExactTexts(String codec) {
    Path file =
        copy(
            """
            SELECT '00002030' AS facility_id, 7::TINYINT AS i8, 1::BIGINT << 60 AS i64, 200::UTINYINT AS u8,
              0.1::DOUBLE AS d, 0.1::FLOAT AS f, 12.50::DECIMAL(9,2) AS small,
              -12345678901234567890.123456789::DECIMAL(38,9) AS large, true AS b,
              DATE '1999-12-31' AS day, TIMESTAMP '2007-03-15 10:20:30.25' AS at, 'Ñandú' AS s,
              {'lat': -12.5::DOUBLE, 'lon': 77} AS place, [1, 2] AS list
            UNION ALL SELECT NULL, NULL, -1, NULL, -0.0, 2.5, 0, 0, false, NULL, NULL, '', NULL, NULL
            """,
            ", CODEC " + codec);

    ReadFile read = ReadFile.of(file);

    assertThat(read.profile().header())
        .containsExactly(
            "facility_id",
            "i8",
            "i64",
            "u8",
            "d",
            "f",
            "small",
            "large",
            "b",
            "day",
            "at",
            "s",
            "place.lat",
            "place.lon");
    assertThat(read.fields())
        .containsExactlyInAnyOrder(
            List.of(
                "00002030",
                "7",
                "1152921504606846976",
                "200",
                "0.1",
                "0.1",
                "12.50",
                "-12345678901234567890.123456789",
                "1",
                "1999-12-31",
                "2007-03-15T10:20:30.25",
                "Ñandú",
                "-12.5",
                "77"),
            List.of("", "", "-1", "", "0", "2.5", "0.00", "0.000000000", "0", "", "", "", "", ""));
    assertThat(read.rows()).extracting(ReadFile.Row::line).containsExactly(2L, 3L);
  }

  @Test
  void aCodecThatIsNotThereIsRefusedByName() {
    Path file = copy("SELECT range AS n FROM range(1000)", ", CODEC brotli");
    assertThatThrownBy(() -> ReadFile.of(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a.parquet is compressed with brotli")
        .hasMessageContaining("write it anew with snappy, gzip or zstd");
  }

  @Test
  void listsAndStructsUnderANeededNameAreSaidToBeOnes() {
    Path file =
        copy("SELECT 'f1' AS facility_id, [1] AS diresa_id, MAP {'a': 1} AS odd, 1 AS one", "");
    assertThatThrownBy(() -> ReadFile.of(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("column 'diresa_id' is a list; allowed is one value a row");
    for (String other :
        List.of("network_id=odd a map", "network_id=place a struct", "diresa_id={odd:08} a map")) {
      String[] words = other.split("[= ]", 3);
      Path next =
          copy("SELECT 'f' AS facility_id, 1 AS diresa_id, {'x': 1} AS place, MAP {1: 1} odd", "");
      SourceConfig config =
          new SourceConfig(
              "facility-registry",
              List.of(next.toString()),
              "auto",
              "canonical",
              "auto",
              "auto",
              List.of(),
              Map.of(words[0], words[1]));
      assertThatThrownBy(() -> ReadFile.of(config, 1))
          .isInstanceOf(InputException.class)
          .hasMessageContaining(
              "column '" + words[1].replaceAll("[{}]|:08", "") + "' is " + words[2]);
    }
    // What nobody asks for may be whatever it is.
    assertThat(ReadFile.of(copy("SELECT 'f' AS facility_id, 1 AS diresa_id, [1] AS l", "")).rows())
        .hasSize(1);
  }

  @Test
  void numbersOf16BitsAreNumbers() throws IOException {
    MessageType schema =
        Types.buildMessage()
            .required(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY)
            .length(2)
            .as(LogicalTypeAnnotation.float16Type())
            .named("target")
            .named("rows");
    Path file = folder.resolve("half.parquet");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(
                HadoopOutputFile.fromPath(Storage.path(file.toString()), new Configuration()))
            .withType(schema)
            .build()) {
      for (int bits : new int[] {0x2e66, 0x4a40, 0x7c00, 0x7e00}) {
        byte[] bytes = {(byte) bits, (byte) (bits >> 8)};
        writer.write(
            new SimpleGroupFactory(schema)
                .newGroup()
                .append("target", Binary.fromConstantByteArray(bytes)));
      }
    }
    assertThat(ReadFile.of(file).fields())
        .containsExactly(List.of("0.1"), List.of("12.5"), List.of("Infinity"), List.of(""));
  }

  /** By row, and picked one by one. */
  @Test
  void infinityIsTextThatNoNumberIsAndNanIsMissing() throws IOException {
    Path file =
        copy(
            """
            SELECT * FROM (VALUES ('Infinity'::DOUBLE, '-Infinity'::FLOAT),
              ('NaN'::DOUBLE, 'NaN'::FLOAT), (1e300::DOUBLE, 1::FLOAT)) AS t(d, f)
            """,
            "");
    ReadFile read = ReadFile.of(file);
    List<List<String>> expected =
        List.of(
            List.of("Infinity", "-Infinity"), List.of("", ""), List.of("1" + "0".repeat(300), "1"));
    assertThat(read.fields()).isEqualTo(expected);
    Split split = read.profile().splits().get(0);
    long[] lines = {2, 3, 4};
    try (RecordReader picked =
        ParquetRows.at(read.profile().file(), split, lines, Storage.plain())) {
      for (List<String> row : expected) {
        TextRecord next = picked.next();
        assertThat(List.of(next.text(0), next.text(1))).isEqualTo(row);
      }
    }
  }

  @Test
  void eachRowGroupIsASplit() {
    Path file = copy("SELECT range AS n FROM range(10000)", ", ROW_GROUP_SIZE 2048");

    ReadFile read = ReadFile.of(file);

    assertThat(read.profile().splits()).hasSizeGreaterThan(3);
    for (int i = 0; i < 10_000; i++) {
      assertThat(read.rows().get(i).fields()).containsExactly(Integer.toString(i));
      assertThat(read.rows().get(i).line()).isEqualTo(i + 2);
    }
  }

  @Test
  void noRowsAreNoError() {
    assertThat(ReadFile.of(copy("SELECT 1 AS n WHERE false", "")).rows()).isEmpty();
  }

  @Test
  void aFileThatWasCutOffIsRefusedAndADamagedGroupIsOneBadRow() throws IOException {
    Path file =
        copy("SELECT hash(range) AS n FROM range(10000)", ", ROW_GROUP_SIZE 2048, CODEC zstd");
    byte[] bytes = Files.readAllBytes(file);
    Path cut = ReadFile.write(folder, "cut.parquet", Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> ReadFile.of(cut))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cut.parquet is damaged");

    Split second = ReadFile.of(file).profile().splits().get(1);
    Arrays.fill(bytes, (int) second.start(), (int) second.start() + 2000, (byte) 0x55);
    ReadFile damaged = ReadFile.of(ReadFile.write(folder, "b.parquet", bytes));
    assertThat(damaged.rows().stream().filter(row -> row.defect() != null)).hasSize(1);
    assertThat(damaged.rows()).hasSizeBetween(7_000, 9_000);
  }
}

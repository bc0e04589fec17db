package org.quipu.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the reader of all rows. */
class ParquetRowsTest {
  private static final int ROWS = 30_000;

  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          """
          message rows {
            required binary id (STRING);
            optional binary few (STRING);
            optional int32 whole;
            optional int64 amount (DECIMAL(12,2));
          }
          """);

  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void name() {
    path = folder.resolve("rows.parquet");
  }

  /** Pages of a few hundred rows, other ones in each column, and row groups of several of them. */
  private void write(boolean withDictionaries) throws IOException {
    SimpleGroupFactory groups = new SimpleGroupFactory(SCHEMA);
    Random random = new Random(7);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(
                HadoopOutputFile.fromPath(Storage.path(path.toString()), new Configuration()))
            .withType(SCHEMA)
            .withDictionaryEncoding(withDictionaries)
            .withPageSize(1 << 11)
            .withPageRowCountLimit(700)
            .withRowGroupRowCountLimit(9000)
            .build()) {
      for (int row = 0; row < ROWS; row++) {
        Group group = groups.newGroup().append("id", "R%06d".formatted(row));
        if (random.nextInt(5) > 0) {
          group.append("few", "é" + random.nextInt(9));
        }
        if (random.nextInt(9) > 0) {
          group.append("whole", random.nextInt(1000) - 500);
        }
        if (row % 4000 < 2000) {
          group.append("amount", random.nextLong(1_000_000_000_000L));
        }
        writer.write(group);
      }
    }
  }

  private void assertSameRows(boolean hasPageIndex) throws IOException {
    try (ParquetFileReader file =
        ParquetFileReader.open(
            HadoopInputFile.fromPath(Storage.path(path.toString()), new Configuration()))) {
      assertThat(file.getRowGroups().get(0).getColumns().get(0).getOffsetIndexReference() != null)
          .isEqualTo(hasPageIndex);
    }
    ReadFile all = ReadFile.of(path);
    List<Split> splits = all.profile().splits();
    assertThat(splits).hasSizeGreaterThan(2);
    long end = splits.get(splits.size() - 1).end();
    Random random = new Random(11);
    for (Split first : splits) {
      Split split = new Split(first.start(), end, first.firstLine());
      for (int many : new int[] {0, 1, 2, 5, 40, 900, ROWS}) {
        assertSameRows(
            all, split, random.longs(many, split.firstLine(), ROWS + 2).distinct().sorted());
      }
      assertSameRows(all, split, LongStream.of(split.firstLine(), ROWS + 1));
      assertSameRows(all, split, LongStream.rangeClosed(split.firstLine() + 1, ROWS + 1));
      assertSameRows(all, split, LongStream.range(split.firstLine(), ROWS + 1));
    }
  }

  private static void assertSameRows(ReadFile all, Split split, LongStream wanted)
      throws IOException {
    long[] lines = wanted.toArray();
    assertThat(picked(all.profile().file(), split, lines))
        .isEqualTo(
            LongStream.of(lines)
                .mapToObj(line -> line + " " + all.rows().get((int) line - 2).fields())
                .toList());
  }

  private static List<String> picked(InputFile file, Split split, long[] lines) throws IOException {
    List<String> rows = new ArrayList<>();
    try (RecordReader some = ParquetRows.at(file, split, lines, Storage.plain())) {
      for (TextRecord row = some.next(); row != null; row = some.next()) {
        rows.add(row.line() + " " + IntStream.range(0, row.width()).mapToObj(row::text).toList());
      }
    }
    return rows;
  }

  @Test
  void withDictionaries() throws IOException {
    write(true);
    assertSameRows(true);
  }

  @Test
  void plain() throws IOException {
    write(false);
    assertSameRows(true);
  }

  @Test
  void withoutAnIndexOfPages() throws IOException, SQLException {
    write(true);
    Path written = folder.resolve("written.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT * FROM '%s') TO '%s' (FORMAT parquet, ROW_GROUP_SIZE 8192)"
              .formatted(path, written));
    }
    path = written;
    assertSameRows(false);
  }
}

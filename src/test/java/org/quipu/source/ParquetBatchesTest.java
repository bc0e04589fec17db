package org.quipu.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** However a file is written, batches have what the reader of rows has. */
class ParquetBatchesTest {
  private static final int ROWS = 30_000;

  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          """
          message rows {
            required binary id (STRING);
            optional binary few (STRING);
            optional binary many (STRING);
            required int32 whole;
            optional int32 answer;
            optional int64 amount (DECIMAL(12,2));
            optional int64 nothing;
            required int64 large;
          }
          """);

  @TempDir Path folder;

  /** How a file is written. */
  private record Way(
      WriterVersion version,
      boolean dictionaries,
      int dictionaryBytes,
      boolean streamsSplit,
      CompressionCodecName codec) {}

  private static Stream<Way> ways() {
    return Stream.of(
        new Way(WriterVersion.PARQUET_1_0, true, 1 << 20, false, CompressionCodecName.SNAPPY),
        // The dictionary is full after some pages, and plain ones follow.
        new Way(WriterVersion.PARQUET_1_0, true, 1 << 13, false, CompressionCodecName.SNAPPY),
        new Way(WriterVersion.PARQUET_1_0, false, 1, false, CompressionCodecName.UNCOMPRESSED),
        new Way(WriterVersion.PARQUET_1_0, false, 1, true, CompressionCodecName.GZIP),
        new Way(WriterVersion.PARQUET_2_0, true, 1 << 20, false, CompressionCodecName.ZSTD),
        // Differences between numbers, and between texts.
        new Way(WriterVersion.PARQUET_2_0, true, 1 << 13, false, CompressionCodecName.UNCOMPRESSED),
        new Way(WriterVersion.PARQUET_2_0, false, 1, false, CompressionCodecName.SNAPPY));
  }

  private Path write(Way way) throws IOException {
    Path path = folder.resolve("rows.parquet");
    SimpleGroupFactory groups = new SimpleGroupFactory(SCHEMA);
    Random random = new Random(5);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(
                HadoopOutputFile.fromPath(Storage.path(path.toString()), new Configuration()))
            .withType(SCHEMA)
            .withWriterVersion(way.version)
            .withDictionaryEncoding(way.dictionaries)
            .withDictionaryPageSize(way.dictionaryBytes)
            .withByteStreamSplitEncoding(way.streamsSplit)
            .withCompressionCodec(way.codec)
            .withPageSize(1 << 12)
            .withPageRowCountLimit(1700)
            .withRowGroupRowCountLimit(13_000)
            .build()) {
      for (int row = 0; row < ROWS; row++) {
        Group group =
            groups
                .newGroup()
                .append("id", "%08d".formatted(row / 100))
                .append("whole", random.nextInt())
                .append("large", random.nextLong());
        if (random.nextInt(5) > 0) {
          group.append("few", "é" + random.nextInt(9));
        }
        if (row % 3000 < 2000) {
          group.append("many", "R" + random.nextInt(ROWS));
        }
        if (random.nextInt(9) > 0) {
          group.append("answer", random.nextInt(5));
        }
        if (row > 6000) {
          group.append("amount", random.nextLong(1_000_000L) - 500_000);
        }
        writer.write(group);
      }
    }
    return path;
  }

  @ParameterizedTest
  @MethodSource("ways")
  void asTheReaderOfRows(Way way) throws IOException {
    ReadFile rows = ReadFile.of(write(way));
    int[] all = IntStream.range(0, SCHEMA.getFieldCount()).toArray();
    List<List<String>> read = new ArrayList<>();
    assertThat(rows.profile().splits()).hasSize(3);
    for (Split split : rows.profile().splits()) {
      try (ParquetBatches batches = batches(rows, split, all)) {
        while (batches.next()) {
          add(batches, read);
        }
      }
    }
    assertThat(read).isEqualTo(rows.fields());
  }

  private static ParquetBatches batches(ReadFile file, Split split, int[] columns)
      throws IOException {
    return ParquetBatches.open(
            file.profile().file(), split, Storage.plain(), file.profile().header(), columns)
        .orElseThrow();
  }

  /** Every way of asking says the same. */
  private static void add(ParquetBatches batches, List<List<String>> rows) {
    int columns = SCHEMA.getFieldCount();
    int first = rows.size();
    for (int row = 0; row < batches.rows(); row++) {
      rows.add(new ArrayList<>());
      for (int column = 0; column < columns; column++) {
        rows.get(first + row).add(text(batches, column, row));
      }
    }
    for (int column = 0; column < columns; column++) {
      int of = column;
      List<Integer> missing =
          IntStream.range(0, batches.rows())
              .filter(row -> batches.isNull(of, row))
              .boxed()
              .toList();
      assertThat(batches.hasNull(column)).isEqualTo(!missing.isEmpty());
      if (batches.hasCodes(column)) {
        assertThat(
                IntStream.range(0, batches.rows())
                    .filter(row -> batches.codes(of)[row] < 0)
                    .boxed())
            .containsExactlyElementsOf(missing);
      }
      if (!batches.isText(column)) {
        long[] numbers = new long[ParquetBatches.ROWS];
        int[] ints = new int[ParquetBatches.ROWS];
        batches.unscaled(column, numbers);
        if (batches.isInt(column)) {
          batches.ints(column, ints, Integer.MIN_VALUE);
        }
        for (int row = 0; row < batches.rows(); row++) {
          boolean there = !batches.isNull(column, row);
          assertThat(!there || numbers[row] == batches.unscaled(column, row)).isTrue();
          assertThat(ints[row])
              .isEqualTo(
                  !batches.isInt(column)
                      ? 0
                      : there ? (int) batches.unscaled(column, row) : Integer.MIN_VALUE);
        }
      }
    }
  }

  private static String text(ParquetBatches batches, int column, int row) {
    if (batches.isNull(column, row)) {
      return "";
    }
    if (!batches.isText(column)) {
      return BigDecimal.valueOf(batches.unscaled(column, row), batches.scale(column))
          .toPlainString();
    }
    String text = batches.text(column, row);
    char[] chars = new char[8];
    int length = batches.ascii(column, row, chars);
    assertThat(length)
        .isEqualTo(text.chars().anyMatch(c -> c > 127) || text.length() > 8 ? -1 : text.length());
    assertThat(length < 0 || text.equals(new String(chars, 0, length))).isTrue();
    return text;
  }

  @Test
  void someColumnsOfSomeRowGroups() throws IOException {
    ReadFile rows = ReadFile.of(write(ways().findFirst().orElseThrow()));
    List<Split> splits = rows.profile().splits();
    Split last = new Split(splits.get(1).start(), splits.get(2).end(), splits.get(1).firstLine());
    List<String> answers = new ArrayList<>();
    try (ParquetBatches batches = batches(rows, last, new int[] {1, 4})) {
      assertThat(IntStream.range(0, SCHEMA.getFieldCount()).filter(batches::isRead))
          .containsExactly(1, 4);
      while (batches.next()) {
        for (int row = 0; row < batches.rows(); row++) {
          answers.add(text(batches, 1, row) + "|" + text(batches, 4, row));
        }
      }
    }
    assertThat(answers)
        .isEqualTo(
            rows.fields().stream()
                .skip(splits.get(1).firstLine() - 2)
                .map(fields -> fields.get(1) + "|" + fields.get(4))
                .toList());
  }

  /** Pages have checksums: whatever bit is another, no value is. */
  @Test
  void aBitThatIsAnother() throws IOException {
    Path path = write(ways().findFirst().orElseThrow());
    List<List<String>> whole = ReadFile.of(path).fields();
    byte[] bytes = Files.readAllBytes(path);
    Random random = new Random(9);
    int damaged = 0;
    for (int time = 0; time < 60; time++) {
      byte[] other = bytes.clone();
      other[4 + random.nextInt(bytes.length * 9 / 10)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      Files.write(path, other);
      ReadFile rows = ReadFile.of(path);
      int[] all = IntStream.range(0, SCHEMA.getFieldCount()).toArray();
      for (Split split : rows.profile().splits()) {
        List<List<String>> read = new ArrayList<>();
        int line = (int) split.firstLine();
        try (ParquetBatches batches = batches(rows, split, all)) {
          for (; batches.next(); line += batches.rows()) {
            if (batches.isDamaged()) {
              damaged++;
              assertThat(batches.damaged(line))
                  .isEqualTo(new Split(split.start(), split.start() + 1, split.firstLine()));
            } else {
              add(batches, read);
            }
          }
        }
        int first = (int) split.firstLine() - 2;
        assertThat(read).isEqualTo(whole.subList(first, first + read.size()));
        assertThat(line - 2).isEqualTo(Math.min(ROWS, first + 13_000));
      }
    }
    assertThat(damaged).isGreaterThan(50);
  }

  @Test
  void aTextOfLessThanNothing() throws IOException {
    byte[] bytes = {-4, -1, -1, -1, 'a'};
    DataPageV1 page =
        new DataPageV1(
            BytesInput.from(bytes),
            1,
            bytes.length,
            null,
            Encoding.RLE,
            Encoding.RLE,
            Encoding.PLAIN);
    ColumnPage opened = ColumnPage.of(SCHEMA.getColumns().get(0), page, null);
    assertThatThrownBy(() -> opened.values().read(ColumnValues.ofTexts(), 0, 1))
        .isInstanceOf(IOException.class)
        .hasMessage("a page has a text of -4 bytes");
  }

  /** A disk that cannot be read for some time. */
  public static final class FailingDisk extends RawLocalFileSystem {
    /** How many reads are to fail. */
    static int failing;

    @Override
    public FSDataInputStream open(org.apache.hadoop.fs.Path path, int buffer) throws IOException {
      if (failing > 0) {
        failing--;
        throw new IOException("the disk is gone");
      }
      return super.open(path, buffer);
    }
  }

  /** That a disk or a network fails says nothing of the file: no row is given up for it. */
  @Test
  void bytesThatCannotBeHad() throws IOException {
    ReadFile whole = ReadFile.of(write(ways().findFirst().orElseThrow()));
    byte[] bytes = Files.readAllBytes(Path.of(whole.profile().file().path()));
    bytes[4] ^= 1; // The first page's header: the first row group is looked at again.
    Files.write(Path.of(whole.profile().file().path()), bytes);
    Storage failing =
        Storage.of(
            Map.of(
                "fs.file.impl", FailingDisk.class.getName(), "fs.file.impl.disable.cache", "true"));
    Split first = whole.profile().splits().get(0);
    try (ParquetBatches batches =
            ParquetBatches.open(
                    whole.profile().file(), first, failing, whole.profile().header(), new int[] {0})
                .orElseThrow();
        RecordReader rows = Formats.records(whole.profile(), first, failing)) {
      FailingDisk.failing = 2;
      assertThatThrownBy(batches::next).hasMessage("the disk is gone");
      assertThatThrownBy(rows::next).hasMessage("the disk is gone");
    }
    try (ParquetBatches batches = batches(whole, first, new int[] {0})) {
      assertThat(batches.next()).isTrue();
      assertThat(batches.isDamaged()).isTrue();
    }
  }

  private static Stream<Arguments> columns() {
    return Stream.of(
        Arguments.of("optional binary a (STRING)", true),
        Arguments.of("required int32 a", true),
        Arguments.of("optional int32 a (INTEGER(32,true))", true),
        Arguments.of("optional int64 a (DECIMAL(18,4))", true),
        Arguments.of("optional binary a", false),
        Arguments.of("optional double a", false),
        Arguments.of("optional int32 a (DATE)", false),
        Arguments.of("optional int32 a (INTEGER(32,false))", false),
        Arguments.of("optional int32 a (INTEGER(8,true))", false),
        Arguments.of("optional int64 a (TIMESTAMP(MILLIS,true))", false),
        Arguments.of("optional binary a (DECIMAL(30,2))", false),
        Arguments.of("repeated int32 a", false),
        Arguments.of("optional group a { optional int32 b; }", false));
  }

  @ParameterizedTest
  @MethodSource("columns")
  void columnsThatBatchesKnow(String column, boolean known) throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            "message m { " + column + (column.endsWith("}") ? " }" : "; }"));
    Path path = folder.resolve("one.parquet");
    ExampleParquetWriter.builder(
            HadoopOutputFile.fromPath(Storage.path(path.toString()), new Configuration()))
        .withType(schema)
        .build()
        .close();
    ReadFile file = ReadFile.of(path);
    Split whole = new Split(0, Long.MAX_VALUE, 2);
    assertThat(
            ParquetBatches.open(
                file.profile().file(), whole, Storage.plain(), List.of("a"), new int[] {0}))
        .matches(batches -> batches.isPresent() == known);
    assertThat(
            ParquetBatches.open(
                file.profile().file(), whole, Storage.plain(), List.of("b"), new int[] {0}))
        .isEmpty();
  }
}

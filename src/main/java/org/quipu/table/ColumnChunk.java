package org.quipu.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.xerial.snappy.Snappy;

/**
 * One column of one row group, encoded from its keys: a dictionary where that is shorter, else
 * plain values; pages of version 1, compressed by Snappy.
 *
 * <p>The library's own writer takes a value at a time through a dictionary of objects, which took
 * longer than computing the values.
 *
 * <p>Reference: Apache Parquet, "Encodings" and "Data pages". https://parquet.apache.org/docs/
 */
final class ColumnChunk {
  private static final int PAGE_ROWS = 1 << 16;
  private static final int SLAB = 256;
  private static final int PAGE_BYTES = 1 << 20;

  private final ColumnType type;
  private final ColumnDescriptor descriptor;

  /** By row: whether there is no value; null where there are all. */
  private final boolean[] absent;

  /** Of the values that there are. */
  private final long[] keys;

  /** What the keys of a text stand for. */
  private final String[] texts;

  private final int[] numbers;
  private final ChunkDictionary dictionary;

  private final int rows;

  /** The column of some rows, in their order. */
  ColumnChunk(
      RowColumns columns, int column, ColumnDescriptor descriptor, int[] order, int from, int to) {
    this.type = columns.columns().get(column).type();
    this.descriptor = descriptor;
    this.texts = columns.texts()[column];
    this.rows = to - from;
    boolean[] none = columns.absent()[column];
    this.absent = none == null ? null : new boolean[rows];
    long[] found = new long[rows];
    int size = 0;
    for (int i = 0; i < rows; i++) {
      if (none != null && none[order[from + i]]) {
        absent[i] = true;
      } else {
        found[size++] = columns.keys()[column][order[from + i]];
      }
    }
    this.keys = Arrays.copyOf(found, size);
    this.numbers = new int[keys.length];
    this.dictionary = type == ColumnType.BOOLEAN ? null : ChunkDictionary.of(keys, numbers);
  }

  void write(ParquetFileWriter file) throws IOException {
    file.startColumn(descriptor, rows, CompressionCodecName.SNAPPY);
    if (dictionary != null) {
      byte[] values = plain(dictionary.values(), 0, dictionary.size());
      file.writeDictionaryPage(
          new DictionaryPage(compressed(values), values.length, dictionary.size(), Encoding.PLAIN));
    }
    int at = 0;
    for (int row = 0; row < rows; row += PAGE_ROWS) {
      at = writePage(file, row, Math.min(rows, row + PAGE_ROWS), at);
    }
    file.endColumn();
  }

  /**
   * Writes a page.
   *
   * @param from its first value
   * @return the first value of the next page
   */
  private int writePage(ParquetFileWriter file, int row, int toRow, int from) throws IOException {
    int nulls = 0;
    for (int i = row; i < toRow; i++) {
      nulls += absent != null && absent[i] ? 1 : 0;
    }
    int to = from + toRow - row - nulls;
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    if (descriptor.getMaxDefinitionLevel() > 0) {
      byte[] levels = levels(row, toRow);
      page.write(
          ByteBuffer.allocate(Integer.BYTES)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putInt(levels.length)
              .array());
      page.write(levels);
    }
    page.write(dictionary == null ? plain(keys, from, to) : numbers(from, to));
    byte[] bytes = page.toByteArray();
    file.writeDataPage(
        toRow - row,
        bytes.length,
        compressed(bytes),
        statistics(from, to, nulls),
        toRow - row,
        Encoding.RLE,
        Encoding.RLE,
        dictionary == null ? Encoding.PLAIN : Encoding.RLE_DICTIONARY);
    return to;
  }

  private static BytesInput compressed(byte[] bytes) throws IOException {
    return BytesInput.from(Snappy.compress(bytes));
  }

  /** Which values are there: 1, or 0 for NULL. */
  private byte[] levels(int row, int toRow) throws IOException {
    try (RunLengthBitPackingHybridEncoder encoder = encoder(1)) {
      for (int i = row; i < toRow; i++) {
        encoder.writeInt(absent != null && absent[i] ? 0 : 1);
      }
      return bytes(encoder.toBytes());
    }
  }

  /** The numbers of the values in the dictionary, behind their width in bits. */
  private byte[] numbers(int from, int to) throws IOException {
    int width = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, dictionary.size() - 1));
    try (RunLengthBitPackingHybridEncoder encoder = encoder(width)) {
      for (int i = from; i < to; i++) {
        encoder.writeInt(numbers[i]);
      }
      return bytes(
          BytesInput.concat(BytesInput.from(new byte[] {(byte) width}), encoder.toBytes()));
    }
  }

  private static byte[] bytes(BytesInput input) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream((int) input.size());
    input.writeAllTo(out);
    return out.toByteArray();
  }

  private static RunLengthBitPackingHybridEncoder encoder(int width) {
    return new RunLengthBitPackingHybridEncoder(
        width, SLAB, PAGE_BYTES, HeapByteBufferAllocator.getInstance());
  }

  /** Values as they are. */
  private byte[] plain(long[] values, int from, int to) throws IOException {
    return switch (type) {
      case STRING -> plainTexts(values, from, to);
      case BOOLEAN -> plainBits(values, from, to);
      case INT -> plainNumbers(values, from, to, Integer.BYTES);
      case LONG, TIMESTAMP, DOUBLE -> plainNumbers(values, from, to, Long.BYTES);
    };
  }

  private byte[] plainNumbers(long[] values, int from, int to, int bytes) {
    ByteBuffer out = ByteBuffer.allocate((to - from) * bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = from; i < to; i++) {
      if (bytes == Integer.BYTES) {
        out.putInt((int) values[i]);
      } else {
        out.putLong(type == ColumnType.DOUBLE ? RowColumns.doubleBits(values[i]) : values[i]);
      }
    }
    return out.array();
  }

  private static byte[] plainBits(long[] values, int from, int to) {
    byte[] bits = new byte[(to - from + 7) / 8];
    for (int i = from; i < to; i++) {
      bits[(i - from) >> 3] |= (byte) (values[i] << ((i - from) & 7));
    }
    return bits;
  }

  private byte[] plainTexts(long[] values, int from, int to) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteBuffer length = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = from; i < to; i++) {
      byte[] text = texts[(int) values[i]].getBytes(StandardCharsets.UTF_8);
      out.write(length.putInt(0, text.length).array());
      out.write(text);
    }
    return out.toByteArray();
  }

  private Statistics<?> statistics(int from, int to, int nulls) {
    Statistics<?> statistics = Statistics.createStats(descriptor.getPrimitiveType());
    statistics.incrementNumNulls(nulls);
    if (from == to) {
      return statistics;
    }
    if (type == ColumnType.STRING) {
      addTexts(statistics, from, to);
      return statistics;
    }
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (int i = from; i < to; i++) {
      least = Math.min(least, keys[i]);
      most = Math.max(most, keys[i]);
    }
    add(statistics, least);
    add(statistics, most);
    return statistics;
  }

  private void add(Statistics<?> statistics, long key) {
    switch (type) {
      case BOOLEAN -> statistics.updateStats(key != 0);
      case INT -> statistics.updateStats((int) key);
      case DOUBLE -> statistics.updateStats(Double.longBitsToDouble(RowColumns.doubleBits(key)));
      default -> statistics.updateStats(key);
    }
  }

  /** Parquet orders texts by their bytes, which is not quite the order of their characters. */
  private void addTexts(Statistics<?> statistics, int from, int to) {
    boolean[] seen = dictionary == null ? null : new boolean[dictionary.size()];
    for (int i = from; i < to; i++) {
      if (seen == null || !seen[numbers[i]]) {
        statistics.updateStats(Binary.fromString(texts[(int) keys[i]]));
        if (seen != null) {
          seen[numbers[i]] = true;
        }
      }
    }
  }
}

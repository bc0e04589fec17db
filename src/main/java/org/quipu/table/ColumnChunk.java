package org.quipu.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;

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
  private static final int PAGE_ROWS = 1 << 14;

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
  ColumnChunk(ColumnKeys column, ColumnDescriptor descriptor, int[] order, int from, int to) {
    this.type = column.column().type();
    this.descriptor = descriptor;
    this.texts = column instanceof TextKeys of ? of.texts() : null;
    this.rows = to - from;
    this.absent = column.hasAbsent() ? new boolean[rows] : null;
    long[] found = new long[rows];
    int size = column.copy(order, from, to, found, absent);
    this.keys = size == rows ? found : Arrays.copyOf(found, size);
    this.numbers = new int[size];
    this.dictionary = type == ColumnType.BOOLEAN ? null : ChunkDictionary.of(keys, numbers);
  }

  /**
   * Writes the column behind those before.
   *
   * @param page room for its pages
   */
  void write(ParquetFileWriter file, PageBuffer page) throws IOException {
    file.startColumn(descriptor, rows, CompressionCodecName.SNAPPY);
    if (dictionary != null) {
      page.reset();
      addPlain(page, dictionary.values(), 0, dictionary.size());
      file.writeDictionaryPage(
          new DictionaryPage(page.compressed(), page.size(), dictionary.size(), Encoding.PLAIN));
    }
    int at = 0;
    for (int row = 0; row < rows; row += PAGE_ROWS) {
      at = writePage(file, page, row, Math.min(rows, row + PAGE_ROWS), at);
    }
    file.endColumn();
  }

  /**
   * Writes a page.
   *
   * @param from its first value
   * @return the first value of the next page
   */
  private int writePage(ParquetFileWriter file, PageBuffer page, int row, int toRow, int from)
      throws IOException {
    int nulls = 0;
    for (int i = row; absent != null && i < toRow; i++) {
      nulls += absent[i] ? 1 : 0;
    }
    int to = from + toRow - row - nulls;
    page.reset();
    if (descriptor.getMaxDefinitionLevel() > 0) {
      addLevels(page, row, toRow);
    }
    if (dictionary == null) {
      addPlain(page, keys, from, to);
    } else {
      addNumbers(page, from, to);
    }
    file.writeDataPage(
        toRow - row,
        page.size(),
        page.compressed(),
        statistics(from, to, nulls),
        toRow - row,
        Encoding.RLE,
        Encoding.RLE,
        dictionary == null ? Encoding.PLAIN : Encoding.RLE_DICTIONARY);
    return to;
  }

  /** Which values are there, 1, or 0 for NULL, behind the length of that in bytes. */
  private void addLevels(PageBuffer page, int row, int toRow) {
    int start = page.size();
    page.writeInt(0);
    int[] levels = new int[toRow - row];
    for (int i = row; i < toRow; i++) {
      levels[i - row] = absent != null && absent[i] ? 0 : 1;
    }
    RunLengths.write(page, levels, 0, levels.length, 1);
    page.setInt(start, page.size() - start - Integer.BYTES);
  }

  /** The numbers of the values in the dictionary, behind their width in bits. */
  private void addNumbers(PageBuffer page, int from, int to) {
    int width = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, dictionary.size() - 1));
    page.write(width);
    RunLengths.write(page, numbers, from, to, width);
  }

  /** Values as they are. */
  private void addPlain(PageBuffer page, long[] values, int from, int to) {
    switch (type) {
      case STRING -> addTexts(page, values, from, to);
      case BOOLEAN -> addBits(page, values, from, to);
      case INT -> page.writeInts(values, from, to);
      case LONG, TIMESTAMP -> page.writeLongs(values, from, to);
      case DOUBLE -> page.writeDoubles(values, from, to);
    }
  }

  private static void addBits(PageBuffer page, long[] values, int from, int to) {
    for (int at = from; at < to; at += Byte.SIZE) {
      int bits = 0;
      for (int i = at; i < Math.min(to, at + Byte.SIZE); i++) {
        bits |= (int) values[i] << (i - at);
      }
      page.write(bits);
    }
  }

  private void addTexts(PageBuffer page, long[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      byte[] text = texts[(int) values[i]].getBytes(StandardCharsets.UTF_8);
      page.writeInt(text.length);
      page.write(text, 0, text.length);
    }
  }

  private Statistics<?> statistics(int from, int to, int nulls) {
    Statistics<?> statistics = Statistics.createStats(descriptor.getPrimitiveType());
    statistics.incrementNumNulls(nulls);
    if (from == to) {
      return statistics;
    }
    if (type == ColumnType.STRING) {
      updateTexts(statistics, from, to);
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
      case DOUBLE -> statistics.updateStats(Double.longBitsToDouble(NumberKeys.doubleBits(key)));
      default -> statistics.updateStats(key);
    }
  }

  /** Parquet orders texts by their bytes, which is not quite the order of their characters. */
  private void updateTexts(Statistics<?> statistics, int from, int to) {
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

package org.quipu.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ValuesType;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * One page of a flat column: in which rows there is a value, and the values, read one stretch after
 * the other. Numbers of a dictionary and plain values are read here, other encodings by the
 * library's readers.
 *
 * @param rows of the page
 * @param levels 1 in rows that have a value; null where all have one
 * @param codes the numbers of a dictionary; null where values stand for themselves
 * @param values those; null where there are codes
 */
record ColumnPage(int rows, HybridRuns levels, HybridRuns codes, Values values) {

  /** Values that stand for themselves. */
  interface Values {
    /** Puts the next of them at some rows that follow each other. */
    void read(ColumnValues into, int from, int count) throws IOException;
  }

  /**
   * Opens a page.
   *
   * @param words of the row group's dictionary; null where there is none
   */
  static ColumnPage of(ColumnDescriptor column, DataPage page, ColumnWords words)
      throws IOException {
    boolean isOptional = column.getMaxDefinitionLevel() > 0;
    if (page instanceof DataPageV2 second) {
      byte[] levels = bytes(second.getDefinitionLevels());
      return of(
          column,
          page.getValueCount(),
          isOptional ? new HybridRuns(levels, 0, levels.length, 1, 2) : null,
          second.getDataEncoding(),
          bytes(second.getData()),
          0,
          words);
    }
    DataPageV1 first = (DataPageV1) page;
    byte[] bytes = bytes(first.getBytes());
    int at = 0;
    if (isOptional) {
      if (first.getDlEncoding() != Encoding.RLE) {
        throw new IOException("definition levels are " + first.getDlEncoding() + ", not RLE");
      }
      at = Integer.BYTES + BytesUtils.readIntLittleEndian(bytes, 0);
    }
    return of(
        column,
        page.getValueCount(),
        isOptional ? new HybridRuns(bytes, Integer.BYTES, at, 1, 2) : null,
        first.getValueEncoding(),
        bytes,
        at,
        words);
  }

  private static byte[] bytes(BytesInput page) throws IOException {
    ByteBuffer buffer = page.toInputStream().slice(Math.toIntExact(page.size()));
    if (buffer.hasArray() && buffer.array().length == buffer.remaining()) {
      return buffer.array();
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  /**
   * @param at where the values begin
   */
  private static ColumnPage of(
      ColumnDescriptor column,
      int rows,
      HybridRuns levels,
      Encoding encoding,
      byte[] bytes,
      int at,
      ColumnWords words)
      throws IOException {
    if (!encoding.usesDictionary()) {
      return new ColumnPage(rows, levels, null, values(column, rows, encoding, bytes, at));
    }
    // Where all is NULL there need be neither a dictionary nor a width.
    int limit = words == null ? 0 : words.size();
    HybridRuns codes =
        at < bytes.length
            ? new HybridRuns(bytes, at + 1, bytes.length, bytes[at], limit)
            : new HybridRuns(bytes, at, at, 0, limit);
    return new ColumnPage(rows, levels, codes, null);
  }

  private static Values values(
      ColumnDescriptor column, int rows, Encoding encoding, byte[] bytes, int at)
      throws IOException {
    PrimitiveTypeName physical = column.getPrimitiveType().getPrimitiveTypeName();
    if (encoding == Encoding.PLAIN) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(at);
      return switch (physical) {
        case BINARY -> texts(bytes, buffer);
        case INT32 -> ints(buffer);
        default -> longs(buffer);
      };
    }
    ValuesReader reader = encoding.getValuesReader(column, ValuesType.VALUES);
    reader.initFromPage(
        rows, ByteBufferInputStream.wrap(ByteBuffer.wrap(bytes, at, bytes.length - at)));
    return byLibrary(physical, reader);
  }

  private static Values texts(byte[] bytes, ByteBuffer buffer) {
    return (into, from, count) -> {
      for (int row = from; row < from + count; row++) {
        int length = buffer.getInt();
        if (length < 0) {
          throw new IOException("a page has a text of " + length + " bytes");
        }
        into.put(row, bytes, buffer.position(), length);
        buffer.position(buffer.position() + length);
      }
    };
  }

  private static Values ints(ByteBuffer buffer) {
    int[] ints = new int[ParquetBatches.ROWS];
    return (into, from, count) -> {
      buffer.asIntBuffer().get(ints, 0, count);
      buffer.position(buffer.position() + Integer.BYTES * count);
      for (int i = 0; i < count; i++) {
        into.put(from + i, ints[i]);
      }
    };
  }

  private static Values longs(ByteBuffer buffer) {
    return (into, from, count) -> {
      buffer.asLongBuffer().get(into.numbers(), from, count);
      buffer.position(buffer.position() + Long.BYTES * count);
    };
  }

  private static Values byLibrary(PrimitiveTypeName physical, ValuesReader reader) {
    return (into, from, count) -> {
      for (int row = from; row < from + count; row++) {
        switch (physical) {
          case BINARY -> {
            byte[] bytes = reader.readBytes().getBytes();
            into.put(row, bytes, 0, bytes.length);
          }
          case INT32 -> into.put(row, reader.readInteger());
          default -> into.put(row, reader.readLong());
        }
      }
    };
  }
}

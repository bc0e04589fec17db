package org.quipu.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ValuesType;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * The values that one column has in the rows at hand: the dictionary's numbers while all of them
 * have one, else numbers or texts. Pages of a dictionary and plain ones are read here, whatever
 * else there is by the library's readers.
 */
final class ColumnBatch {
  private final ColumnDescriptor column;
  private final boolean isText;
  private final boolean isInt;

  /** The column of the row group at hand. */
  private PageReader pages;

  private Dictionary dictionary;

  /** What the dictionary's numbers stand for; one of the two, once it was asked for. */
  private long[] numbersOf;

  private byte[][] textsOf;

  /** The page at hand: rows left of it, where a value is there, and its values. */
  private int left;

  private HybridRuns levels;
  private HybridRuns codesLeft;
  private Values valuesLeft;

  /** By row. */
  private int[] codes;

  private boolean isCoded;
  private boolean hasNull;
  private boolean[] nulls;
  private long[] numbers;
  private byte[][] texts;
  private int[] starts;
  private int[] lengths;
  private int[] present;

  /** Values of a page that are not numbers of a dictionary. */
  private interface Values {
    /** Puts the next of them at some rows that follow each other. */
    void read(int from, int count) throws IOException;
  }

  ColumnBatch(ColumnDescriptor column) {
    this.column = column;
    PrimitiveTypeName physical = column.getPrimitiveType().getPrimitiveTypeName();
    this.isText = physical == PrimitiveTypeName.BINARY;
    this.isInt = physical == PrimitiveTypeName.INT32;
    this.codes = new int[ParquetBatches.ROWS];
  }

  /** Begins with the column of another row group. */
  void begin(PageReadStore rowGroup) throws IOException {
    pages = rowGroup.getPageReader(column);
    left = 0;
    numbersOf = null;
    textsOf = null;
    DictionaryPage page = pages.readDictionaryPage();
    dictionary = page == null ? null : page.getEncoding().initDictionary(column, page);
  }

  /** Goes on to the next rows of the row group. */
  void next(int rows) throws IOException {
    hasNull = false;
    isCoded = true;
    int row = 0;
    while (row < rows) {
      while (left == 0) {
        open(pages.readPage());
      }
      int n = Math.min(left, rows - row);
      read(row, n);
      row += n;
      left -= n;
    }
  }

  private void read(int row, int n) throws IOException {
    int there = levels == null || levels.pass(n, 1) ? n : present(row, n);
    if (codesLeft == null && isCoded) {
      spell(0, row);
      isCoded = false;
    }
    if (codesLeft != null) {
      codesLeft.read(codes, row, there);
      spread(codes, row, there, n);
      if (!isCoded) {
        spell(row, row + n);
      }
    } else {
      reserve();
      valuesLeft.read(row, there);
      Arrays.fill(nulls, row, row + n, false);
      if (there < n) {
        spreadValues(row, there, n);
      }
    }
  }

  /** Notes which of the next rows have a value, and says how many. */
  private int present(int row, int n) throws IOException {
    present = present == null ? new int[ParquetBatches.ROWS] : present;
    levels.read(present, row, n);
    int there = 0;
    for (int i = row; i < row + n; i++) {
      there += present[i];
    }
    hasNull |= there < n;
    return there;
  }

  /** Moves numbers that follow each other to the rows that have them; −1 where there is NULL. */
  private void spread(int[] values, int row, int there, int n) {
    int from = row + there;
    for (int to = row + n; from < to; ) {
      values[--to] = present[to] != 0 ? values[--from] : -1;
    }
  }

  private void spreadValues(int row, int there, int n) {
    int from = row + there;
    for (int to = row + n - 1; to >= row; to--) {
      nulls[to] = present[to] == 0;
      if (!nulls[to]) {
        from--;
        if (isText) {
          texts[to] = texts[from];
          starts[to] = starts[from];
          lengths[to] = lengths[from];
        } else {
          numbers[to] = numbers[from];
        }
      }
    }
  }

  /** Turns numbers of the dictionary into what they stand for. */
  private void spell(int from, int to) {
    reserve();
    for (int row = from; row < to; row++) {
      int code = codes[row];
      nulls[row] = code < 0;
      if (code >= 0 && isText) {
        byte[] word = word(code);
        text(row, word, 0, word.length);
      } else if (code >= 0) {
        numbers[row] = numbersOf()[code];
      }
    }
  }

  private void reserve() {
    if (nulls == null) {
      nulls = new boolean[codes.length];
      numbers = isText ? null : new long[codes.length];
      texts = isText ? new byte[codes.length][] : null;
      starts = isText ? new int[codes.length] : null;
      lengths = isText ? new int[codes.length] : null;
    }
  }

  private void text(int row, byte[] bytes, int start, int length) {
    texts[row] = bytes;
    starts[row] = start;
    lengths[row] = length;
  }

  private void open(DataPage page) throws IOException {
    if (page == null) {
      throw new IOException("column " + column.getPath()[0] + " ends before its row group does");
    }
    left = page.getValueCount();
    boolean isOptional = column.getMaxDefinitionLevel() > 0;
    if (page instanceof DataPageV1 first) {
      byte[] bytes = bytes(first.getBytes());
      int at = 0;
      levels = null;
      if (isOptional) {
        if (first.getDlEncoding() != Encoding.RLE) {
          throw new IOException("definition levels are " + first.getDlEncoding() + ", not RLE");
        }
        int length = BytesUtils.readIntLittleEndian(bytes, 0);
        at = Integer.BYTES + length;
        levels = new HybridRuns(bytes, Integer.BYTES, at, 1, 2);
      }
      open(first.getValueEncoding(), bytes, at);
    } else {
      DataPageV2 second = (DataPageV2) page;
      byte[] noted = bytes(second.getDefinitionLevels());
      levels = isOptional ? new HybridRuns(noted, 0, noted.length, 1, 2) : null;
      open(second.getDataEncoding(), bytes(second.getData()), 0);
    }
  }

  private static byte[] bytes(BytesInput page) throws IOException {
    ByteBuffer buffer = page.toInputStream().slice(Math.toIntExact(page.size()));
    boolean isWhole = buffer.hasArray() && buffer.array().length == buffer.remaining();
    byte[] bytes = isWhole ? buffer.array() : new byte[buffer.remaining()];
    if (!isWhole) {
      buffer.get(bytes);
    }
    return bytes;
  }

  private void open(Encoding encoding, byte[] bytes, int at) throws IOException {
    codesLeft = null;
    if (encoding.usesDictionary()) {
      if (dictionary == null) {
        throw new IOException("column " + column.getPath()[0] + " lacks its dictionary");
      }
      int words = dictionary.getMaxId() + 1;
      codesLeft =
          at < bytes.length
              ? new HybridRuns(bytes, at + 1, bytes.length, bytes[at], words)
              : new HybridRuns(bytes, at, at, 0, words);
    } else if (encoding == Encoding.PLAIN) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(at);
      valuesLeft = isText ? plainTexts(bytes, buffer) : plainNumbers(buffer);
    } else {
      ValuesReader reader = encoding.getValuesReader(column, ValuesType.VALUES);
      reader.initFromPage(
          left, ByteBufferInputStream.wrap(ByteBuffer.wrap(bytes, at, bytes.length - at)));
      valuesLeft = byLibrary(reader);
    }
  }

  private Values plainTexts(byte[] bytes, ByteBuffer buffer) {
    return (from, count) -> {
      for (int row = from; row < from + count; row++) {
        int length = buffer.getInt();
        text(row, bytes, buffer.position(), length);
        buffer.position(buffer.position() + length);
      }
    };
  }

  private Values plainNumbers(ByteBuffer buffer) {
    if (!isInt) {
      return (from, count) -> {
        buffer.asLongBuffer().get(numbers, from, count);
        buffer.position(buffer.position() + Long.BYTES * count);
      };
    }
    int[] ints = new int[ParquetBatches.ROWS];
    return (from, count) -> {
      buffer.asIntBuffer().get(ints, 0, count);
      buffer.position(buffer.position() + Integer.BYTES * count);
      for (int i = 0; i < count; i++) {
        numbers[from + i] = ints[i];
      }
    };
  }

  private Values byLibrary(ValuesReader reader) {
    return (from, count) -> {
      for (int row = from; row < from + count; row++) {
        if (isText) {
          byte[] bytes = reader.readBytes().getBytes();
          text(row, bytes, 0, bytes.length);
        } else {
          numbers[row] = isInt ? reader.readInteger() : reader.readLong();
        }
      }
    };
  }

  /** Whether {@link #codes} say what there is. */
  boolean isCoded() {
    return isCoded;
  }

  /** The dictionary's numbers by row, −1 for NULL. */
  int[] codes() {
    return codes;
  }

  boolean hasNull() {
    return hasNull;
  }

  boolean isNull(int row) {
    return isCoded ? codes[row] < 0 : nulls[row];
  }

  /** A number; of a value that is not NULL. */
  long number(int row) {
    return isCoded ? numbersOf()[codes[row]] : numbers[row];
  }

  /** What the dictionary's numbers stand for. */
  private long[] numbersOf() {
    if (numbersOf == null) {
      numbersOf = new long[dictionary.getMaxId() + 1];
      Arrays.setAll(
          numbersOf, id -> isInt ? dictionary.decodeToInt(id) : dictionary.decodeToLong(id));
    }
    return numbersOf;
  }

  /** All numbers; what stands where there is NULL says nothing. */
  void numbers(long[] into, int rows) {
    if (!isCoded) {
      System.arraycopy(numbers, 0, into, 0, rows);
      return;
    }
    long[] numbersOf = numbersOf();
    for (int row = 0; row < rows; row++) {
      int code = codes[row];
      into[row] = code < 0 ? 0 : numbersOf[code];
    }
  }

  /**
   * All numbers, which are ints.
   *
   * @param missing stands for NULL
   */
  void ints(int[] into, int rows, int missing) {
    if (isCoded) {
      long[] numbersOf = numbersOf();
      for (int row = 0; row < rows; row++) {
        int code = codes[row];
        into[row] = code < 0 ? missing : (int) numbersOf[code];
      }
      return;
    }
    for (int row = 0; row < rows; row++) {
      into[row] = nulls[row] ? missing : (int) numbers[row];
    }
  }

  /** The bytes of a word of the dictionary. */
  private byte[] word(int code) {
    if (textsOf == null) {
      textsOf = new byte[dictionary.getMaxId() + 1][];
    }
    byte[] word = textsOf[code];
    if (word == null) {
      Binary binary = dictionary.decodeToBinary(code);
      word = binary.getBytes();
      textsOf[code] = word;
    }
    return word;
  }

  /** As {@link ParquetBatches#ascii}. */
  int ascii(int row, char[] buffer) {
    byte[] bytes = isCoded ? word(codes[row]) : texts[row];
    int start = isCoded ? 0 : starts[row];
    int length = isCoded ? bytes.length : lengths[row];
    if (length > buffer.length) {
      return -1;
    }
    for (int i = 0; i < length; i++) {
      byte next = bytes[start + i];
      if (next < 0) {
        return -1;
      }
      buffer[i] = (char) next;
    }
    return length;
  }

  /** A text; of a value that is not NULL. */
  String text(int row) {
    return isCoded
        ? new String(word(codes[row]), StandardCharsets.UTF_8)
        : new String(texts[row], starts[row], lengths[row], StandardCharsets.UTF_8);
  }
}

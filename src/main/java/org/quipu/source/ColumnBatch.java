package org.quipu.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * What one column has in the rows at hand: the dictionary's numbers while all values have one, else
 * the values.
 */
final class ColumnBatch {
  private final ColumnDescriptor column;
  private final boolean isText;

  /** Of the row group at hand; words are null where it has no dictionary. */
  private PageReader pages;

  private ColumnWords words;

  /** The page at hand, and rows left of it. */
  private ColumnPage page;

  private int left;

  /** By row: the dictionary's numbers, or the values, made when there are any. */
  private final int[] codes = new int[ParquetBatches.ROWS];

  private boolean isCoded;
  private ColumnValues values;

  /** By row, 1 where there is a value; only of pages that have NULL. */
  private int[] present;

  private boolean hasNull;

  ColumnBatch(ColumnDescriptor column) {
    this.column = column;
    this.isText = column.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
  }

  /** Begins with the column of another row group. */
  void begin(PageReadStore rowGroup) throws IOException {
    pages = rowGroup.getPageReader(column);
    left = 0;
    DictionaryPage dictionary = pages.readDictionaryPage();
    words = dictionary == null ? null : new ColumnWords(column, dictionary);
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

  private void open(DataPage next) throws IOException {
    if (next == null) {
      throw new IOException("column " + column.getPath()[0] + " ends before its row group does");
    }
    page = ColumnPage.of(column, next, words);
    left = page.rows();
  }

  private void read(int row, int n) throws IOException {
    int there = page.levels() == null || page.levels().pass(n, 1) ? n : present(row, n);
    if (page.codes() == null) {
      if (isCoded) {
        spell(0, row);
        isCoded = false;
      }
      page.values().read(values, row, there);
      values.present(row, n);
      if (there < n) {
        values.spread(row, there, n, present);
      }
    } else {
      page.codes().read(codes, row, there);
      spread(row, there, n);
      if (!isCoded) {
        spell(row, row + n);
      }
    }
  }

  /** Notes which of the next rows have a value, and says how many. */
  private int present(int row, int n) throws IOException {
    present = present == null ? new int[codes.length] : present;
    page.levels().read(present, row, n);
    int there = 0;
    for (int i = row; i < row + n; i++) {
      there += present[i];
    }
    hasNull |= there < n;
    return there;
  }

  /** Moves codes that follow each other to the rows that have them; −1 where there is NULL. */
  private void spread(int row, int there, int n) {
    int from = row + there;
    for (int to = row + n; from < to; ) {
      codes[--to] = present[to] != 0 ? codes[--from] : -1;
    }
  }

  /** Turns numbers of the dictionary into what they stand for. */
  private void spell(int from, int to) {
    if (values == null) {
      values = isText ? ColumnValues.ofTexts() : ColumnValues.ofNumbers();
    }
    for (int row = from; row < to; row++) {
      int code = codes[row];
      values.setNull(row, code < 0);
      if (code >= 0 && isText) {
        byte[] word = words.text(code);
        values.put(row, word, 0, word.length);
      } else if (code >= 0) {
        values.put(row, words.numbers()[code]);
      }
    }
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
    return isCoded ? codes[row] < 0 : values.isNull(row);
  }

  /** A number; of a value that is not NULL. */
  long number(int row) {
    return isCoded ? words.numbers()[codes[row]] : values.number(row);
  }

  /** All numbers; what stands where there is NULL says nothing. */
  void numbers(long[] into, int rows) {
    if (!isCoded) {
      System.arraycopy(values.numbers(), 0, into, 0, rows);
      return;
    }
    long[] numbers = meant();
    for (int row = 0; row < rows; row++) {
      int code = codes[row];
      into[row] = code < 0 ? 0 : numbers[code];
    }
  }

  /**
   * All numbers, which are ints.
   *
   * @param missing stands for NULL
   */
  void ints(int[] into, int rows, int missing) {
    if (isCoded) {
      long[] numbers = meant();
      for (int row = 0; row < rows; row++) {
        int code = codes[row];
        into[row] = code < 0 ? missing : (int) numbers[code];
      }
      return;
    }
    for (int row = 0; row < rows; row++) {
      into[row] = values.isNull(row) ? missing : (int) values.number(row);
    }
  }

  /** What the codes stand for; nothing where all rows are NULL and there is no dictionary. */
  private long[] meant() {
    return words == null ? new long[0] : words.numbers();
  }

  /** As {@link ParquetBatches#ascii}. */
  int ascii(int row, char[] buffer) {
    if (!isCoded) {
      return values.ascii(row, buffer);
    }
    byte[] word = words.text(codes[row]);
    return ColumnValues.ascii(word, 0, word.length, buffer);
  }

  /** A text; of a value that is not NULL. */
  String text(int row) {
    return isCoded ? new String(words.text(codes[row]), StandardCharsets.UTF_8) : values.text(row);
  }
}

package org.quipu.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbers or texts by row, NULL where there is none. Texts stay bytes of the page they stand on.
 */
final class ColumnValues {
  private final boolean[] nulls = new boolean[ParquetBatches.ROWS];

  /** One of the two is null, numbers or texts with where they begin and how long they are. */
  private final long[] numbers;

  private final byte[][] texts;
  private final int[] starts;
  private final int[] lengths;

  private ColumnValues(long[] numbers, byte[][] texts) {
    this.numbers = numbers;
    this.texts = texts;
    this.starts = texts == null ? null : new int[texts.length];
    this.lengths = texts == null ? null : new int[texts.length];
  }

  static ColumnValues ofNumbers() {
    return new ColumnValues(new long[ParquetBatches.ROWS], null);
  }

  static ColumnValues ofTexts() {
    return new ColumnValues(null, new byte[ParquetBatches.ROWS][]);
  }

  void put(int row, long number) {
    numbers[row] = number;
  }

  void put(int row, byte[] bytes, int start, int length) {
    texts[row] = bytes;
    starts[row] = start;
    lengths[row] = length;
  }

  /** The numbers, to be written where they belong. */
  long[] numbers() {
    return numbers;
  }

  void setNull(int row, boolean isNull) {
    nulls[row] = isNull;
  }

  /** Says that some rows have a value each. */
  void present(int from, int count) {
    Arrays.fill(nulls, from, from + count, false);
  }

  /**
   * Moves values that follow each other to the rows that have them.
   *
   * @param there how many there are
   * @param rows how many rows they and what is NULL take
   * @param present by row, 1 where there is a value
   */
  void spread(int first, int there, int rows, int[] present) {
    int from = first + there;
    for (int to = first + rows - 1; to >= first; to--) {
      nulls[to] = present[to] == 0;
      if (!nulls[to]) {
        from--;
        if (texts == null) {
          numbers[to] = numbers[from];
        } else {
          put(to, texts[from], starts[from], lengths[from]);
        }
      }
    }
  }

  boolean isNull(int row) {
    return nulls[row];
  }

  long number(int row) {
    return numbers[row];
  }

  /** As {@link ParquetBatches#ascii}. */
  int ascii(int row, char[] buffer) {
    return ascii(texts[row], starts[row], lengths[row], buffer);
  }

  static int ascii(byte[] bytes, int start, int length, char[] buffer) {
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

  String text(int row) {
    return new String(texts[row], starts[row], lengths[row], StandardCharsets.UTF_8);
  }
}

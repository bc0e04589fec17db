package org.quipu.summary;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.quipu.spark.ParquetBatches;

/**
 * The texts of a column as numbers of our own: each text is looked at once a batch, not once a row.
 */
final class BatchTexts {
  private final int column;
  private final ToIntFunction<String> number;
  private int[] numbers = new int[64];
  private int[] seenIn = new int[64];
  private int batchNumber;

  /**
   * @param number of a text; negative where the row must be looked at on its own
   */
  BatchTexts(int column, ToIntFunction<String> number) {
    this.column = column;
    this.number = number;
  }

  /** Says that the numbers of the file's dictionary no longer hold. */
  void newBatch() {
    batchNumber++;
  }

  /** The number of a row's text; negative where there is none or it must be looked at. */
  int of(ParquetBatches batch, int row) {
    if (batch.isNull(column, row)) {
      return -1;
    }
    if (!batch.hasCodes(column)) {
      return number.applyAsInt(batch.text(column, row));
    }
    int code = batch.code(column, row);
    if (code >= numbers.length) {
      int length = Math.max(code + 1, numbers.length * 2);
      numbers = Arrays.copyOf(numbers, length);
      seenIn = Arrays.copyOf(seenIn, length);
    }
    if (seenIn[code] != batchNumber) {
      seenIn[code] = batchNumber;
      numbers[code] = number.applyAsInt(batch.text(column, row));
    }
    return numbers[code];
  }
}

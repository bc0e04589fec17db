package org.quipu.summary;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.quipu.source.ParquetBatches;

/**
 * The texts of a column as numbers of our own: each text is looked at once a row group, not once a
 * row.
 */
final class BatchTexts {
  private static final int UNSEEN = Integer.MIN_VALUE;

  /** Longer texts are no codes. */
  private static final int LONGEST = 64;

  private final int column;
  private final ToIntFunction<String> number;
  private final int[] numbers = new int[ParquetBatches.ROWS];
  private int[] ofCode = new int[64];
  private final char[] chars = new char[LONGEST];
  private final Ids seen = new Ids();
  private int[] ofSeen = new int[64];
  private int rowGroup = -1;

  /**
   * @param number of a text; negative where the row must be looked at on its own
   */
  BatchTexts(int column, ToIntFunction<String> number) {
    this.column = column;
    this.number = number;
  }

  /**
   * The numbers of the texts at hand, row by row; negative where there is none or it must be looked
   * at. The next call overwrites them.
   */
  int[] of(ParquetBatches batch) {
    int rows = batch.rows();
    if (!batch.hasCodes(column)) {
      for (int row = 0; row < rows; row++) {
        numbers[row] = batch.isNull(column, row) ? -1 : numberOf(batch, row);
      }
      return numbers;
    }
    int[] codes = batch.codes(column);
    if (batch.rowGroup() != rowGroup) {
      rowGroup = batch.rowGroup();
      Arrays.fill(ofCode, UNSEEN);
    }
    for (int row = 0; row < rows; row++) {
      int code = codes[row];
      if (code < 0) {
        numbers[row] = -1;
        continue;
      }
      if (code >= ofCode.length) {
        int before = ofCode.length;
        ofCode = Arrays.copyOf(ofCode, Math.max(code + 1, before * 2));
        Arrays.fill(ofCode, before, ofCode.length, UNSEEN);
      }
      if (ofCode[code] == UNSEEN) {
        ofCode[code] = numberOf(batch, row);
      }
      numbers[row] = ofCode[code];
    }
    return numbers;
  }

  /** No String is made of a text that has been seen, with a code or without. */
  private int numberOf(ParquetBatches batch, int row) {
    int length = batch.ascii(column, row, chars);
    if (length < 0) {
      return number.applyAsInt(batch.text(column, row));
    }
    int known = seen.size();
    int text = seen.of(chars, 0, length);
    if (text == known) {
      if (text == ofSeen.length) {
        ofSeen = Arrays.copyOf(ofSeen, text * 2);
      }
      ofSeen[text] = number.applyAsInt(seen.text(text));
    }
    return ofSeen[text];
  }
}

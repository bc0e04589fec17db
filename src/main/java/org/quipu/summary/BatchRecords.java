package org.quipu.summary;

import java.math.BigDecimal;
import org.quipu.source.ParquetBatches;
import org.quipu.source.TextRecord;

/** Single rows of batches as records, with the texts that a reader by row gives. */
final class BatchRecords {
  private final ParquetBatches batches;
  private final int columns;
  private final TextRecord record = new TextRecord();

  BatchRecords(ParquetBatches batches, int columns) {
    this.batches = batches;
    this.columns = columns;
  }

  /**
   * A row of the batch at hand, as a view that the next call overwrites. Columns that are not read
   * are empty.
   */
  TextRecord record(int row, long line) {
    record.begin(line);
    for (int column = 0; column < columns; column++) {
      boolean none = !batches.isRead(column) || batches.isNull(column, row);
      record.add(none ? "" : text(column, row));
    }
    return record;
  }

  private String text(int column, int row) {
    return batches.isText(column)
        ? batches.text(column, row)
        : BigDecimal.valueOf(batches.unscaled(column, row), batches.scale(column)).toPlainString();
  }
}

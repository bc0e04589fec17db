package org.quipu.source;

import java.io.IOException;
import org.dhatim.fastexcel.reader.Row;

/** The rows of a sheet below its header; rows without any text are no records. */
final class ExcelRecordReader implements RecordReader {
  private final ExcelFiles.Workbook workbook;
  private final int width;
  private final long headerLine;
  private final TextRecord record = new TextRecord();
  private long line;
  private boolean broken;

  ExcelRecordReader(ExcelFiles.Workbook workbook, int width, long headerLine) {
    this.workbook = workbook;
    this.width = width;
    this.headerLine = headerLine;
    this.line = headerLine;
  }

  @Override
  public TextRecord next() throws IOException {
    if (broken) {
      return null;
    }
    try {
      Row row = workbook.next();
      while (row != null && row.getRowNum() <= headerLine) {
        row = workbook.next();
      }
      return row == null ? null : record(row);
    } catch (RuntimeException e) {
      // The library lets through whatever parsing damaged XML ends in.
      broken = true;
      record.begin(line + 1);
      record.add("");
      record.fail(
          new Defect(
              "The sheet is damaged; rows after this place could not be read.",
              "La hoja está dañada; las filas después de este lugar no se pudieron leer."));
      return record;
    }
  }

  private TextRecord record(Row row) {
    line = row.getRowNum();
    record.begin(line);
    int fields = Math.max(width, row.getCellCount());
    while (fields > width && workbook.cells.text(row, fields - 1).isBlank()) {
      fields--;
    }
    for (int column = 0; column < fields; column++) {
      record.add(workbook.cells.text(row, column));
    }
    return record;
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}

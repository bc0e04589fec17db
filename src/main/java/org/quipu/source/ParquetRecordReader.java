package org.quipu.source;

import java.io.IOException;
import java.util.List;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.schema.MessageType;

/** The rows of one row group as records. */
final class ParquetRecordReader implements RecordReader {
  private final ParquetFileReader file;
  private final TextRecord record = new TextRecord();
  private final ParquetCells cells;
  private final int group;
  private org.apache.parquet.io.RecordReader<String[]> rows;
  private long left;
  private long line;

  ParquetRecordReader(ParquetFileReader file, Split split) {
    this.file = file;
    MessageType schema = file.getFooter().getFileMetaData().getSchema();
    this.cells = ParquetCells.of(schema);
    List<BlockMetaData> groups = file.getRowGroups();
    int found = -1;
    for (int i = 0; i < groups.size(); i++) {
      found = groups.get(i).getStartingPos() == split.start() ? i : found;
    }
    this.group = found;
    this.left = found < 0 ? 0 : groups.get(found).getRowCount();
    this.line = split.firstLine() - 1;
  }

  @Override
  public TextRecord next() throws IOException {
    if (left == 0) {
      return null;
    }
    record.begin(++line);
    // The library has unchecked exceptions for pages that do not decode, and codecs have their own.
    try {
      if (rows == null) {
        rows = open();
      }
      String[] row = rows.read();
      left--;
      for (String cell : row) {
        record.add(cell == null ? "" : cell);
      }
    } catch (RuntimeException | IOException e) {
      long lost = left;
      left = 0;
      record.begin(line);
      record.add("");
      record.fail(
          new Defect(
              "The Parquet row group is damaged; " + lost + " rows from here on could not be read.",
              "El grupo de filas del archivo Parquet está dañado; desde aquí no se pudieron leer "
                  + lost
                  + " filas."));
    }
    return record;
  }

  private org.apache.parquet.io.RecordReader<String[]> open() throws IOException {
    MessageType schema = cells.schema();
    file.setRequestedSchema(schema);
    PageReadStore pages = file.readRowGroup(group);
    return new ColumnIOFactory().getColumnIO(schema).getRecordReader(pages, cells);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

package org.quipu.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.schema.MessageType;

/** The rows of the row groups of a split as records. */
final class ParquetRecordReader implements RecordReader {
  private final ParquetFileReader file;
  private final InputFile of;
  private final Storage storage;
  private final TextRecord record = new TextRecord();
  private final ParquetCells cells;
  private final Iterator<Integer> groups;
  private org.apache.parquet.io.RecordReader<String[]> rows;
  private int group;
  private long left;
  private long line;

  ParquetRecordReader(ParquetFileReader file, InputFile of, Storage storage, Split split) {
    this.file = file;
    this.of = of;
    this.storage = storage;
    this.cells = ParquetCells.of(file.getFooter().getFileMetaData().getSchema());
    this.line = split.firstLine() - 1;
    List<Integer> inside = new ArrayList<>();
    for (int i = 0; i < file.getRowGroups().size(); i++) {
      long start = file.getRowGroups().get(i).getStartingPos();
      if (start >= split.start() && start < split.end()) {
        inside.add(i);
      }
    }
    this.groups = inside.iterator();
  }

  @Override
  public TextRecord next() throws IOException {
    while (left == 0) {
      if (!groups.hasNext()) {
        return null;
      }
      group = groups.next();
      left = file.getRowGroups().get(group).getRowCount();
      rows = null;
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
    } catch (RuntimeException | DamagedData e) {
      long lost = left;
      left = 0;
      record.begin(line);
      line += lost - 1;
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
    PageReadStore pages = ParquetFiles.pages(file, group, of, storage);
    return new ColumnIOFactory().getColumnIO(schema).getRecordReader(pages, cells);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

package org.quipu.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.stream.Stream;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;

/** The file of a table while it is written, block behind block. It is whole once it is ended. */
final class TableFile implements Closeable {
  private static final int ROW_GROUP_ROWS = 1 << 19;

  private final ResultTable table;
  private final String runId;
  private final MessageType schema;
  private final StableFile file;
  private final ParquetFileWriter writer;
  private final PageBuffer page = new PageBuffer();

  TableFile(OutputFile file, ResultTable table, String runId) throws IOException {
    this.table = table;
    this.runId = runId;
    this.schema = ParquetSchema.schema(table.name(), table.columns());
    this.file = new StableFile(file);
    this.writer =
        new ParquetFileWriter(
            this.file,
            schema,
            ParquetFileWriter.Mode.OVERWRITE,
            TableWriter.ROW_GROUP_BYTES,
            0,
            ParquetProperties.DEFAULT_COLUMN_INDEX_TRUNCATE_LENGTH,
            ParquetProperties.DEFAULT_STATISTICS_TRUNCATE_LENGTH,
            true);
    writer.start();
  }

  /**
   * Adds rows.
   *
   * @param rows in any order, all behind those that are there
   * @return in how many row groups they are
   * @throws IllegalArgumentException when a number is NaN or infinite: what has no value is NULL
   */
  int add(Collection<? extends Record> rows) throws IOException {
    return add(columns(rows.stream()));
  }

  /** The columns of rows that are to be added; may be called beside the writing of others. */
  RowColumns columns(Stream<? extends Record> rows) {
    return RowColumns.of(table, runId, rows);
  }

  /**
   * Adds rows by their {@link #columns}, all behind those that are there.
   *
   * @return in how many row groups they are
   */
  int add(RowColumns columns) throws IOException {
    int[] order = RowOrder.of(columns);
    int groups = 0;
    for (int from = 0; from < order.length; from += ROW_GROUP_ROWS) {
      int to = Math.min(order.length, from + ROW_GROUP_ROWS);
      writer.startBlock(to - from);
      for (int i = 0; i < columns.columns().size(); i++) {
        new ColumnChunk(columns.columns().get(i), schema.getColumns().get(i), order, from, to)
            .write(writer, page);
        file.settle();
      }
      writer.endBlock();
      groups++;
    }
    return groups;
  }

  /**
   * Adds a row group of an earlier version's file, whose rows stand behind those that are there.
   */
  void add(KeptTable kept, int rowGroup) throws IOException {
    kept.append(writer, file, page, rowGroup, runId);
  }

  /** Writes the end of the file. */
  void end() throws IOException {
    writer.end(ParquetSchema.metadata(table.about(), table.columns()));
  }

  /** CRC-32C of the file, once it is closed. */
  long checksum() {
    return file.checksum();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}

package org.quipu.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.stream.IntStream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.statistics.DoubleStatistics;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.MessageType;

/**
 * A table of an earlier version whose row groups go into a file of another run as they are. Only
 * the first column, {@code run_id}, is written anew: the bytes are those of a file written from the
 * rows.
 */
final class KeptTable implements Closeable {
  private final MessageType schema;
  private final ParquetFileReader reader;
  private final SeekableInputStream bytes;

  private KeptTable(MessageType schema, ParquetFileReader reader, SeekableInputStream bytes) {
    this.schema = schema;
    this.reader = reader;
    this.bytes = bytes;
  }

  /**
   * Opens a file of a table.
   *
   * @throws IOException when its columns are not those that the table has today
   */
  static KeptTable open(ResultTable table, HeldFile file) throws IOException {
    MessageType schema = ParquetSchema.schema(table.name(), table.columns());
    ParquetFileReader reader =
        ParquetFileReader.open(
            file, ParquetReadOptions.builder(new PlainParquetConfiguration()).build());
    try {
      if (!reader.getFooter().getFileMetaData().getSchema().equals(schema)) {
        throw new IOException(file + " has other columns than " + table.name() + " has today");
      }
      return new KeptTable(schema, reader, file.newStream());
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  int rowGroups() {
    return reader.getRowGroups().size();
  }

  /** Writes a row group into a file of another run, which lets go of each column. */
  void append(
      ParquetFileWriter writer, StableFile file, PageBuffer page, int rowGroup, String runId)
      throws IOException {
    BlockMetaData group = reader.getRowGroups().get(rowGroup);
    int rows = Math.toIntExact(group.getRowCount());
    writer.startBlock(rows);
    int[] order = IntStream.range(0, rows).toArray();
    TextKeys runIds = TextKeys.same(ResultTable.RUN_ID, runId, rows);
    new ColumnChunk(runIds, schema.getColumns().get(0), order, 0, rows).write(writer, page);
    for (int column = 1; column < schema.getColumns().size(); column++) {
      ColumnChunkMetaData chunk = group.getColumns().get(column);
      if (chunk.getStatistics() instanceof DoubleStatistics numbers
          && numbers.hasNonNullValue()
          && numbers.getMin() == 0) {
        // Readers take a least 0.0 for −0.0, which other writers may mean by it; ours does not.
        numbers.setMinMax(0.0, numbers.getMax());
      }
      writer.appendColumnChunk(
          schema.getColumns().get(column),
          bytes,
          chunk,
          null,
          reader.readColumnIndex(chunk),
          reader.readOffsetIndex(chunk));
      file.settle();
    }
    writer.endBlock();
  }

  @Override
  public void close() throws IOException {
    try (reader) {
      bytes.close();
    }
  }
}

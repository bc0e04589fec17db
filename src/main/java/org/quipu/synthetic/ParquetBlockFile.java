package org.quipu.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.quipu.table.StableFile;

/**
 * A Parquet file whose row groups are encoded and compressed in parallel, each in memory, and then
 * written one behind the other. Parquet's own writer encodes with one thread a file.
 */
final class ParquetBlockFile implements BlockFile {
  private static final long ROW_GROUP_BYTES = 128L << 20;
  private static final int PAGE_BYTES = 1 << 20;

  private final MessageType schema;
  private final List<OutputColumn> columns;
  private final ParquetProperties properties;
  private final StableFile target;
  private final ParquetFileWriter writer;

  ParquetBlockFile(Path file, List<OutputColumn> columns) throws IOException {
    this.columns = columns;
    this.schema =
        new MessageType("synthetic", columns.stream().map(ParquetBlockFile::field).toList());
    this.properties = properties(columns);
    this.target = new StableFile(new LocalOutputFile(file));
    this.writer =
        new ParquetFileWriter(
            target, schema, ParquetFileWriter.Mode.OVERWRITE, ROW_GROUP_BYTES, 0, null, properties);
    writer.start();
  }

  private static Type field(OutputColumn column) {
    return switch (column.type()) {
      case CODE, KEY ->
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(column.name());
      case LONG -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
      case INT -> Types.optional(PrimitiveTypeName.INT32).named(column.name());
    };
  }

  private static ParquetProperties properties(List<OutputColumn> columns) {
    ParquetProperties.Builder builder =
        ParquetProperties.builder()
            .withAllocator(new HeapByteBufferAllocator())
            .withPageSize(PAGE_BYTES)
            .withDictionaryEncoding(true);
    columns.stream()
        .filter(column -> column.type() == OutputColumn.Type.KEY)
        .forEach(column -> builder.withDictionaryEncoding(column.name(), false));
    return builder.build();
  }

  @Override
  public Block newBlock() {
    return new RowGroup();
  }

  @Override
  public void append(Block block) throws IOException {
    RowGroup group = (RowGroup) block;
    writer.startBlock(group.rows);
    group.pages.flushToFileWriter(writer);
    writer.endBlock();
    target.settle();
    group.release();
  }

  @Override
  public void finish() throws IOException {
    writer.end(Map.of());
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private final class RowGroup implements Block {
    private final CompressionCodecFactory codecs =
        new CodecFactory(new PlainParquetConfiguration(), PAGE_BYTES);
    private final ColumnChunkPageWriteStore pages =
        new ColumnChunkPageWriteStore(
            codecs.getCompressor(CompressionCodecName.SNAPPY),
            schema,
            properties.getAllocator(),
            properties.getColumnIndexTruncateLength());
    private final ColumnWriteStore store = properties.newColumnWriteStore(schema, pages);
    private final ColumnWriter[] writers =
        schema.getColumns().stream().map(store::getColumnWriter).toArray(ColumnWriter[]::new);
    private final boolean[] isInt = new boolean[writers.length];
    private long rows;

    RowGroup() {
      for (int i = 0; i < isInt.length; i++) {
        isInt[i] = columns.get(i).type() == OutputColumn.Type.INT;
      }
    }

    @Override
    public void text(int column, Binary value) {
      writers[column].write(value, 0, 1);
    }

    @Override
    public void number(int column, long value) {
      if (isInt[column]) {
        writers[column].write(Math.toIntExact(value), 0, 1);
      } else {
        writers[column].write(value, 0, 1);
      }
    }

    @Override
    public void missing(int column) {
      writers[column].writeNull(0, 0);
    }

    @Override
    public void endRow() {
      store.endRecord();
      rows++;
    }

    @Override
    public void finish() {
      store.flush();
    }

    private void release() {
      store.close();
      pages.close();
      codecs.release();
    }
  }
}

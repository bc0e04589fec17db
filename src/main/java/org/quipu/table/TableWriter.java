package org.quipu.table;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/**
 * Writes a result table as one Parquet file: flat columns, NULL for what is absent, descriptions in
 * the footer. Rows are sorted by all columns in order, NULL first, and the file holds no time and
 * no random id, so that the same rows give the same bytes however they were produced.
 */
public final class TableWriter {

  static final long ROW_GROUP_BYTES = 32L << 20;

  private TableWriter() {}

  /**
   * Writes the rows of a table, none included.
   *
   * @param runId value of the first column, {@code run_id}
   * @param rows records of the table's row class, in any order
   * @throws IllegalArgumentException when a number is NaN or infinite: what has no value is NULL
   */
  public static void write(
      OutputFile file, ResultTable table, String runId, Collection<? extends Record> rows)
      throws IOException {
    try (TableFile written = new TableFile(file, table, runId)) {
      written.add(rows);
      written.end();
    }
  }

  /**
   * Writes the rows of a table that are too many to be held in memory.
   *
   * @param rows records of the table's row class, in the table's order
   * @throws IllegalArgumentException when they are not in order, or a number is NaN or infinite
   */
  public static void writeSorted(
      OutputFile file, ResultTable table, String runId, Iterator<? extends Record> rows)
      throws IOException {
    List<TableColumn> columns = table.columns();
    RowFields fields = RowShape.of(table.row()).fields();
    Object[] before = null;
    try (ParquetWriter<Object[]> writer = new Builder(new StableFile(file), table).build()) {
      while (rows.hasNext()) {
        Object[] row = values(table, columns, fields, runId, rows.next());
        if (before != null && ROW_ORDER.compare(before, row) > 0) {
          throw new IllegalArgumentException(
              "table %s: rows are not in order".formatted(table.name()));
        }
        writer.write(row);
        before = row;
      }
    }
  }

  private static Object[] values(
      ResultTable table, List<TableColumn> columns, RowFields fields, String runId, Record row) {
    if (!table.row().isInstance(row)) {
      throw new IllegalArgumentException(
          "table %s holds %s, not %s".formatted(table.name(), table.row().getSimpleName(), row));
    }
    Object[] value = new Object[columns.size()];
    value[0] = runId;
    fields.flatten(row, value, 1);
    for (int i = 0; i < value.length; i++) {
      value[i] = stored(table, columns.get(i), value[i], row);
    }
    return value;
  }

  /** The value as it is stored: doubles finite and without a negative zero, times in µs. */
  private static Object stored(ResultTable table, TableColumn column, Object value, Record row) {
    if (value instanceof Double number) {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException(
            "table %s, column %s: %s is no value, what is absent is NULL; row: %s"
                .formatted(table.name(), column.name(), number, row));
      }
      return number == 0.0 ? (Object) 0.0 : number;
    }
    return value instanceof Instant time ? (Object) Micros.of(time) : value;
  }

  private static final Comparator<Object[]> ROW_ORDER =
      (left, right) -> {
        for (int i = 0; i < left.length; i++) {
          int order = compare(left[i], right[i]);
          if (order != 0) {
            return order;
          }
        }
        return 0;
      };

  @SuppressWarnings("unchecked") // Both are of the column's class, which is comparable.
  private static int compare(Object left, Object right) {
    if (left == null || right == null) {
      return left == right ? 0 : left == null ? -1 : 1;
    }
    return ((Comparable<Object>) left).compareTo(right);
  }

  private static final class Builder extends ParquetWriter.Builder<Object[], Builder> {
    private final ResultTable table;

    Builder(OutputFile file, ResultTable table) {
      super(file);
      this.table = table;
      withConf(new PlainParquetConfiguration());
      withCompressionCodec(CompressionCodecName.SNAPPY);
      withDictionaryEncoding(true);
      withWriteMode(ParquetFileWriter.Mode.OVERWRITE);
      // What is written of a table before it goes to disk is held in memory.
      withRowGroupSize(ROW_GROUP_BYTES);
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // Abstract in Parquet, though never called with a plain one.
    protected RowWriteSupport getWriteSupport(org.apache.hadoop.conf.Configuration conf) {
      return new RowWriteSupport(table);
    }

    @Override
    protected RowWriteSupport getWriteSupport(
        org.apache.parquet.conf.ParquetConfiguration configuration) {
      return new RowWriteSupport(table);
    }
  }
}

package org.quipu.table;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Hands rows of stored values, one a column, to Parquet. */
final class RowWriteSupport extends WriteSupport<Object[]> {

  private final ResultTable table;
  private final List<TableColumn> columns;
  private RecordConsumer consumer;

  RowWriteSupport(ResultTable table) {
    this.table = table;
    this.columns = table.columns();
  }

  @Override
  @SuppressWarnings(
      "deprecation") // Abstract in Parquet, though never called with a plain configuration.
  public WriteContext init(Configuration configuration) {
    return context();
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return context();
  }

  private WriteContext context() {
    return new WriteContext(
        ParquetSchema.schema(table.name(), columns),
        ParquetSchema.metadata(table.about(), columns));
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    consumer = recordConsumer;
  }

  @Override
  public void write(Object[] row) {
    consumer.startMessage();
    for (int i = 0; i < row.length; i++) {
      if (row[i] != null) {
        String name = columns.get(i).name();
        consumer.startField(name, i);
        add(columns.get(i).type(), row[i]);
        consumer.endField(name, i);
      }
    }
    consumer.endMessage();
  }

  private void add(ColumnType type, Object value) {
    switch (type) {
      case STRING -> consumer.addBinary(Binary.fromString((String) value));
      case BOOLEAN -> consumer.addBoolean((Boolean) value);
      case INT -> consumer.addInteger((Integer) value);
      case LONG, TIMESTAMP -> consumer.addLong((Long) value);
      case DOUBLE -> consumer.addDouble((Double) value);
    }
  }
}

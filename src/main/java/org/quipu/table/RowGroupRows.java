package org.quipu.table;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;

/**
 * The rows of a row group of a flat Parquet file, one by one, as arrays with a value a column. What
 * a filter looks at is decoded first, and the rest only of the rows that it lets through.
 */
final class RowGroupRows {
  private final List<TableColumn> columns;
  private final Cell[] cells;
  private final ColumnReader[] readers;

  /** By column: the definition level of a value; at a lower one there is NULL. */
  private final int[] present;

  private final boolean[] looksAt;

  /** Rows that the columns at which the filter does not look have yet to pass over. */
  private int unwanted;

  private Object[] row;

  /**
   * @param schema of the columns, in their order
   * @param writtenBy what the file says of the program that wrote it
   * @param filter names of the columns that the filter looks at
   */
  RowGroupRows(
      PageReadStore pages,
      MessageType schema,
      String writtenBy,
      List<TableColumn> columns,
      Set<String> filter) {
    this.columns = columns;
    this.cells = new Cell[columns.size()];
    this.row = new Object[cells.length];
    this.readers = new ColumnReader[cells.length];
    this.present = new int[cells.length];
    this.looksAt = new boolean[cells.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = new Cell(i);
    }
    var store = new ColumnReadStoreImpl(pages, new Root(), schema, writtenBy);
    for (int i = 0; i < cells.length; i++) {
      ColumnDescriptor column = schema.getColumns().get(i);
      readers[i] = store.getColumnReader(column);
      present[i] = column.getMaxDefinitionLevel();
      looksAt[i] = filter.contains(columns.get(i).name());
    }
  }

  /**
   * Goes on to the next row, of which there must be one.
   *
   * @param filter sees a row in which only the columns that it looks at have values
   * @return the values; null where the filter does not let the row through
   */
  Object[] next(Predicate<Object[]> filter) {
    for (int i = 0; i < readers.length; i++) {
      if (looksAt[i]) {
        row[i] = null;
        read(i, true);
      }
    }
    if (!filter.test(row)) {
      unwanted++;
      return null;
    }
    for (int i = 0; i < readers.length; i++) {
      if (!looksAt[i]) {
        for (int passed = 0; passed < unwanted; passed++) {
          read(i, false);
        }
        read(i, true);
      }
    }
    unwanted = 0;
    Object[] wanted = row;
    row = new Object[cells.length];
    return wanted;
  }

  private void read(int column, boolean wanted) {
    ColumnReader reader = readers[column];
    if (reader.getCurrentDefinitionLevel() == present[column]) {
      if (wanted) {
        reader.writeCurrentValueToConverter();
      } else {
        reader.skip();
      }
    }
    reader.consume();
  }

  /** The columns as Parquet's readers know them. */
  private final class Root extends GroupConverter {
    @Override
    public Converter getConverter(int field) {
      return cells[field];
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }

  /** One column. A word of the dictionary is decoded once, not once a row. */
  private final class Cell extends PrimitiveConverter {
    private final int at;
    private String[] words;

    Cell(int at) {
      this.at = at;
    }

    @Override
    public boolean hasDictionarySupport() {
      return columns.get(at).type() == ColumnType.STRING;
    }

    @Override
    public void setDictionary(Dictionary dictionary) {
      words = new String[dictionary.getMaxId() + 1];
      for (int id = 0; id < words.length; id++) {
        words[id] = dictionary.decodeToBinary(id).toStringUsingUTF8();
      }
    }

    @Override
    public void addValueFromDictionary(int id) {
      row[at] = words[id];
    }

    @Override
    public void addBinary(Binary value) {
      row[at] = value.toStringUsingUTF8();
    }

    @Override
    public void addBoolean(boolean value) {
      row[at] = value;
    }

    @Override
    public void addDouble(double value) {
      row[at] = value;
    }

    @Override
    public void addInt(int value) {
      row[at] = value;
    }

    @Override
    public void addLong(long value) {
      row[at] =
          columns.get(at).type() == ColumnType.TIMESTAMP ? (Object) Micros.toInstant(value) : value;
    }
  }
}

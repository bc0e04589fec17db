package org.quipu.table;

import java.util.List;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;

/** Gathers the values of one flat Parquet record at a time into an array, one a column. */
final class RowMaterializer extends RecordMaterializer<Object[]> {

  private final List<TableColumn> columns;
  private final Cell[] cells;
  private final GroupConverter root;
  private Object[] row;

  RowMaterializer(List<TableColumn> columns) {
    this.columns = columns;
    this.cells = new Cell[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = new Cell(i);
    }
    this.root =
        new GroupConverter() {
          @Override
          public Converter getConverter(int field) {
            return cells[field];
          }

          @Override
          public void start() {
            row = new Object[cells.length];
          }

          @Override
          public void end() {}
        };
  }

  @Override
  public Object[] getCurrentRecord() {
    return row;
  }

  @Override
  public GroupConverter getRootConverter() {
    return root;
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

package org.quipu.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.internal.column.columnindex.OffsetIndex;
import org.apache.parquet.internal.filter2.columnindex.RowRanges;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;

/**
 * Single rows of a Parquet file without structs as records: row groups that have none of them are
 * not read, and of the others only the pages that do, where the file has an index of its pages.
 */
public final class ParquetRows implements RecordReader {
  /** Values are asked for, not handed over. */
  private static final GroupConverter NO_CONVERTER =
      new GroupConverter() {
        @Override
        public Converter getConverter(int field) {
          return new PrimitiveConverter() {};
        }

        @Override
        public void start() {
          // Never called: no record is put together.
        }

        @Override
        public void end() {
          // Never called either.
        }
      };

  private final ParquetFileReader file;
  private final MessageType schema;
  private final Iterator<Group> left;
  private final TextRecord record = new TextRecord();
  private long[] lines = {};
  private String[][] rows = {};
  private int next;

  /**
   * A row group with rows that are wanted.
   *
   * @param rows places in the row group, ascending
   * @param firstLine of the row group
   */
  private record Group(int number, long[] rows, long firstLine) {

    /**
     * The wanted rows, as if each were a page, and one behind the last: a column that goes on to
     * the last row that it is asked for takes the end of a page before it for its own end.
     */
    RowRanges ranges(ParquetFileReader file) {
      long count = file.getRowGroups().get(number).getRowCount();
      long[] asked = Arrays.copyOf(rows, rows.length + 1);
      asked[rows.length] = count;
      return RowRanges.create(
          count, IntStream.range(0, asked.length).iterator(), new EachRow(asked));
    }
  }

  /** Rows as an index of pages that have one each, which is how ranges are given. */
  private record EachRow(long[] rows) implements OffsetIndex {
    @Override
    public int getPageCount() {
      return rows.length;
    }

    @Override
    public long getFirstRowIndex(int page) {
      return rows[page];
    }

    @Override
    public long getLastRowIndex(int page, long rowGroupRows) {
      return rows[page];
    }

    @Override
    public long getOffset(int page) {
      throw new UnsupportedOperationException("nothing is read by it");
    }

    @Override
    public int getCompressedPageSize(int page) {
      throw new UnsupportedOperationException("nothing is read by it");
    }
  }

  private ParquetRows(ParquetFileReader file, Split split, long[] lines) {
    this.file = file;
    this.schema = file.getFooter().getFileMetaData().getSchema();
    List<Group> groups = new ArrayList<>();
    long line = split.firstLine();
    for (int number = 0; number < file.getRowGroups().size(); number++) {
      BlockMetaData group = file.getRowGroups().get(number);
      if (split.start() <= group.getStartingPos() && group.getStartingPos() < split.end()) {
        long first = line;
        line += group.getRowCount();
        long behind = line;
        long[] rows =
            LongStream.of(lines)
                .filter(wanted -> first <= wanted && wanted < behind)
                .map(wanted -> wanted - first)
                .toArray();
        if (rows.length > 0) {
          groups.add(new Group(number, rows, first));
        }
      }
    }
    this.left = groups.iterator();
  }

  /**
   * Opens the rows of a part of a file that stand on some lines.
   *
   * @param lines ascending
   */
  public static RecordReader at(InputFile file, Split split, long[] lines, Storage storage)
      throws IOException {
    return new ParquetRows(ParquetFiles.open(file, storage), split, lines);
  }

  @Override
  public TextRecord next() throws IOException {
    if (next == rows.length) {
      if (!left.hasNext()) {
        return null;
      }
      read(left.next());
    }
    record.begin(lines[next]);
    for (String text : rows[next++]) {
      record.add(text == null ? "" : text);
    }
    return record;
  }

  private void read(Group group) throws IOException {
    PageReadStore pages =
        hasPageIndex(group)
            ? file.readFilteredRowGroup(group.number, group.ranges(file))
            : file.readRowGroup(group.number);
    ColumnReadStoreImpl columns =
        new ColumnReadStoreImpl(
            pages, NO_CONVERTER, schema, file.getFooter().getFileMetaData().getCreatedBy());
    lines = LongStream.of(group.rows).map(row -> group.firstLine + row).toArray();
    rows = new String[group.rows.length][schema.getColumns().size()];
    next = 0;
    // Where pages were chosen, the columns skip by themselves what was not asked for.
    long[] places =
        pages.getRowIndexes().isPresent() ? LongStream.range(0, rows.length).toArray() : group.rows;
    for (int column = 0; column < schema.getColumns().size(); column++) {
      ColumnDescriptor descriptor = schema.getColumns().get(column);
      read(places, columns.getColumnReader(descriptor), descriptor, column);
    }
  }

  /**
   * @param places of the wanted values among those that the column shows
   */
  private void read(long[] places, ColumnReader values, ColumnDescriptor descriptor, int column) {
    ParquetText text = ParquetText.of(descriptor.getPrimitiveType());
    long place = 0;
    for (int found = 0; found < places.length; found++) {
      for (; place < places[found]; place++) {
        if (isThere(values, descriptor)) {
          values.skip();
        }
        values.consume();
      }
      if (isThere(values, descriptor)) {
        rows[found][column] = text.at(values);
      }
      if (found + 1 < places.length) {
        values.consume();
        place++;
      }
    }
  }

  private static boolean isThere(ColumnReader values, ColumnDescriptor descriptor) {
    return values.getCurrentDefinitionLevel() == descriptor.getMaxDefinitionLevel();
  }

  private boolean hasPageIndex(Group group) {
    return file.getRowGroups().get(group.number).getColumns().stream()
        .allMatch(column -> column.getOffsetIndexReference() != null);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

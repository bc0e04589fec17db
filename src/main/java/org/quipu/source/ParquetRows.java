package org.quipu.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.internal.column.columnindex.OffsetIndex;
import org.apache.parquet.internal.filter2.columnindex.ColumnIndexStore;
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
  private record Group(int number, long[] rows, long firstLine) {}

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
            ? file.readFilteredRowGroup(group.number, pages(group))
            : file.readRowGroup(group.number);
    ColumnReadStoreImpl columns =
        new ColumnReadStoreImpl(
            pages, NO_CONVERTER, schema, file.getFooter().getFileMetaData().getCreatedBy());
    lines = LongStream.of(group.rows).map(row -> group.firstLine + row).toArray();
    rows = new String[group.rows.length][schema.getColumns().size()];
    next = 0;
    for (int column = 0; column < schema.getColumns().size(); column++) {
      ColumnDescriptor descriptor = schema.getColumns().get(column);
      read(group, pages, columns.getColumnReader(descriptor), descriptor, column);
    }
  }

  private void read(
      Group group,
      PageReadStore pages,
      ColumnReader values,
      ColumnDescriptor descriptor,
      int column) {
    ParquetText text = ParquetText.of(descriptor.getPrimitiveType());
    PrimitiveIterator.OfLong read =
        pages.getRowIndexes().orElseGet(() -> LongStream.range(0, pages.getRowCount()).iterator());
    for (int found = 0; found < rows.length; values.consume()) {
      boolean wanted = read.nextLong() == group.rows[found];
      if (values.getCurrentDefinitionLevel() == descriptor.getMaxDefinitionLevel()) {
        if (wanted) {
          rows[found][column] = text.at(values);
        } else {
          values.skip();
        }
      }
      found += wanted ? 1 : 0;
    }
  }

  private boolean hasPageIndex(Group group) {
    return file.getRowGroups().get(group.number).getColumns().stream()
        .allMatch(column -> column.getOffsetIndexReference() != null);
  }

  /** The rows of the pages that have the wanted ones, in the column with the smallest pages. */
  private RowRanges pages(Group group) {
    ColumnIndexStore index = file.getColumnIndexStore(group.number);
    BlockMetaData metadata = file.getRowGroups().get(group.number);
    OffsetIndex pages =
        metadata.getColumns().stream()
            .map(ColumnChunkMetaData::getPath)
            .map(index::getOffsetIndex)
            .max(Comparator.comparingInt(OffsetIndex::getPageCount))
            .orElseThrow();
    long[] firstRows =
        IntStream.range(0, pages.getPageCount()).mapToLong(pages::getFirstRowIndex).toArray();
    return RowRanges.create(
        metadata.getRowCount(),
        LongStream.of(group.rows).mapToInt(row -> page(firstRows, row)).distinct().iterator(),
        pages);
  }

  /** The page of a row: the last one that begins with it or before. */
  private static int page(long[] firstRows, long row) {
    int at = Arrays.binarySearch(firstRows, row);
    return at < 0 ? -at - 2 : at;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

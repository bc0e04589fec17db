package org.quipu.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Reads a table's Parquet file back, without Spark. Only the columns asked for are decoded. */
public final class TableReader implements Closeable {

  private final ParquetFileReader file;
  private final Optional<DamagedTable.Place> place;
  private final List<TableColumn> columns;

  /**
   * Which rows are wanted.
   *
   * @param columns that tell
   * @param test made for rows whose columns have these names, in their order
   */
  private record Rows(Set<String> columns, Function<List<String>, Predicate<Object[]>> test) {
    static Rows of(Filter filter) {
      return new Rows(filter.columns(), names -> values -> filter.matches(new Row(names, values)));
    }
  }

  private TableReader(ParquetFileReader file, Optional<DamagedTable.Place> place) {
    this.file = file;
    this.place = place;
    FileMetaData footer = file.getFooter().getFileMetaData();
    this.columns = ParquetSchema.columns(footer.getSchema(), footer.getKeyValueMetaData());
  }

  /**
   * Opens a file and reads its footer.
   *
   * @throws IllegalArgumentException when the file has columns that no result table can have
   */
  public static TableReader open(InputFile file) throws IOException {
    return open(file, FilterCompat.NOOP, Optional.empty());
  }

  /**
   * The same, of a table that is known by name.
   *
   * @throws DamagedTable when the file is not as it was written; so do reads of its rows
   */
  static TableReader open(InputFile file, DamagedTable.Place place) throws IOException {
    try {
      return open(file, FilterCompat.NOOP, Optional.of(place));
    } catch (IOException | RuntimeException e) {
      throw place.failed(e);
    }
  }

  /**
   * The rows that have a text in a column, as records. Pages that cannot hold it are passed over.
   */
  static <R extends Record> List<R> recordsWhere(
      InputFile file, Class<R> row, String column, String text) throws IOException {
    FilterCompat.Filter pages =
        FilterCompat.get(FilterApi.eq(FilterApi.binaryColumn(column), Binary.fromString(text)));
    Rows rows =
        new Rows(
            Set.of(column),
            names -> {
              int at = names.indexOf(column);
              return values -> text.equals(values[at]);
            });
    try (TableReader reader = open(file, pages, Optional.empty())) {
      return reader.records(row, rows, Long.MAX_VALUE);
    }
  }

  private static TableReader open(
      InputFile file, FilterCompat.Filter pages, Optional<DamagedTable.Place> place)
      throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new Codecs())
            .withRecordFilter(pages)
            .usePageChecksumVerification()
            .build();
    ParquetFileReader reader = ParquetFileReader.open(file, options);
    try {
      return new TableReader(reader, place);
    } catch (RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  /** The columns in order, with their descriptions. */
  public List<TableColumn> columns() {
    return columns;
  }

  /** The names of the columns in order. */
  public List<String> names() {
    return columns.stream().map(TableColumn::name).toList();
  }

  /** The rows of the whole table. */
  public long rows() {
    return file.getRecordCount();
  }

  /**
   * All rows, as the records they were written from, or as records of some of their columns. A
   * reader reads its rows once.
   */
  public <R extends Record> List<R> records(Class<R> row) throws IOException {
    return records(row, Rows.of(Filter.ALL), Long.MAX_VALUE);
  }

  /** The rows of some row groups that follow each other. */
  <R extends Record> List<R> records(Class<R> row, int firstGroup, int groups) throws IOException {
    for (int before = 0; before < firstGroup; before++) {
      file.skipNextRowGroup();
    }
    long rows =
        file.getRowGroups().subList(firstGroup, firstGroup + groups).stream()
            .mapToLong(BlockMetaData::getRowCount)
            .sum();
    return records(row, Rows.of(Filter.ALL), rows);
  }

  private <R extends Record> List<R> records(Class<R> row, Rows wanted, long limit)
      throws IOException {
    RowShape<R> shape = RowShape.of(row);
    List<String> names = shape.columns().stream().map(TableColumn::name).toList();
    names = names.stream().filter(names()::contains).toList();
    Function<Object[], R> maker = shape.from(names);
    List<R> records = new ArrayList<>();
    forEachValues(names, wanted, limit, values -> records.add(maker.apply(values)));
    return records;
  }

  /** All rows. A reader reads its rows once. */
  public List<Row> read() throws IOException {
    return read(names(), Filter.ALL, Long.MAX_VALUE);
  }

  /**
   * The first rows that match, in the order of the file. A reader reads its rows once.
   *
   * @param projection names of the columns wanted, in the order wanted
   * @param filter which rows; it may look at columns that are not wanted
   * @param limit how many rows at most
   * @throws TableException when the table lacks a column, naming the nearest
   */
  public List<Row> read(List<String> projection, Filter filter, long limit) throws IOException {
    List<Row> rows = new ArrayList<>();
    forEach(projection, filter, limit, rows::add);
    return rows;
  }

  /**
   * The same without keeping the rows: hands each to {@code use} in the order of the file.
   *
   * @return how many rows there were
   */
  public long forEach(List<String> projection, Filter filter, long limit, Consumer<Row> use)
      throws IOException {
    List<String> names = List.copyOf(projection);
    return forEachValues(
        names, Rows.of(filter), limit, values -> use.accept(new Row(names, values)));
  }

  private long forEachValues(
      List<String> projection, Rows wanted, long limit, Consumer<Object[]> use) throws IOException {
    List<TableColumn> needed = needed(projection, wanted.columns());
    List<String> neededNames = needed.stream().map(TableColumn::name).toList();
    Predicate<Object[]> test = wanted.test().apply(neededNames);
    int[] places = projection.stream().mapToInt(neededNames::indexOf).toArray();
    MessageType schema = schema(needed);
    file.setRequestedSchema(schema);
    String writtenBy = file.getFooter().getFileMetaData().getCreatedBy();
    long used = 0;
    PageReadStore group;
    while (used < limit && (group = read(file::readNextFilteredRowGroup)) != null) {
      PageReadStore pages = group;
      RowGroupRows rows =
          read(() -> new RowGroupRows(pages, schema, writtenBy, needed, wanted.columns()));
      for (long i = 0; i < pages.getRowCount() && used < limit; i++) {
        Object[] values = read(() -> rows.next(test));
        if (values != null) {
          use.accept(project(values, places));
          used++;
        }
      }
    }
    return used;
  }

  /** A step of reading; what is done with the rows fails as it fails. */
  private interface Step<T> {
    T take() throws IOException;
  }

  private <T> T read(Step<T> step) throws IOException {
    try {
      return step.take();
    } catch (IOException | RuntimeException e) {
      if (place.isPresent()) {
        throw place.get().failed(e);
      }
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static Object[] project(Object[] values, int[] places) {
    Object[] projected = new Object[places.length];
    for (int i = 0; i < places.length; i++) {
      projected[i] = values[places[i]];
    }
    return projected;
  }

  private List<TableColumn> needed(List<String> projection, Set<String> looksAt) {
    Set<String> names = new LinkedHashSet<>(projection);
    names.addAll(looksAt);
    List<TableColumn> needed = new ArrayList<>();
    for (String name : names) {
      needed.add(
          columns.stream()
              .filter(column -> column.name().equals(name))
              .findFirst()
              .orElseThrow(() -> Nearest.unknownColumn(name, names())));
    }
    return needed;
  }

  private MessageType schema(List<TableColumn> needed) {
    MessageType whole = file.getFooter().getFileMetaData().getSchema();
    List<Type> fields = new ArrayList<>();
    for (TableColumn column : needed) {
      fields.add(whole.getType(column.name()));
    }
    return new MessageType(whole.getName(), fields);
  }
}

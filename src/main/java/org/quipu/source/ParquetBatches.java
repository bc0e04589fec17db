package org.quipu.source;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/**
 * Row groups of a flat Parquet file, some thousand rows at a time, by column and without an object
 * a row.
 *
 * <p>Columns are texts, whole numbers and decimals of up to 18 digits; a file with any other column
 * has no batches and is read row by row.
 */
public final class ParquetBatches implements AutoCloseable {
  /** Rows of a batch, at most. */
  public static final int ROWS = 4096;

  private static final int LONG_DIGITS = 18;
  private static final int INT_DIGITS = 9;
  private static final int TEXT = -1;
  private static final int UNKNOWN = -2;

  private final ParquetFileReader file;
  private final InputFile of;
  private final Storage storage;

  /** Numbers of the row groups that are still to be read. */
  private final Iterator<Integer> groups;

  private final int[] scales;

  /** Columns that hold whole numbers of at most 32 bits. */
  private final boolean[] ints;

  /** By place in the file; null of columns that are not read. */
  private final ColumnBatch[] columns;

  private int rowGroup = -1;
  private long leftInRowGroup;
  private int rows;
  private boolean isDamaged;

  private ParquetBatches(
      ParquetFileReader file, InputFile of, Storage storage, Split split, int[] read) {
    List<Type> fields = file.getFooter().getFileMetaData().getSchema().getFields();
    this.file = file;
    this.of = of;
    this.storage = storage;
    this.scales = fields.stream().mapToInt(ParquetBatches::scale).toArray();
    this.ints = new boolean[scales.length];
    this.columns = new ColumnBatch[scales.length];
    for (int column = 0; column < scales.length; column++) {
      ints[column] = scales[column] == 0 && isInt(fields.get(column).asPrimitiveType());
    }
    List<Type> wanted = IntStream.of(read).<Type>mapToObj(fields::get).toList();
    MessageType schema = new MessageType("read", wanted);
    file.setRequestedSchema(schema);
    for (int i = 0; i < read.length; i++) {
      columns[read[i]] = new ColumnBatch(schema.getColumns().get(i));
    }
    List<BlockMetaData> all = file.getRowGroups();
    this.groups =
        IntStream.range(0, all.size())
            .filter(group -> split.start() <= all.get(group).getStartingPos())
            .filter(group -> all.get(group).getStartingPos() < split.end())
            .filter(group -> all.get(group).getRowCount() > 0)
            .boxed()
            .iterator();
  }

  /**
   * Opens some columns of the row groups that start within a part of a file.
   *
   * @param header the file's columns; any other file has no batches
   * @param read places in the header, ascending; nothing may be asked of other columns but their
   *     types
   * @return none where the file has columns that batches do not know
   */
  public static Optional<ParquetBatches> open(
      InputFile file, Split split, Storage storage, List<String> header, int[] read)
      throws IOException {
    ParquetFileReader reader = ParquetFiles.open(file, storage);
    List<Type> fields = reader.getFooter().getFileMetaData().getSchema().getFields();
    if (fields.stream().anyMatch(field -> scale(field) == UNKNOWN)
        || !fields.stream().map(Type::getName).toList().equals(header)) {
      reader.close();
      return Optional.empty();
    }
    return Optional.of(new ParquetBatches(reader, file, storage, split, read));
  }

  /** Digits after the point; {@link #TEXT} or {@link #UNKNOWN}. */
  private static int scale(Type type) {
    if (!type.isPrimitive() || type.isRepetition(Type.Repetition.REPEATED)) {
      return UNKNOWN;
    }
    PrimitiveTypeName physical = type.asPrimitiveType().getPrimitiveTypeName();
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    return switch (physical) {
      case BINARY -> logical instanceof StringLogicalTypeAnnotation ? TEXT : UNKNOWN;
      case INT32 -> scale(logical, Integer.SIZE);
      case INT64 -> scale(logical, Long.SIZE);
      default -> UNKNOWN;
    };
  }

  private static int scale(LogicalTypeAnnotation logical, int bits) {
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return decimal.getPrecision() <= LONG_DIGITS ? decimal.getScale() : UNKNOWN;
    }
    if (logical instanceof IntLogicalTypeAnnotation annotated) {
      // Said of what is so anyway. Narrower integers are rare.
      return annotated.isSigned() && annotated.getBitWidth() == bits ? 0 : UNKNOWN;
    }
    return logical == null ? 0 : UNKNOWN;
  }

  private static boolean isInt(PrimitiveType type) {
    return type.getPrimitiveTypeName() == PrimitiveTypeName.INT32
        || type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal
            && decimal.getPrecision() <= INT_DIGITS;
  }

  /**
   * Goes on to the next rows, which are of one row group; false at the end. Rows that cannot be
   * decoded, with all behind them in their row group, are {@link #isDamaged damaged}.
   *
   * @throws IOException if bytes cannot be had
   */
  public boolean next() throws IOException {
    boolean isNew = leftInRowGroup == 0;
    if (isNew && !groups.hasNext()) {
      return false;
    }
    if (isNew) {
      rowGroup = groups.next();
      leftInRowGroup = file.getRowGroups().get(rowGroup).getRowCount();
    }
    rows = (int) Math.min(ROWS, leftInRowGroup);
    try {
      PageReadStore pages = isNew ? ParquetFiles.pages(file, rowGroup, of, storage) : null;
      decode(pages);
    } catch (DamagedData e) {
      isDamaged = true;
      rows = Math.toIntExact(leftInRowGroup);
      leftInRowGroup = 0;
      return true;
    }
    isDamaged = false;
    leftInRowGroup -= rows;
    return true;
  }

  /**
   * Decodes the rows at hand, all of whose bytes are there.
   *
   * @param pages of a new row group; null where it is the one before
   */
  private void decode(PageReadStore pages) throws DamagedData {
    // The library has unchecked exceptions for pages that do not decode, and codecs have their own.
    try {
      for (ColumnBatch column : columns) {
        if (column != null) {
          if (pages != null) {
            column.begin(pages);
          }
          column.next(rows);
        }
      }
    } catch (RuntimeException | IOException e) {
      throw ParquetFiles.damaged(e);
    }
  }

  /** Whether the rows at hand cannot be decoded; nothing but their number may be asked of them. */
  public boolean isDamaged() {
    return isDamaged;
  }

  /**
   * The row group of the rows at hand, to be read otherwise.
   *
   * @param line of the first row at hand; no row of the row group lies behind those at hand
   */
  public Split damaged(long line) {
    BlockMetaData group = file.getRowGroups().get(rowGroup);
    long before = group.getRowCount() - rows;
    return new Split(group.getStartingPos(), group.getStartingPos() + 1, line - before);
  }

  /** Rows at hand. */
  public int rows() {
    return rows;
  }

  /** Whether a column is among those that are read. */
  public boolean isRead(int column) {
    return columns[column] != null;
  }

  public boolean isText(int column) {
    return scales[column] == TEXT;
  }

  /** Digits after the point of a number column. */
  public int scale(int column) {
    return scales[column];
  }

  /** Whether a column has any NULL among the rows at hand. */
  public boolean hasNull(int column) {
    return columns[column].hasNull();
  }

  public boolean isNull(int column, int row) {
    return columns[column].isNull(row);
  }

  /** A number × 10^scale; of a value that is not NULL. */
  public long unscaled(int column, int row) {
    return columns[column].number(row);
  }

  /** Whether a column holds whole numbers of at most 32 bits. */
  public boolean isInt(int column) {
    return ints[column];
  }

  /**
   * All numbers of a column that {@link #isInt}.
   *
   * @param missing stands for NULL
   */
  public void ints(int column, int[] into, int missing) {
    columns[column].ints(into, rows, missing);
  }

  /** All numbers of a column × 10^scale; what stands where there is NULL says nothing. */
  public void unscaled(int column, long[] into) {
    columns[column].numbers(into, rows);
  }

  /**
   * Copies a text of ASCII characters, without making a String of it.
   *
   * @return its length; −1 where it has other characters, or more than the buffer
   */
  public int ascii(int column, int row, char[] buffer) {
    return columns[column].ascii(row, buffer);
  }

  /** Whether the texts of a column are numbered among the rows at hand. */
  public boolean hasCodes(int column) {
    return columns[column].isCoded();
  }

  /** The row group of the rows at hand: the numbers of texts hold within it. */
  public int rowGroup() {
    return rowGroup;
  }

  /** The dictionary's numbers of all values at hand, −1 for NULL; the next rows overwrite them. */
  public int[] codes(int column) {
    return columns[column].codes();
  }

  /** A text; of a value that is not NULL. */
  public String text(int column, int row) {
    return columns[column].text(row);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

package org.quipu.spark;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapred.FileSplit;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFooterReader;
import org.apache.spark.sql.execution.datasources.parquet.ParquetReadSupport;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.execution.datasources.parquet.VectorizedParquetRecordReader;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Option;

/**
 * Row groups of a flat Parquet file, some thousand rows at a time, by column and without an object
 * a row: Spark's vectorized reader, whose interface is not a promise. This is its only user.
 *
 * <p>Columns are texts, whole numbers and decimals of up to 18 digits; a file with any other column
 * has no batches and is read row by row.
 */
public final class ParquetBatches implements AutoCloseable {
  /** Rows of a batch, at most. */
  public static final int ROWS = 4096;

  private static final int LONG_DIGITS = 18;

  /** Of a code not looked up yet; a number that is the same is looked up each time. */
  private static final long UNKNOWN = Long.MIN_VALUE;

  private final VectorizedParquetRecordReader reader;
  private final int[] scales;
  private final List<BlockMetaData> rowGroups;
  private int rowGroup = -1;
  private long leftInRowGroup;

  /** What the numbers of each column's dictionary stand for, and in which row group. */
  private final long[][] decoded;

  private final int[] decodedIn;
  private final int[] codes = new int[ROWS];
  private ColumnarBatch batch;

  /** Of columns that are read, by their place in the file; null of others. */
  private final WritableColumnVector[] vectors;

  /** The places in the file of the columns that are read. */
  private final int[] read;

  /** Columns whose numbers lie in the vector as ints: decimals do so by their digits. */
  private final boolean[] narrow;

  private ParquetBatches(
      VectorizedParquetRecordReader reader,
      StructType types,
      int[] read,
      List<BlockMetaData> rowGroups) {
    this.reader = reader;
    this.rowGroups = rowGroups;
    this.read = read;
    this.vectors = new WritableColumnVector[types.size()];
    this.decoded = new long[types.size()][];
    this.decodedIn = new int[types.size()];
    this.scales = scales(types);
    this.narrow = new boolean[scales.length];
    for (int column = 0; column < narrow.length; column++) {
      narrow[column] = isNarrow(types.fields()[column].dataType());
    }
  }

  /**
   * Opens some columns of the row groups that start within a range of bytes.
   *
   * @param columns the file's columns as its header has them; any other file has no batches
   * @param read places in the header, ascending; nothing may be asked of other columns but their
   *     types
   * @return none where the file has columns that batches do not know
   */
  public static Optional<ParquetBatches> open(
      Configuration configuration,
      String path,
      long start,
      long end,
      List<String> columns,
      int[] read)
      throws IOException {
    Path file = new Path(path);
    HadoopInputFile input = HadoopInputFile.fromPath(file, configuration);
    ParquetMetadata footer =
        ParquetFooterReader.readFooter(input, ParquetMetadataConverter.range(start, end));
    StructType types = types(footer.getFileMetaData().getSchema());
    if (types == null || !List.of(types.fieldNames()).equals(columns)) {
      return Optional.empty();
    }
    StructType wanted = new StructType();
    for (int column : read) {
      wanted = wanted.add(types.fields()[column]);
    }
    Configuration settings = settings(configuration, wanted);
    VectorizedParquetRecordReader reader = new VectorizedParquetRecordReader(false, ROWS);
    try {
      reader.initialize(
          new FileSplit(file, start, end - start, new String[0]),
          new TaskAttemptContextImpl(settings, new TaskAttemptID()),
          Option.apply(input),
          Option.empty(),
          Option.apply(footer));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("reading " + path + " was interrupted", e);
    }
    // Makes the vectors that the first batch will fill.
    reader.resultBatch();
    reader.enableReturningBatches();
    return Optional.of(new ParquetBatches(reader, types, read, footer.getBlocks()));
  }

  /**
   * Does once what opening the first file does beside reading it: Spark initialises hundreds of
   * settings, which takes 0.15 s, and all tasks wait for that.
   */
  public static void prepare(Configuration configuration) {
    MessageType schema = new MessageType("any", Types.optional(INT32).named("number"));
    StructType types = types(schema);
    ParquetToSparkSchemaConverter converter =
        new ParquetToSparkSchemaConverter(settings(configuration, types));
    if (!converter.convert(schema).equals(types)) {
      throw new IllegalStateException("Spark reads " + schema + " otherwise than as " + types);
    }
  }

  /** What the reader wants to find in its configuration: the defaults of Spark SQL. */
  private static Configuration settings(Configuration configuration, StructType types) {
    Configuration settings = new Configuration(configuration);
    settings.set("parquet.read.support.class", ParquetReadSupport.class.getName());
    settings.set(ParquetReadSupport.SPARK_ROW_REQUESTED_SCHEMA(), types.json());
    settings.setBoolean("spark.sql.caseSensitive", true);
    for (String off :
        List.of(
            "spark.sql.parquet.binaryAsString",
            "spark.sql.parquet.int96AsTimestamp",
            "spark.sql.parquet.inferTimestampNTZ.enabled",
            "spark.sql.parquet.fieldId.read.enabled",
            "spark.sql.parquet.fieldId.read.ignoreMissing",
            "spark.sql.optimizer.nestedSchemaPruning.enabled",
            "spark.sql.legacy.parquet.nanosAsLong")) {
      settings.setBoolean(off, false);
    }
    return settings;
  }

  /** The types of a file's columns; null if there is any that batches do not know. */
  private static StructType types(MessageType schema) {
    StructType types = new StructType();
    for (Type field : schema.getFields()) {
      DataType type = type(field);
      if (type == null) {
        return null;
      }
      types = types.add(field.getName(), type, true);
    }
    return types;
  }

  private static DataType type(Type type) {
    if (!type.isPrimitive() || type.isRepetition(Type.Repetition.REPEATED)) {
      return null;
    }
    PrimitiveType primitive = type.asPrimitiveType();
    LogicalTypeAnnotation logical = primitive.getLogicalTypeAnnotation();
    return switch (primitive.getPrimitiveTypeName()) {
      case BINARY -> logical instanceof StringLogicalTypeAnnotation ? DataTypes.StringType : null;
      case INT32 -> whole(logical, DataTypes.IntegerType);
      case INT64 -> whole(logical, DataTypes.LongType);
      default -> null;
    };
  }

  private static DataType whole(LogicalTypeAnnotation logical, DataType plain) {
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return decimal.getPrecision() <= LONG_DIGITS
          ? DataTypes.createDecimalType(decimal.getPrecision(), decimal.getScale())
          : null;
    }
    if (logical instanceof IntLogicalTypeAnnotation annotated) {
      // Said of what is so anyway. Narrower integers become narrower types in Spark, and are rare.
      int bits = plain == DataTypes.IntegerType ? Integer.SIZE : Long.SIZE;
      return annotated.isSigned() && annotated.getBitWidth() == bits ? plain : null;
    }
    return logical == null ? plain : null;
  }

  /** Digits after the point of each column, −1 for texts. */
  private static int[] scales(StructType types) {
    return Arrays.stream(types.fields())
        .mapToInt(
            field ->
                field.dataType() instanceof DecimalType decimal
                    ? decimal.scale()
                    : field.dataType() == DataTypes.StringType ? -1 : 0)
        .toArray();
  }

  /** Goes on to the next rows; false at the end. */
  public boolean next() throws IOException {
    if (!reader.nextBatch()) {
      return false;
    }
    batch = reader.resultBatch();
    // A batch never spans row groups.
    while (leftInRowGroup == 0) {
      rowGroup++;
      leftInRowGroup = rowGroups.get(rowGroup).getRowCount();
    }
    leftInRowGroup -= batch.numRows();
    for (int i = 0; i < read.length; i++) {
      vectors[read[i]] = (WritableColumnVector) batch.column(i);
    }
    return true;
  }

  private static boolean isNarrow(DataType type) {
    return type == DataTypes.IntegerType
        || (type instanceof DecimalType decimal && decimal.precision() <= Decimal.MAX_INT_DIGITS());
  }

  /** Rows at hand. */
  public int rows() {
    return batch.numRows();
  }

  /** Whether a column is among those that are read. */
  public boolean isRead(int column) {
    return vectors[column] != null;
  }

  public boolean isText(int column) {
    return scales[column] < 0;
  }

  /** Digits after the point of a number column. */
  public int scale(int column) {
    return scales[column];
  }

  /** Whether a column has any NULL among the rows at hand. */
  public boolean hasNull(int column) {
    return vectors[column].hasNull();
  }

  public boolean isNull(int column, int row) {
    return vectors[column].isNullAt(row);
  }

  /** A number × 10^scale; of a value that is not NULL. */
  public long unscaled(int column, int row) {
    return narrow[column] ? vectors[column].getInt(row) : vectors[column].getLong(row);
  }

  /** Whether a column holds whole numbers of at most 32 bits. */
  public boolean isInt(int column) {
    return scales[column] == 0 && narrow[column];
  }

  /**
   * All numbers of a column that {@link #isInt}.
   *
   * @param missing stands for NULL
   */
  public void ints(int column, int[] into, int missing) {
    WritableColumnVector vector = vectors[column];
    int rows = batch.numRows();
    if (vector.hasDictionary()) {
      int[] codes = codes(column);
      long[] numbers = numbers(column);
      for (int row = 0; row < rows; row++) {
        int code = codes[row];
        if (code < 0) {
          into[row] = missing;
          continue;
        }
        if (code >= numbers.length || numbers[code] == UNKNOWN) {
          numbers = learn(column, code, row);
        }
        into[row] = (int) numbers[code];
      }
      return;
    }
    for (int row = 0; row < rows; row++) {
      into[row] = vector.getInt(row);
    }
    if (vector.hasNull()) {
      for (int row = 0; row < rows; row++) {
        if (vector.isNullAt(row)) {
          into[row] = missing;
        }
      }
    }
  }

  /** All numbers of a column × 10^scale; what stands where there is NULL says nothing. */
  public void unscaled(int column, long[] into) {
    WritableColumnVector vector = vectors[column];
    int rows = batch.numRows();
    if (vector.hasDictionary()) {
      int[] codes = codes(column);
      long[] numbers = numbers(column);
      for (int row = 0; row < rows; row++) {
        int code = codes[row];
        if (code < 0) {
          into[row] = 0;
          continue;
        }
        if (code >= numbers.length || numbers[code] == UNKNOWN) {
          numbers = learn(column, code, row);
        }
        into[row] = numbers[code];
      }
    } else if (narrow[column]) {
      for (int row = 0; row < rows; row++) {
        into[row] = vector.getInt(row);
      }
    } else {
      for (int row = 0; row < rows; row++) {
        into[row] = vector.getLong(row);
      }
    }
  }

  /** What codes of the row group stand for, as far as they were looked up. */
  private long[] numbers(int column) {
    if (decoded[column] == null || decodedIn[column] != rowGroup) {
      decoded[column] = new long[0];
      decodedIn[column] = rowGroup;
    }
    return decoded[column];
  }

  /** Looks up what a code stands for that a row has: once a row group. */
  private long[] learn(int column, int code, int row) {
    long[] numbers = decoded[column];
    if (code >= numbers.length) {
      int before = numbers.length;
      numbers = Arrays.copyOf(numbers, Math.max(code + 1, before * 2));
      Arrays.fill(numbers, before, numbers.length, UNKNOWN);
      decoded[column] = numbers;
    }
    numbers[code] = narrow[column] ? vectors[column].getInt(row) : vectors[column].getLong(row);
    return numbers;
  }

  /**
   * Copies a text of ASCII characters, without making a String of it.
   *
   * @return its length; −1 where it has other characters, or more than the buffer
   */
  public int ascii(int column, int row, char[] buffer) {
    UTF8String text = vectors[column].getUTF8String(row);
    int length = text.numBytes();
    if (length > buffer.length) {
      return -1;
    }
    for (int i = 0; i < length; i++) {
      byte next = text.getByte(i);
      if (next < 0) {
        return -1;
      }
      buffer[i] = (char) next;
    }
    return length;
  }

  /** Whether the texts of a column are numbered among the rows at hand. */
  public boolean hasCodes(int column) {
    return vectors[column].hasDictionary();
  }

  /** The row group of the rows at hand: the numbers of texts hold within it. */
  public int rowGroup() {
    return rowGroup;
  }

  /** The dictionary's numbers of all values at hand, −1 for NULL; the next call overwrites them. */
  public int[] codes(int column) {
    WritableColumnVector vector = vectors[column];
    WritableColumnVector ids = vector.getDictionaryIds();
    int rows = batch.numRows();
    for (int row = 0; row < rows; row++) {
      codes[row] = ids.getDictId(row);
    }
    if (vector.hasNull()) {
      for (int row = 0; row < rows; row++) {
        if (vector.isNullAt(row)) {
          codes[row] = -1;
        }
      }
    }
    return codes;
  }

  /** A text; of a value that is not NULL. */
  public String text(int column, int row) {
    return vectors[column].getUTF8String(row).toString();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}

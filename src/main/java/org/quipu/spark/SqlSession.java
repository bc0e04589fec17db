package org.quipu.spark;

import java.io.Closeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.quipu.config.ConfigException;
import org.quipu.config.SparkConfig;

/** Asks Parquet files in Spark's SQL. Each is a view; nothing is written. */
public final class SqlSession implements Closeable {
  private static final Pattern READS =
      Pattern.compile(
          "\\s*\\(*\\s*(select|with|from|values|describe|desc|show|explain)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Texts, quoted names and comments, in which words mean nothing. */
  private static final Pattern QUOTED =
      Pattern.compile(
          "'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`|--[^\\n]*|(?s:/\\*.*?\\*/)");

  /** WITH and FROM may lead to these. */
  private static final Pattern WRITES =
      Pattern.compile("\\b(insert|update|delete|merge)\\b", Pattern.CASE_INSENSITIVE);

  private static final String PARTITIONS = "spark.sql.shuffle.partitions";

  private final SparkSession spark;

  private SqlSession(SparkSession spark) {
    this.spark = spark;
  }

  /** Opens a session on the configured master, the only one in this process. */
  public static SqlSession open(SparkConfig config) {
    JavaSparkContext context = Sessions.open(config, "Quipu sql");
    if (!context.getConf().contains(PARTITIONS)) {
      // By default two hundred, of tables that a core or two read in no time.
      context.sc().conf().set(PARTITIONS, Integer.toString(context.defaultParallelism()));
    }
    return new SqlSession(
        SparkSession.builder()
            // Views of files need no catalog of their own, nor a folder for one.
            .config("spark.sql.catalogImplementation", "in-memory")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.datetime.java8API.enabled", true)
            .getOrCreate());
  }

  /**
   * Refuses what does not read, before any session is opened.
   *
   * @throws ConfigException if the query does not begin as one that reads, or writes further on
   */
  public static void check(String query) {
    String bare = QUOTED.matcher(query).replaceAll(" ");
    if (!READS.matcher(bare).matches() || WRITES.matcher(bare).find()) {
      throw new ConfigException(
          "query",
          "A query begins with SELECT, WITH, FROM, VALUES, DESCRIBE, SHOW or EXPLAIN, and has no INSERT,"
              + " UPDATE, DELETE or MERGE: tables are only read. A column of such a name goes between backquotes",
          "Una consulta empieza con SELECT, WITH, FROM, VALUES, DESCRIBE, SHOW o EXPLAIN, y no tiene INSERT,"
              + " UPDATE, DELETE ni MERGE: las tablas solo se leen. Una columna de tal nombre va entre acentos graves");
    }
  }

  /**
   * Makes a file a view of a name.
   *
   * @param path with its scheme, as Spark takes others to lie on the cluster's default file system
   */
  public void view(String name, String path) {
    spark.read().parquet(path).createOrReplaceTempView(name);
  }

  /**
   * What a query says.
   *
   * @param names of the columns
   * @param types of the columns: String, Boolean, Integer, Long, Double, BigDecimal or Instant;
   *     whatever else there is comes as a text
   */
  public record Answer(List<String> names, List<Class<?>> types, Iterator<Object[]> rows) {
    /** Hands over at most so many rows, and says how many there were. */
    public long forEach(long most, Consumer<Object[]> use) {
      long count = 0;
      for (; count < most && rows.hasNext(); count++) {
        use.accept(rows.next());
      }
      return count;
    }
  }

  /**
   * Asks.
   *
   * @param query one that {@link #check} lets pass
   * @throws ConfigException with Spark's own words where it does not understand the query
   */
  public Answer ask(String query) {
    try {
      Dataset<Row> answer = spark.sql(query);
      List<StructField> fields = Arrays.asList(answer.schema().fields());
      Iterator<Row> rows = answer.toLocalIterator();
      List<Class<?>> types = fields.stream().<Class<?>>map(SqlSession::type).toList();
      return new Answer(
          fields.stream().map(StructField::name).toList(),
          types,
          new Iterator<>() {
            @Override
            public boolean hasNext() {
              return rows.hasNext();
            }

            @Override
            public Object[] next() {
              return values(rows.next(), types);
            }
          });
    } catch (Exception e) {
      // Spark declares none, and throws a checked one at what it does not understand.
      if (e instanceof AnalysisException problem) {
        String words = problem.getSimpleMessage().strip();
        throw new ConfigException(
            "query",
            "Spark SQL does not understand the query. " + words,
            "Spark SQL no entiende la consulta. " + words);
      }
      throw e;
    }
  }

  private static Object[] values(Row row, List<Class<?>> types) {
    Object[] values = new Object[types.size()];
    for (int i = 0; i < values.length; i++) {
      Object value = row.get(i);
      values[i] = value == null || types.get(i) != String.class ? value : value.toString();
    }
    return values;
  }

  private static Class<?> type(StructField field) {
    DataType type = field.dataType();
    if (type.equals(DataTypes.BooleanType)) {
      return Boolean.class;
    }
    if (type.equals(DataTypes.IntegerType)) {
      return Integer.class;
    }
    if (type.equals(DataTypes.LongType)) {
      return Long.class;
    }
    if (type.equals(DataTypes.DoubleType)) {
      return Double.class;
    }
    if (type.equals(DataTypes.TimestampType)) {
      return Instant.class;
    }
    return type instanceof DecimalType ? BigDecimal.class : String.class;
  }

  @Override
  public void close() {
    spark.stop();
  }
}

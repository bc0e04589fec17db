package org.quipu.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/** The columns of a table as a Parquet schema and as footer metadata, and back. */
final class ParquetSchema {

  /** Where Spark looks for its own schema, and in it for the comment of each column. */
  static final String SPARK_SCHEMA = "org.apache.spark.sql.parquet.row.metadata";

  private static final String TABLE = "quipu.table.";
  private static final String COLUMN = "quipu.column.";

  private ParquetSchema() {}

  static MessageType schema(String table, List<TableColumn> columns) {
    return new MessageType(table, columns.stream().map(ParquetSchema::field).toList());
  }

  /** What the footer says of a table and its columns, for Spark and for any other reader. */
  static Map<String, String> metadata(Text about, List<TableColumn> columns) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(SPARK_SCHEMA, sparkSchema(columns));
    metadata.put(TABLE + "en", about.en());
    metadata.put(TABLE + "es", about.es());
    for (TableColumn column : columns) {
      metadata.put(COLUMN + column.name() + ".en", column.about().en());
      metadata.put(COLUMN + column.name() + ".es", column.about().es());
    }
    return metadata;
  }

  /**
   * The columns of a file.
   *
   * @throws IllegalArgumentException when a column is nested or of a type that no table has
   */
  static List<TableColumn> columns(MessageType schema, Map<String, String> metadata) {
    List<TableColumn> columns = new ArrayList<>();
    for (Type field : schema.getFields()) {
      String name = field.getName();
      Text about =
          new Text(
              metadata.getOrDefault(COLUMN + name + ".en", ""),
              metadata.getOrDefault(COLUMN + name + ".es", ""));
      columns.add(
          new TableColumn(name, type(field), !field.isRepetition(Repetition.REQUIRED), about));
    }
    return List.copyOf(columns);
  }

  private static Type field(TableColumn column) {
    Repetition repetition = column.nullable() ? Repetition.OPTIONAL : Repetition.REQUIRED;
    return switch (column.type()) {
      case STRING ->
          Types.primitive(PrimitiveTypeName.BINARY, repetition)
              .as(LogicalTypeAnnotation.stringType())
              .named(column.name());
      case BOOLEAN -> Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(column.name());
      case INT -> Types.primitive(PrimitiveTypeName.INT32, repetition).named(column.name());
      case LONG -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(column.name());
      case DOUBLE -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(column.name());
      case TIMESTAMP ->
          Types.primitive(PrimitiveTypeName.INT64, repetition)
              .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
              .named(column.name());
    };
  }

  private static ColumnType type(Type field) {
    if (!field.isPrimitive() || field.isRepetition(Repetition.REPEATED)) {
      throw new IllegalArgumentException("column " + field.getName() + " is nested");
    }
    LogicalTypeAnnotation logical = field.getLogicalTypeAnnotation();
    PrimitiveTypeName primitive = field.asPrimitiveType().getPrimitiveTypeName();
    if (primitive == PrimitiveTypeName.INT64
        && LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS).equals(logical)) {
      return ColumnType.TIMESTAMP;
    } else if (primitive == PrimitiveTypeName.BINARY
        && LogicalTypeAnnotation.stringType().equals(logical)) {
      return ColumnType.STRING;
    } else if (logical == null) {
      switch (primitive) {
        case BOOLEAN:
          return ColumnType.BOOLEAN;
        case INT32:
          return ColumnType.INT;
        case INT64:
          return ColumnType.LONG;
        case DOUBLE:
          return ColumnType.DOUBLE;
        default:
          break;
      }
    }
    throw new IllegalArgumentException(
        "column %s is a %s %s; result tables have text, booleans, 32 and 64 bit integers, doubles"
                .formatted(field.getName(), primitive, logical == null ? "" : logical)
            + " and UTC timestamps in microseconds");
  }

  private static String sparkSchema(List<TableColumn> columns) {
    List<String> fields = new ArrayList<>();
    for (TableColumn column : columns) {
      fields.add(
          "{\"name\":%s,\"type\":\"%s\",\"nullable\":%s,\"metadata\":{\"comment\":%s}}"
              .formatted(
                  Json.quote(column.name()),
                  sparkType(column.type()),
                  column.nullable(),
                  Json.quote(column.about().en())));
    }
    return "{\"type\":\"struct\",\"fields\":[" + String.join(",", fields) + "]}";
  }

  private static String sparkType(ColumnType type) {
    return switch (type) {
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case INT -> "integer";
      case LONG -> "long";
      case DOUBLE -> "double";
      case TIMESTAMP -> "timestamp";
    };
  }
}

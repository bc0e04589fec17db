package org.quipu.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.Float16LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * How the values of a column read as text (Parquet format, LogicalTypes): decimals exactly with
 * their scale, dates and times in ISO 8601, instants in UTC.
 */
record ParquetText(PrimitiveTypeName physical, LogicalTypeAnnotation logical) {
  private static final long NANOS_A_SECOND = 1_000_000_000L;
  private static final long SECONDS_A_DAY = 86_400L;

  /** The Julian day of 1 January 1970, from which INT96 counts. */
  private static final long JULIAN_EPOCH = 2_440_588L;

  static ParquetText of(PrimitiveType type) {
    return new ParquetText(type.getPrimitiveTypeName(), type.getLogicalTypeAnnotation());
  }

  String ofWord(Dictionary dictionary, int id) {
    return switch (physical) {
      case INT32 -> of(dictionary.decodeToInt(id));
      case INT64 -> of(dictionary.decodeToLong(id));
      case FLOAT -> NumberText.of(dictionary.decodeToFloat(id));
      case DOUBLE -> NumberText.of(dictionary.decodeToDouble(id));
      case BOOLEAN -> dictionary.decodeToBoolean(id) ? "1" : "0";
      case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> of(dictionary.decodeToBinary(id));
    };
  }

  /** The value at which a reader stands; it is not NULL. */
  String at(ColumnReader values) {
    return switch (physical) {
      case INT32 -> of(values.getInteger());
      case INT64 -> of(values.getLong());
      case FLOAT -> NumberText.of(values.getFloat());
      case DOUBLE -> NumberText.of(values.getDouble());
      case BOOLEAN -> values.getBoolean() ? "1" : "0";
      case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> of(values.getBinary());
    };
  }

  String of(int value) {
    if (logical instanceof DateLogicalTypeAnnotation) {
      return LocalDate.ofEpochDay(value).toString();
    }
    if (logical instanceof IntLogicalTypeAnnotation integer && !integer.isSigned()) {
      return Integer.toUnsignedString(value);
    }
    return of((long) value);
  }

  String of(long value) {
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return BigDecimal.valueOf(value, decimal.getScale()).toPlainString();
    }
    if (logical instanceof TimestampLogicalTypeAnnotation timestamp) {
      return instant(value, perSecond(timestamp.getUnit()));
    }
    if (logical instanceof TimeLogicalTypeAnnotation time) {
      return LocalTime.ofNanoOfDay(value * (NANOS_A_SECOND / perSecond(time.getUnit()))).toString();
    }
    if (logical instanceof IntLogicalTypeAnnotation integer && !integer.isSigned()) {
      return Long.toUnsignedString(value);
    }
    return Long.toString(value);
  }

  String of(Binary value) {
    if (physical == PrimitiveTypeName.INT96) {
      ByteBuffer bytes = ByteBuffer.wrap(value.getBytes()).order(ByteOrder.LITTLE_ENDIAN);
      long nanos = bytes.getLong();
      return time((bytes.getInt() - JULIAN_EPOCH) * SECONDS_A_DAY, nanos);
    }
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return new BigDecimal(new BigInteger(value.getBytes()), decimal.getScale()).toPlainString();
    }
    if (logical instanceof Float16LogicalTypeAnnotation) {
      return NumberText.ofHalf(value.get2BytesLittleEndian());
    }
    if (logical instanceof UUIDLogicalTypeAnnotation) {
      return HexFormat.of().formatHex(value.getBytes());
    }
    return value.toStringUsingUTF8();
  }

  private static long perSecond(TimeUnit unit) {
    return switch (unit) {
      case MILLIS -> 1_000L;
      case MICROS -> 1_000_000L;
      case NANOS -> NANOS_A_SECOND;
    };
  }

  private static String instant(long value, long perSecond) {
    long nanos = Math.floorMod(value, perSecond) * (NANOS_A_SECOND / perSecond);
    return time(Math.floorDiv(value, perSecond), nanos);
  }

  private static String time(long seconds, long nanos) {
    return Instant.ofEpochSecond(seconds, nanos)
        .atOffset(ZoneOffset.UTC)
        .toLocalDateTime()
        .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
  }
}

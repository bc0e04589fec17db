package org.quipu.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Rows of any table, with every type at its edges and NULL wherever it may stand. */
final class SampleRows {

  private static final List<String> TEXTS =
      List.of("", " ", "D01", "Huánuco", "it's; \"quoted\", and\nbroken", "red 🏥", "null", "0101");
  private static final List<Double> DOUBLES =
      List.of(0.0, 65.39, -1e-300, Double.MAX_VALUE, Double.MIN_VALUE, 1 / 3.0, -12.5);
  private static final List<Long> LONGS = List.of(0L, 1L, -7L, Long.MAX_VALUE, Long.MIN_VALUE);

  private SampleRows() {}

  static <R extends Record> List<R> of(Class<R> row, int count, long seed) {
    Random random = new Random(seed);
    RowShape<R> shape = RowShape.of(row);
    List<R> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, Object> values = new HashMap<>();
      for (TableColumn column : shape.columns()) {
        boolean absent = column.nullable() && random.nextInt(4) == 0;
        values.put(column.name(), absent ? null : value(column.type(), random));
      }
      rows.add(RowOf.whole(row, values));
    }
    return rows;
  }

  private static Object value(ColumnType type, Random random) {
    return switch (type) {
      case STRING -> TEXTS.get(random.nextInt(TEXTS.size()));
      case BOOLEAN -> random.nextBoolean();
      case INT -> random.nextInt();
      case LONG -> LONGS.get(random.nextInt(LONGS.size()));
      case DOUBLE -> DOUBLES.get(random.nextInt(DOUBLES.size()));
      case TIMESTAMP -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1_000L);
    };
  }
}

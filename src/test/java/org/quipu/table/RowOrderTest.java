package org.quipu.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.table.row.FrequencyRow;

/** Few rows and many are sorted in different ways, to the same order. */
class RowOrderTest {
  private static final Comparator<FrequencyRow> BY_ALL_COLUMNS =
      Comparator.comparing(FrequencyRow::study)
          .thenComparing(FrequencyRow::cleaning)
          .thenComparing(FrequencyRow::level)
          .thenComparing(FrequencyRow::unitId, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(FrequencyRow::variable)
          .thenComparing(FrequencyRow::kind)
          .thenComparing(FrequencyRow::value)
          .thenComparing(FrequencyRow::count)
          .thenComparing(FrequencyRow::percent);

  private static List<FrequencyRow> rows(int count) {
    Random random = new Random(count);
    List<FrequencyRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int unit = random.nextInt(900);
      rows.add(
          new FrequencyRow(
              "staff-governance",
              random.nextBoolean() ? "raw" : "clean",
              "facility",
              unit == 0 ? null : "F" + unit,
              "i" + random.nextInt(30),
              "item",
              (random.nextInt(9) - 4) / 2.0,
              random.nextInt(1000) == 0 ? Long.MIN_VALUE + random.nextInt(2) : random.nextInt(9),
              random.nextInt(3)));
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 1000, 40_000})
  void ordersRowsByAllColumnsNullFirst(int count) {
    List<FrequencyRow> rows = rows(count);

    int[] order = RowOrder.of(RowColumns.of(Tables.of(FrequencyRow.class), "r1", rows.stream()));

    assertThat(order).doesNotHaveDuplicates().hasSize(count);
    List<FrequencyRow> ordered = new ArrayList<>();
    for (int row : order) {
      ordered.add(rows.get(row));
    }
    assertThat(ordered.equals(rows.stream().sorted(BY_ALL_COLUMNS).toList())).isTrue();
  }
}

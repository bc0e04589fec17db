package org.quipu.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.table.row.PracticeScoreRow;

/** Rows become columns as they come, however many there will be. */
class RowColumnsTest {
  private static final ResultTable TABLE = Tables.of(PracticeScoreRow.class);

  private static PracticeScoreRow row(int i) {
    return new PracticeScoreRow(
        i % 7 == 3 ? null : "D" + i % 300, "all", i, -i, i % 5 == 0 ? null : i / 4.0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 256, 257, 1023, 1024, 1025, 5000})
  void aColumnHasEveryRowsValue(int rows) {
    RowColumns columns =
        RowColumns.of(TABLE, "r1", IntStream.range(0, rows).mapToObj(RowColumnsTest::row));
    assertThat(columns.rows()).isEqualTo(rows);
    assertThat(columns.columns()).allMatch(column -> column.rows() == rows);
    TextKeys diresas = (TextKeys) columns.columns().get(1);
    ColumnKeys used = columns.columns().get(3);
    ColumnKeys percent = columns.columns().get(5);
    for (int i = 0; i < rows; i++) {
      PracticeScoreRow row = row(i);
      assertThat(diresas.isAbsent(i)).isEqualTo(row.diresaId() == null);
      if (row.diresaId() != null) {
        assertThat(diresas.texts()[(int) diresas.key(i)]).isEqualTo(row.diresaId());
      }
      assertThat(used.key(i)).isEqualTo(i);
      assertThat(percent.isAbsent(i)).isEqualTo(row.percent() == null);
      if (row.percent() != null) {
        assertThat(percent.key(i)).isEqualTo(NumberKeys.key(row.percent()));
      }
    }
  }

  @Test
  void aTextThatIsAbsentAtFirstIsNullAndNotTheFirstText() {
    RowColumns columns =
        RowColumns.of(
            TABLE,
            "r1",
            Stream.of(
                new PracticeScoreRow(null, "all", 1, 2, 50.0),
                new PracticeScoreRow("A", "all", 1, 2, 50.0)));
    ColumnKeys diresas = columns.columns().get(1);
    assertThat(List.of(diresas.isAbsent(0), diresas.isAbsent(1))).containsExactly(true, false);
    assertThat(diresas.hasAbsent()).isTrue();
  }

  @Test
  void rowsAreTakenWhileTheyAreMade() {
    List<Integer> made = new ArrayList<>();
    List<Integer> shown = new ArrayList<>();
    RowTile.each(
        TABLE,
        IntStream.range(0, 3000).peek(made::add).mapToObj(RowColumnsTest::row),
        tile -> {
          assertThat(made).hasSize(shown.size() + tile.size());
          for (int i = 0; i < tile.size(); i++) {
            shown.add(shown.size());
          }
        });
    assertThat(shown).hasSize(3000);
  }

  @Test
  void aRowOfAnotherTableIsRefused() {
    assertThatThrownBy(() -> RowColumns.of(TABLE, "r1", Stream.of(new Other(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("practice_score holds PracticeScoreRow");
  }

  private record Other(int number) {}
}

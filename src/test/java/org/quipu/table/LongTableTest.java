package org.quipu.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.table.row.PracticeScoreRow;

/** A table of several pages and row groups, in columns of few values, of many, and of gaps. */
class LongTableTest {
  private static final int ROWS = 530_000;

  private static List<PracticeScoreRow> rows() {
    List<PracticeScoreRow> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(
          new PracticeScoreRow("D%05d".formatted(i / 100), "F" + i % 50, i, i % 5, percent(i)));
    }
    return rows;
  }

  private static Double percent(int i) {
    return i % 3 == 0 ? null : (Double) Math.sqrt(i);
  }

  @Test
  void isReadBackWholeAndInOrder(@TempDir Path folder) throws Exception {
    List<PracticeScoreRow> rows = rows();
    Collections.shuffle(rows, new Random(1));
    Path file = folder.resolve("practice_score.parquet");
    TableWriter.write(new LocalOutputFile(file), Tables.of(PracticeScoreRow.class), "r1", rows);

    List<Row> read = new ArrayList<>();
    try (TableReader reader = TableReader.open(new LocalInputFile(file))) {
      assertThat(reader.rows()).isEqualTo(ROWS);
      reader.forEach(
          List.of("diresa_id", "function", "good_used", "percent"),
          Filter.ALL,
          Long.MAX_VALUE,
          read::add);
    }

    boolean[] seen = new boolean[ROWS];
    String before = "";
    for (Row row : read) {
      int i = (int) (long) (Long) row.value("good_used");
      assertThat(seen[i]).as("row %d comes once", i).isFalse();
      seen[i] = true;
      String key = row.text("diresa_id") + "/" + row.text("function");
      String expected = "D%05d".formatted(i / 100) + "/F" + i % 50;
      if (!key.equals(expected) || before.compareTo(key) > 0) {
        assertThat(key).as("row %d after %s", i, before).isEqualTo(expected);
        assertThat(before.compareTo(key)).isNotPositive();
      }
      Double percent = percent(i);
      if (percent == null ? row.value("percent") != null : !percent.equals(row.value("percent"))) {
        assertThat(row.value("percent")).as("row %d", i).isEqualTo(percent);
      }
      before = key;
    }
  }
}

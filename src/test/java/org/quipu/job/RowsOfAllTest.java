package org.quipu.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quipu.summary.RowWatcher;

/** Two sources read at once are one count of rows, whose total is known when both are. */
class RowsOfAllTest {
  private final List<String> told = new ArrayList<>();

  private final Progress progress =
      new Progress() {
        @Override
        public void stage(String en, String es) {}

        @Override
        public void rows(long done, long totalOrMinus1) {
          told.add(done + " of " + totalOrMinus1);
        }

        @Override
        public void done() {}
      };

  @Test
  void rowsOfBothAreAdded() {
    RowsOfAll rows = new RowsOfAll(2, progress);
    RowWatcher first = rows.ofNext();
    RowWatcher second = rows.ofNext();
    first.rows(10, 100);
    second.rows(5, 50);
    first.rows(60, 100);
    second.rows(6, -1);
    assertThat(told).containsExactly("10 of -1", "15 of 150", "65 of 150", "66 of -1");
  }
}

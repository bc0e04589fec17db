package org.quipu.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The routines that make rows obey totals and moments. */
class ConstraintTest {

  @Test
  void marksKeepRowAndColumnTotals() {
    int[] rows = {3, 1, 2};
    int[] columns = {2, 0, 3, 1};

    boolean[][] table = Marks.withTotals(rows, columns, new Random(1));

    for (int r = 0; r < rows.length; r++) {
      boolean[] row = table[r];
      assertThat(IntStream.range(0, columns.length).filter(c -> row[c]).count()).isEqualTo(rows[r]);
    }
    for (int c = 0; c < columns.length; c++) {
      int column = c;
      assertThat(Arrays.stream(table).filter(row -> row[column]).count()).isEqualTo(columns[c]);
    }
  }

  @Test
  void marksThatCannotBeAreRefused() {
    assertThatThrownBy(() -> Marks.withTotals(new int[] {2, 0}, new int[] {1}, new Random(1)))
        .hasMessage("no table has these row and column totals");
  }

  @Test
  void oneOutlierCannotGiveThePublishedSpread() {
    double[] others = new double[499];
    Arrays.fill(others, 2.5);

    assertThatThrownBy(() -> ExtremeScores.fit(others, 2, 5.56, 19.60, 136.08))
        .hasMessageStartingWith("2 scores cannot carry mean 5.56, SD 19.6 and maximum 136.08");
  }

  @Test
  void sharesAddUpByLargestRemainder() {
    assertThat(Split.byWeight(10, new double[] {1, 1, 1})).containsExactly(4, 3, 3);
    assertThat(Split.byWeight(7, new double[] {1, 0, 2.5})).containsExactly(2, 0, 5);
    assertThat(Split.evenly(11, 4)).containsExactly(3, 3, 3, 2);
  }
}

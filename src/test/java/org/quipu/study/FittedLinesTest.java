package org.quipu.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quipu.table.row.FittedLineRow;
import org.quipu.table.row.GroupAssignmentRow;
import org.quipu.table.row.PracticeScoreRow;

class FittedLinesTest {

  @Test
  void oneDiresaTurnsTheLeastSquaresLineOnly() {
    // y = 10 + 2 x, but for the last.
    List<FittedLineRow> lines =
        FittedLines.of(
            List.of(score("A", 0), score("B", 10), score("C", 20), score("D", 30), score("E", 40)),
            List.of(
                performance("A", 10),
                performance("B", 30),
                performance("C", 50),
                performance("D", 70),
                performance("E", 0)));

    FittedLineRow leastSquares = lines.get(0);
    FittedLineRow theilSen = lines.get(1);
    assertThat(leastSquares.method()).isEqualTo("least_squares");
    assertThat(leastSquares.slope()).isCloseTo(0.2, within(1e-12));
    assertThat(leastSquares.intercept()).isCloseTo(28, within(1e-12));
    assertThat(theilSen.method()).isEqualTo("theil_sen");
    assertThat(theilSen.slope()).isEqualTo(2);
    assertThat(theilSen.intercept()).isEqualTo(10);
    assertThat(lines).allSatisfy(line -> assertThat(line.n()).isEqualTo(5));
  }

  @Test
  void drawsNoLineThroughEqualScores() {
    assertThat(
            FittedLines.of(
                List.of(score("A", 25), score("B", 25)),
                List.of(performance("A", 10), performance("B", 90))))
        .hasSize(2)
        .allSatisfy(
            line -> {
              assertThat(line.state()).isEqualTo("no_variance");
              assertThat(line.slope()).isNull();
              assertThat(line.reason()).isNotBlank();
            });
  }

  private static PracticeScoreRow score(String diresa, double percent) {
    return new PracticeScoreRow(diresa, "all", 1, 4, percent);
  }

  private static GroupAssignmentRow performance(String diresa, double percent) {
    return new GroupAssignmentRow(diresa, percent, 10L, 1);
  }
}

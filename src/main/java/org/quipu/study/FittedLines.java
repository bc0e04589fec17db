package org.quipu.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quipu.registry.Level;
import org.quipu.stats.Line;
import org.quipu.stats.Lines;
import org.quipu.stats.Reason;
import org.quipu.stats.State;
import org.quipu.table.row.FittedLineRow;
import org.quipu.table.row.GroupAssignmentRow;
import org.quipu.table.row.PracticeScoreRow;

/**
 * The lines through DIRESAs' practice scores and performance: least squares, and Theil–Sen's, which
 * a single DIRESA cannot turn; both in percentage points.
 */
public final class FittedLines {
  static final String LEAST_SQUARES = "least_squares";
  static final String THEIL_SEN = "theil_sen";
  private static final String ALL_FUNCTIONS = "all";

  private FittedLines() {}

  /** Both lines; where all scores are the same, or there are fewer than two, a state. */
  public static List<FittedLineRow> of(
      List<PracticeScoreRow> scores, List<GroupAssignmentRow> performance) {
    Map<String, Double> byDiresa = new TreeMap<>();
    for (PracticeScoreRow row : scores) {
      if (row.function().equals(ALL_FUNCTIONS) && row.percent() != null) {
        byDiresa.put(row.diresaId(), row.percent());
      }
    }
    List<GroupAssignmentRow> points =
        performance.stream()
            .filter(row -> row.performancePercent() != null && byDiresa.containsKey(row.diresaId()))
            .toList();
    double[] x = points.stream().mapToDouble(row -> byDiresa.get(row.diresaId())).toArray();
    double[] y = points.stream().mapToDouble(GroupAssignmentRow::performancePercent).toArray();
    return List.of(
        row(LEAST_SQUARES, Lines.leastSquares(x, y), x.length),
        row(THEIL_SEN, Lines.theilSen(x, y), x.length));
  }

  private static FittedLineRow row(String method, Optional<Line> line, int n) {
    Reason reason =
        line.isPresent()
            ? null
            : new Reason(
                State.NO_VARIANCE,
                "Se necesitan al menos dos DIRESA con puntajes distintos.",
                "At least two DIRESAs with different scores are needed.");
    return new FittedLineRow(
        ManagementPractices.ID,
        Level.DIRESA.id(),
        "practice_score",
        "performance",
        method,
        n,
        line.map(Line::intercept).orElse(null),
        line.map(Line::slope).orElse(null),
        (reason == null ? State.OK : reason.state()).id(),
        StatisticRows.english(reason),
        StatisticRows.spanish(reason));
  }
}

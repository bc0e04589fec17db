package org.quipu.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quipu.stats.Line;
import org.quipu.stats.Lines;
import org.quipu.stats.Reason;
import org.quipu.stats.State;
import org.quipu.table.row.GroupAssignmentRow;
import org.quipu.table.row.ModelCoefficientRow;
import org.quipu.table.row.PracticeScoreRow;

/**
 * The lines through DIRESAs' practice scores and performance: least squares, and Theil–Sen's, which
 * a single DIRESA cannot turn. Terms {@code intercept} and {@code slope}, in percentage points of
 * performance.
 */
public final class FittedLines {
  static final String LEAST_SQUARES = "least_squares";
  static final String THEIL_SEN = "theil_sen";
  private static final String ALL_FUNCTIONS = "all";

  private FittedLines() {}

  /** Both lines; where all scores are the same, or there are fewer than two, a state. */
  public static List<ModelCoefficientRow> of(
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
    List<ModelCoefficientRow> rows = new ArrayList<>();
    add(rows, LEAST_SQUARES, Lines.leastSquares(x, y), x.length);
    add(rows, THEIL_SEN, Lines.theilSen(x, y), x.length);
    return rows;
  }

  private static void add(
      List<ModelCoefficientRow> rows, String model, Optional<Line> line, int n) {
    rows.add(row(model, "intercept", line.map(Line::intercept), n));
    rows.add(row(model, "slope", line.map(Line::slope), n));
  }

  private static ModelCoefficientRow row(
      String model, String term, Optional<Double> estimate, int n) {
    Reason reason =
        estimate.isPresent()
            ? null
            : new Reason(
                State.NO_VARIANCE,
                "Se necesitan al menos dos DIRESA con puntajes distintos.",
                "At least two DIRESAs with different scores are needed.");
    return new ModelCoefficientRow(
        ManagementPractices.ID,
        model,
        term,
        estimate.orElse(null),
        null,
        null,
        null,
        null,
        null,
        n,
        (reason == null ? State.OK : reason.state()).id(),
        StatisticRows.english(reason),
        StatisticRows.spanish(reason));
  }
}

package org.quipu.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quipu.table.row.FittedLineRow;
import org.quipu.table.row.GroupAssignmentRow;
import org.quipu.table.row.PracticeScoreRow;

/** Good practices used and performance, a point a DIRESA, with the lines through them. */
final class ScatterPlot {
  private static final double WIDTH = 680;
  private static final double HEIGHT = 430;
  private static final double LEFT = 56;
  private static final double RIGHT = 660;
  private static final double TOP = 40;
  private static final double BOTTOM = 380;
  private static final double ROOM = 5;
  private static final double LABEL_HEIGHT = 12;
  private static final double LABEL_WIDTH = 30;
  private static final double LETTER_WIDTH = 7;

  private ScatterPlot() {}

  static Optional<String> of(ResultRows rows, Phrases phrases) {
    Map<String, Double> scores = new TreeMap<>();
    for (PracticeScoreRow row : rows.of(PracticeScoreRow.class)) {
      if (row.function().equals("all") && row.percent() != null) {
        scores.put(row.diresaId(), row.percent());
      }
    }
    List<GroupAssignmentRow> points =
        rows.of(GroupAssignmentRow.class).stream()
            .filter(row -> row.performancePercent() != null && scores.containsKey(row.diresaId()))
            .toList();
    return points.isEmpty() ? Optional.empty() : Optional.of(draw(rows, phrases, scores, points));
  }

  private static String draw(
      ResultRows rows,
      Phrases phrases,
      Map<String, Double> scores,
      List<GroupAssignmentRow> points) {
    double most = points.stream().mapToDouble(row -> scores.get(row.diresaId())).max().orElse(100);
    Axis x = new Axis(0, Math.min(100, most + ROOM), LEFT, RIGHT, false);
    Axis y = new Axis(0, 100, BOTTOM, TOP, false);
    String good = phrases.say("good practices used, %", "buenas prácticas usadas, %");
    String meet =
        phrases.say(
            "facilities meeting their goals, %", "establecimientos que cumplen sus metas, %");
    Plot plot = new Plot(WIDTH, HEIGHT, good + " · " + meet);
    plot.left(y, LEFT, RIGHT, value -> phrases.number(value, 0), meet);
    plot.bottom(x, BOTTOM, value -> phrases.number(value, 0), good);
    line(plot, rows, "least_squares", x, y, "stroke:#333;stroke-width:1.6");
    line(plot, rows, "theil_sen", x, y, "stroke:#333;stroke-width:1.6;stroke-dasharray:6 4");
    List<Label> labels = new ArrayList<>();
    for (GroupAssignmentRow point : points) {
      double score = scores.get(point.diresaId());
      double radius = 4 + Math.sqrt(point.facilities() == null ? 0 : point.facilities()) / 2.5;
      plot.circle(
          x.at(score),
          y.at(point.performancePercent()),
          radius,
          "fill:" + color(point.group()) + ";fill-opacity:.75;stroke:#fff",
          "%s: %s, %s; %s %s"
              .formatted(
                  point.diresaId(),
                  phrases.percent(score, 1),
                  phrases.percent(point.performancePercent(), 1),
                  point.facilities() == null ? "–" : phrases.count(point.facilities()),
                  phrases.say("facilities", "establecimientos")));
      labels.add(
          new Label(
              x.at(score) - radius - 3,
              x.at(score) + radius + 3,
              y.at(point.performancePercent()) + 4,
              point.diresaId()));
    }
    List<Label> joined = joined(labels);
    for (Label label : joined) {
      boolean free = joined.stream().noneMatch(label::runsInto);
      plot.label(free ? label.right : label.left, label.y, free ? "start" : "end", label.words);
    }
    return plot.svg();
  }

  private static void line(
      Plot plot, ResultRows rows, String method, Axis x, Axis y, String style) {
    Optional<FittedLineRow> fitted =
        rows.of(FittedLineRow.class).stream()
            .filter(row -> row.method().equals(method) && row.slope() != null)
            .findFirst();
    if (fitted.isEmpty()) {
      return;
    }
    double slope = fitted.get().slope();
    double intercept = fitted.get().intercept();
    // Only where performance lies between 0 and 100 percent.
    double low = x.from();
    double high = x.to();
    if (slope != 0) {
      double atZero = (y.from() - intercept) / slope;
      double atHundred = (y.to() - intercept) / slope;
      low = Math.max(low, Math.min(atZero, atHundred));
      high = Math.min(high, Math.max(atZero, atHundred));
    }
    if (low < high) {
      plot.line(
          x.at(low),
          y.at(intercept + slope * low),
          x.at(high),
          y.at(intercept + slope * high),
          style);
    }
  }

  static String color(int group) {
    return group == 1 ? Plot.GROUP_1 : Plot.GROUP_2;
  }

  /**
   * Words right of a point, or left of it where another label stands in the way.
   *
   * @param left where they end if they stand left
   * @param right where they start if they stand right
   */
  private record Label(double left, double right, double y, String words) {
    boolean covers(Label other) {
      return isLevelWith(other) && Math.abs(right - other.right) < LABEL_WIDTH;
    }

    boolean runsInto(Label other) {
      return isLevelWith(other)
          && right < other.right
          && right + words.length() * LETTER_WIDTH > other.left;
    }

    private boolean isLevelWith(Label other) {
      return Math.abs(y - other.y) < LABEL_HEIGHT;
    }
  }

  /** Labels that would cover each other as one. */
  private static List<Label> joined(List<Label> labels) {
    List<Label> joined = new ArrayList<>();
    for (Label label : labels) {
      Optional<Label> covered = joined.stream().filter(label::covers).findFirst();
      covered.ifPresent(joined::remove);
      joined.add(
          covered
              .map(
                  other ->
                      new Label(
                          Math.min(other.left, label.left),
                          Math.max(other.right, label.right),
                          (other.y + label.y) / 2,
                          other.words + ", " + label.words))
              .orElse(label));
    }
    return joined;
  }
}

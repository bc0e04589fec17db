package org.quipu.report;

import java.util.Optional;
import org.quipu.table.row.GroupSummaryRow;

/** The two groups of DIRESAs: mean and range of performance and of good practices. */
final class GroupPlot {
  private static final double WIDTH = 680;
  private static final double LEFT = 250;
  private static final double RIGHT = 600;
  private static final double BAR = 20;
  private static final double STEP = 30;
  private static final double TOP = 14;

  private GroupPlot() {}

  static String of(PracticeFindings found, Phrases phrases) {
    double bottom = TOP + 4 * STEP + 10;
    Plot plot = new Plot(WIDTH, bottom + 46, phrases.say("the two groups", "los dos grupos"));
    Axis x = new Axis(0, 100, LEFT, RIGHT, false);
    String meet = phrases.say("facilities meeting goals", "establecimientos que cumplen");
    String good = phrases.say("good practices used", "buenas prácticas usadas");
    for (int group = 1; group <= 2; group++) {
      bar(plot, x, TOP + (group - 1) * STEP, group, meet, found.performance(group), true, phrases);
      bar(
          plot,
          x,
          TOP + 10 + (group + 1) * STEP,
          group,
          good,
          found.practices(group),
          false,
          phrases);
    }
    plot.bottom(
        x,
        bottom,
        value -> phrases.number(value, 0),
        phrases.say(
            "percent; the line is the range over DIRESAs",
            "porcentaje; la línea es el rango entre DIRESA"));
    return plot.svg();
  }

  private static void bar(
      Plot plot,
      Axis x,
      double y,
      int group,
      String what,
      Optional<GroupSummaryRow> row,
      boolean weighted,
      Phrases phrases) {
    if (row.isEmpty()) {
      return;
    }
    Double mean = weighted ? row.get().meanWeighted() : row.get().meanUnweighted();
    plot.label(LEFT - 10, y + 15, "end", phrases.say("group ", "grupo ") + group + ": " + what);
    if (mean == null) {
      return;
    }
    String shown = phrases.percent(mean, 1);
    plot.rectangle(
        LEFT,
        y,
        x.at(mean) - LEFT,
        BAR,
        "fill:" + ScatterPlot.color(group) + ";fill-opacity:.85",
        shown);
    if (row.get().min() != null) {
      double middle = y + BAR / 2;
      plot.line(
          x.at(row.get().min()),
          middle,
          x.at(row.get().max()),
          middle,
          "stroke:#222;stroke-width:1.4");
      for (double end : new double[] {row.get().min(), row.get().max()}) {
        plot.line(x.at(end), middle - 4, x.at(end), middle + 4, "stroke:#222;stroke-width:1.4");
      }
    }
    double end = row.get().max() == null ? mean : Math.max(mean, row.get().max());
    plot.label(x.at(end) + 10, y + 14.5, "start", shown);
  }
}

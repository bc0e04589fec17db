package org.quipu.report;

import java.util.Comparator;
import java.util.List;
import org.quipu.table.row.HistogramRow;

/**
 * The nation's scores in one dimension. Bins of different widths were made for values of very
 * different size, and stand on a logarithmic axis.
 */
final class HistogramPlot {
  private static final double WIDTH = 420;
  private static final double HEIGHT = 220;
  private static final double LEFT = 48;
  private static final double RIGHT = 408;
  private static final double TOP = 30;
  private static final double BOTTOM = 172;
  private static final double EVEN = 1e-6;

  private HistogramPlot() {}

  /** Nothing where there are no bins. */
  static String of(ResultRows rows, String dimension, String cleaning, Phrases phrases) {
    List<HistogramRow> bins =
        rows.national(HistogramRow.class, HistogramRow::level).stream()
            .filter(row -> row.kind().equals("dimension"))
            .filter(row -> row.variable().equals(dimension) && row.cleaning().equals(cleaning))
            .sorted(Comparator.comparing(HistogramRow::bin))
            .toList();
    return bins.isEmpty() ? "" : draw(bins, dimension, cleaning, phrases);
  }

  private static String draw(
      List<HistogramRow> bins, String dimension, String cleaning, Phrases phrases) {
    double from = bins.get(0).lower();
    double to = bins.get(bins.size() - 1).upper();
    boolean single = from == to;
    double width = bins.get(0).upper() - from;
    boolean logarithmic =
        from > 0
            && bins.stream()
                .anyMatch(bin -> Math.abs(bin.upper() - bin.lower() - width) > EVEN * width);
    double margin = single ? Math.max(0.5, Math.abs(from) / 100) : 0;
    Axis x = new Axis(from - margin, to + margin, LEFT, RIGHT, logarithmic);
    double most = bins.stream().mapToDouble(HistogramRow::count).max().orElse(1);
    Axis y = new Axis(0, Math.max(1, most), BOTTOM, TOP, false);
    String words =
        dimension
            + (cleaning.equals(StaffFindings.RAW)
                ? phrases.say(", raw", ", cruda")
                : phrases.say(", clean", ", limpia"));
    Plot plot = new Plot(WIDTH, HEIGHT, words);
    plot.left(y, LEFT, RIGHT, value -> phrases.number(value, 0), "");
    String fill = cleaning.equals(StaffFindings.RAW) ? Plot.NEUTRAL : Plot.GROUP_1;
    for (HistogramRow bin : bins) {
      double left = single ? x.start() : x.at(bin.lower());
      double right = single ? x.end() : x.at(bin.upper());
      plot.rectangle(
          left + 0.5,
          y.at(bin.count()),
          Math.max(0.5, right - left - 1),
          BOTTOM - y.at(bin.count()),
          "fill:" + fill,
          "%s–%s: %s"
              .formatted(
                  phrases.shortest(bin.lower()),
                  phrases.shortest(bin.upper()),
                  phrases.count(bin.count())));
    }
    plot.bottom(
        x,
        BOTTOM,
        phrases::shortest,
        phrases.say("score", "puntaje")
            + (logarithmic ? phrases.say(" (logarithmic axis)", " (eje logarítmico)") : ""));
    plot.label(LEFT, 16, "start", words);
    return plot.svg();
  }
}

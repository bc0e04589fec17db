package org.quipu.report;

import static org.quipu.report.Markup.at;
import static org.quipu.report.Markup.text;

import java.util.function.DoubleFunction;

/** One plot as inline SVG: a frame with axes, into which marks are drawn. */
final class Plot {
  static final String GROUP_1 = "#1f7a8c";
  static final String GROUP_2 = "#c8553d";
  static final String NEUTRAL = "#5c677d";
  private static final double TICK = 4;
  private static final int TICKS = 6;

  private final StringBuilder svg = new StringBuilder();
  private final double width;
  private final double height;

  /**
   * @param name what the plot shows, for those who cannot see it
   */
  Plot(double width, double height, String name) {
    this.width = width;
    this.height = height;
    svg.append("<svg role=\"img\" viewBox=\"0 0 ")
        .append(at(width))
        .append(' ')
        .append(at(height))
        .append("\" xmlns=\"http://www.w3.org/2000/svg\"><title>")
        .append(text(name))
        .append("</title>");
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  Plot line(double x1, double y1, double x2, double y2, String style) {
    svg.append(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" style=\"%s\"/>"
            .formatted(at(x1), at(y1), at(x2), at(y2), style));
    return this;
  }

  Plot rectangle(double x, double y, double w, double h, String style, String hint) {
    svg.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" style=\"%s\"><title>%s</title></rect>"
            .formatted(at(x), at(y), at(w), at(h), style, text(hint)));
    return this;
  }

  Plot circle(double x, double y, double radius, String style, String hint) {
    svg.append(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" style=\"%s\"><title>%s</title></circle>"
            .formatted(at(x), at(y), at(radius), style, text(hint)));
    return this;
  }

  /**
   * @param anchor {@code start}, {@code middle} or {@code end}
   */
  Plot label(double x, double y, String anchor, String words) {
    svg.append(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
            .formatted(at(x), at(y), anchor, text(words)));
    return this;
  }

  /** An axis along the bottom, with round values and what they are. */
  Plot bottom(Axis axis, double y, DoubleFunction<String> format, String words) {
    line(axis.start(), y, axis.end(), y, "stroke:#333");
    for (double tick : axis.ticks(TICKS)) {
      double x = axis.at(tick);
      line(x, y, x, y + TICK, "stroke:#333");
      label(x, y + 17, "middle", format.apply(tick));
    }
    return label((axis.start() + axis.end()) / 2, y + 36, "middle", words);
  }

  /** An axis along the left, with lines across; what it measures stands above it. */
  Plot left(Axis axis, double x, double across, DoubleFunction<String> format, String words) {
    for (double tick : axis.ticks(TICKS)) {
      double y = axis.at(tick);
      line(x, y, across, y, "stroke:#e3e6ea");
      label(x - 6, y + 4, "end", format.apply(tick));
    }
    return words.isEmpty() ? this : label(x - 30, axis.end() - 12, "start", words);
  }

  String svg() {
    return svg + "</svg>";
  }
}

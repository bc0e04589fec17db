package org.quipu.report;

/** Text on its way into HTML and SVG. */
final class Markup {
  private Markup() {}

  /** Text as it is shown, whatever signs it holds; nothing for null. */
  static String text(String text) {
    if (text == null) {
      return "";
    }
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A coordinate: one digit after the point is a tenth of a pixel. */
  static String at(double coordinate) {
    double tenths = Math.rint(coordinate * 10);
    long whole = (long) tenths / 10;
    long rest = Math.abs((long) tenths % 10);
    String sign = tenths < 0 && whole == 0 ? "-" : "";
    return rest == 0 ? sign + whole : sign + whole + "." + rest;
  }
}

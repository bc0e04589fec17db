package org.quipu.report;

import static org.quipu.report.Markup.text;

import java.util.List;

/** A table of a page: a head and rows of text; cells that look like numbers stand right. */
final class HtmlTable {
  private final StringBuilder html = new StringBuilder();

  HtmlTable(List<String> head) {
    html.append("<div class=\"wide\"><table><thead><tr>");
    head.forEach(cell -> html.append("<th>").append(text(cell)).append("</th>"));
    html.append("</tr></thead><tbody>");
  }

  /**
   * @param style class of the row, empty for none
   */
  HtmlTable row(String style, List<String> cells) {
    html.append(style.isEmpty() ? "<tr>" : "<tr class=\"" + style + "\">");
    for (String cell : cells) {
      boolean number = cell.matches("[−–0-9][0-9 .,\u00a0%e±/:;−-]*");
      html.append(number ? "<td class=\"number\">" : "<td>").append(text(cell)).append("</td>");
    }
    html.append("</tr>");
    return this;
  }

  String html() {
    return html + "</tbody></table></div>";
  }
}

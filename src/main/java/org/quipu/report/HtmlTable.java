package org.quipu.report;

import static org.quipu.report.Markup.text;

import java.util.ArrayList;
import java.util.List;

/** A table of a page: a head and rows of text; columns of numbers stand right. */
final class HtmlTable {
  /** What a number looks like in any of the forms in which {@link Phrases} writes them. */
  private static final String NUMBER = "[−–0-9][0-9 .,\u00a0%e±/:;−\\[\\]-]*";

  private final List<String> head;
  private final List<Row> rows = new ArrayList<>();

  private record Row(String style, List<String> cells) {}

  HtmlTable(List<String> head) {
    this.head = head;
  }

  /**
   * @param style class of the row, empty for none
   */
  HtmlTable row(String style, List<String> cells) {
    rows.add(new Row(style, cells));
    return this;
  }

  String html() {
    StringBuilder html = new StringBuilder("<div class=\"wide\"><table><thead><tr>");
    for (int column = 0; column < head.size(); column++) {
      html.append(cell("th", " scope=\"col\"", column, head.get(column)));
    }
    html.append("</tr></thead><tbody>");
    for (Row row : rows) {
      html.append(row.style.isEmpty() ? "<tr>" : "<tr class=\"" + row.style + "\">");
      for (int column = 0; column < row.cells.size(); column++) {
        html.append(cell("td", "", column, row.cells.get(column)));
      }
      html.append("</tr>");
    }
    return html + "</tbody></table></div>";
  }

  private String cell(String tag, String scope, int column, String words) {
    boolean number = rows.stream().allMatch(row -> row.cells.get(column).matches(NUMBER));
    return "<%s%s%s>%s</%s>"
        .formatted(tag, scope, number ? " class=\"number\"" : "", text(words), tag);
  }
}

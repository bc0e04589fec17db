package org.quipu.source;

import java.util.List;

/** Texts written down as one line of delimited text (RFC 4180). */
final class DelimitedLine {
  private DelimitedLine() {}

  static String of(List<String> texts, char separator) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      boolean quote =
          text.indexOf(separator) >= 0
              || text.indexOf('"') >= 0
              || text.indexOf('\n') >= 0
              || text.indexOf('\r') >= 0;
      if (i > 0) {
        line.append(separator);
      }
      line.append(quote ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }
    return line.toString();
  }
}

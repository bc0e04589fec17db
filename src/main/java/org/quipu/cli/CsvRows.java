package org.quipu.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.quipu.table.Row;
import org.quipu.table.TableColumn;

/** Rows as CSV (RFC 4180, but lines end with a line feed, as shell tools want them). */
final class CsvRows {

  private CsvRows() {}

  static void printHeader(List<TableColumn> columns, PrintStream out) {
    out.print(columns.stream().map(TableColumn::name).collect(Collectors.joining(",", "", "\n")));
  }

  static void print(Row row, PrintStream out) {
    out.print(row.values().stream().map(CsvRows::field).collect(Collectors.joining(",", "", "\n")));
  }

  /** NULL is nothing at all; empty text is a pair of quotes, so that the two stay apart. */
  private static String field(Object value) {
    if (value == null) {
      return "";
    }
    String text = value.toString();
    boolean plain =
        !text.isEmpty() && text.chars().noneMatch(letter -> ",\"\r\n".indexOf(letter) >= 0);
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}

package org.quipu.cli;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quipu.table.Row;
import org.quipu.table.TableColumn;

/**
 * Rows for reading on a terminal: aligned columns, numbers to the right and shortened to six
 * digits. {@code run_id}, the same in every row, is left out. Where the rows would be wider than a
 * screen, columns with one value in all rows stand above them; a single such row stands upright.
 */
final class AlignedRows {

  static final int SCREEN = 120;
  private static final int WIDEST_CELL = 60;
  private static final String GAP = "  ";

  private AlignedRows() {}

  static void print(List<TableColumn> columns, List<Row> rows, PrintStream out) {
    List<AlignedColumn> shown = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).name().equals("run_id")) {
        shown.add(column(columns.get(i), i, rows));
      }
    }
    if (width(shown) > SCREEN && rows.size() == 1) {
      upright(shown, out);
      return;
    }
    if (width(shown) > SCREEN && rows.size() > 1) {
      List<AlignedColumn> alike = shown.stream().filter(AlignedColumn::oneValue).toList();
      upright(alike, out);
      shown.removeAll(alike);
      out.print(alike.isEmpty() ? "" : "\n");
    }
    across(shown, rows.size(), out);
  }

  /** A column ready to be printed: as wide as its widest cell or its name. */
  private record AlignedColumn(String name, boolean toTheRight, List<String> cells, int width) {
    boolean oneValue() {
      return cells.stream().distinct().count() == 1;
    }

    String aligned(String cell) {
      String fill = " ".repeat(width - length(cell));
      return toTheRight ? fill + cell : cell + fill;
    }
  }

  private static AlignedColumn column(TableColumn column, int at, List<Row> rows) {
    List<String> cells = rows.stream().map(row -> cell(row.values().get(at))).toList();
    int width =
        Math.max(
            length(column.name()), cells.stream().mapToInt(AlignedRows::length).max().orElse(0));
    return new AlignedColumn(column.name(), column.type().numeric(), cells, width);
  }

  private static int width(List<AlignedColumn> columns) {
    return columns.stream().mapToInt(column -> column.width() + GAP.length()).sum() - GAP.length();
  }

  private static void across(List<AlignedColumn> columns, int rows, PrintStream out) {
    out.print(line(columns.stream().map(column -> column.aligned(column.name())).toList()));
    out.print(line(columns.stream().map(column -> "─".repeat(column.width())).toList()));
    for (int i = 0; i < rows; i++) {
      int row = i;
      out.print(
          line(columns.stream().map(column -> column.aligned(column.cells().get(row))).toList()));
    }
  }

  private static void upright(List<AlignedColumn> columns, PrintStream out) {
    int width = columns.stream().mapToInt(column -> length(column.name())).max().orElse(0);
    for (AlignedColumn column : columns) {
      String fill = " ".repeat(width - length(column.name()));
      out.print(line(List.of(column.name() + fill, column.cells().get(0))));
    }
  }

  private static String line(List<String> cells) {
    return String.join(GAP, cells).stripTrailing() + "\n";
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    } else if (value instanceof Double number) {
      return shortened(number);
    }
    String text = value.toString().replaceAll("\\s+", " ");
    return length(text) <= WIDEST_CELL
        ? text
        : text.substring(0, text.offsetByCodePoints(0, WIDEST_CELL - 1)) + "…";
  }

  /**
   * Six digits, all digits before the point; very small and very large numbers with an exponent.
   */
  static String shortened(double number) {
    double size = Math.abs(number);
    if (size != 0 && (size < 1e-4 || size >= 1e15)) {
      return String.format(Locale.ROOT, "%.3e", number);
    }
    BigDecimal exact = new BigDecimal(number);
    BigDecimal short6 =
        size >= 1e6
            ? exact.setScale(0, RoundingMode.HALF_EVEN)
            : exact.round(new MathContext(6, RoundingMode.HALF_EVEN));
    return short6.signum() == 0 ? "0" : short6.stripTrailingZeros().toPlainString();
  }
}

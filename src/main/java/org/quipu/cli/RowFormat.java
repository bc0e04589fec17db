package org.quipu.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.quipu.table.Row;
import org.quipu.table.TableColumn;

/** How {@code show} and {@code sql} print rows. */
enum RowFormat {
  /** Aligned for reading: numbers shortened, without run_id. */
  table {
    @Override
    long print(List<TableColumn> columns, Rows rows, PrintStream out) throws IOException {
      List<Row> all = new ArrayList<>();
      long count = rows.forEach(all::add);
      AlignedRows.print(columns, all, out);
      return count;
    }
  },
  /** RFC 4180 with line feeds, full precision. */
  csv {
    @Override
    long print(List<TableColumn> columns, Rows rows, PrintStream out) throws IOException {
      CsvRows.printHeader(columns, out);
      return rows.forEach(row -> CsvRows.print(row, out));
    }
  },
  /** An array of objects, one a line, full precision. */
  json {
    @Override
    long print(List<TableColumn> columns, Rows rows, PrintStream out) throws IOException {
      JsonRows printer = new JsonRows(columns, out);
      long count = rows.forEach(printer::print);
      printer.end();
      return count;
    }
  };

  /** Rows that come one after the other. */
  interface Rows {
    /** Hands over each row and returns how many there were. */
    long forEach(Consumer<Row> use) throws IOException;
  }

  /**
   * Prints rows with their column names.
   *
   * @param columns the columns of the rows, in order
   * @return how many rows there were
   */
  abstract long print(List<TableColumn> columns, Rows rows, PrintStream out) throws IOException;
}

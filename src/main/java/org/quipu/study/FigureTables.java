package org.quipu.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.quipu.quality.Sentence;
import org.quipu.table.Filter;
import org.quipu.table.ResultTable;
import org.quipu.table.Row;
import org.quipu.table.TableException;
import org.quipu.table.Tables;

/** The result tables of a run, searched for the one row that a published figure is about. */
final class FigureTables {
  private final Function<String, List<? extends Record>> records;
  private final Map<String, List<Row>> rows = new HashMap<>();

  FigureTables(Function<String, List<? extends Record>> records) {
    this.records = records;
  }

  /**
   * What was found.
   *
   * @param row the one row, or null
   * @param problem why there is not one row, or null
   */
  record Found(Row row, Sentence problem) {}

  /** The one row that a figure is about, or why there is none. */
  Found find(PublishedFigure figure) {
    Optional<ResultTable> table = Tables.named(figure.table());
    if (table.isEmpty()) {
      return missing(
          "No result table is called " + figure.table() + ".",
          "Ninguna tabla de resultados se llama " + figure.table() + ".");
    }
    try {
      Filter filter = Filter.parse(figure.where(), table.get().columns());
      if (table.get().columns().stream().noneMatch(c -> c.name().equals(figure.column()))) {
        return missing(
            "Table " + figure.table() + " has no column " + figure.column() + ".",
            "La tabla " + figure.table() + " no tiene la columna " + figure.column() + ".");
      }
      List<Row> found = rows(table.get()).stream().filter(filter::matches).toList();
      return found.size() == 1 ? new Found(found.get(0), null) : notOne(figure, found.size());
    } catch (TableException e) {
      return missing(e.getMessage(), e.spanish());
    }
  }

  private static Found notOne(PublishedFigure figure, int found) {
    String whereEn = figure.where().isEmpty() ? "" : " where " + figure.where();
    String whereEs = figure.where().isEmpty() ? "" : " donde " + figure.where();
    return found == 0
        ? missing(
            "This run has no row in " + figure.table() + whereEn + ".",
            "Esta ejecución no tiene ninguna fila en " + figure.table() + whereEs + ".")
        : missing(
            "One row is expected in " + figure.table() + whereEn + ", but there are " + found + ".",
            "Se espera una fila en " + figure.table() + whereEs + ", pero hay " + found + ".");
  }

  private static Found missing(String en, String es) {
    return new Found(null, new Sentence(en, es));
  }

  private List<Row> rows(ResultTable table) {
    return rows.computeIfAbsent(table.name(), name -> table.asRows(records.apply(name)));
  }
}

package org.quipu.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quipu.quality.Sentence;
import org.quipu.table.Filter;
import org.quipu.table.ResultTable;
import org.quipu.table.Row;
import org.quipu.table.TableException;
import org.quipu.table.Tables;

/**
 * The rows that published figures are about. Every table is gone through once for all figures, as
 * some have many rows.
 */
final class FigureTables {
  private final Map<PublishedFigure, Found> found = new HashMap<>();

  /**
   * What was found.
   *
   * @param row the one row, or null
   * @param problem why there is not one row, or null
   */
  record Found(Row row, Sentence problem) {}

  /**
   * Looks for the rows of all figures.
   *
   * @param records the rows of a table by its name
   */
  FigureTables(List<PublishedFigure> figures, Function<String, List<? extends Record>> records) {
    Map<String, List<PublishedFigure>> byTable =
        figures.stream().collect(Collectors.groupingBy(PublishedFigure::table));
    byTable.forEach(
        (name, ofTable) ->
            Tables.named(name)
                .ifPresentOrElse(
                    table -> search(table, ofTable, records.apply(name)),
                    () -> ofTable.forEach(figure -> found.put(figure, noTable(name)))));
  }

  /** The one row that a figure is about, or why there is none. */
  Found find(PublishedFigure figure) {
    return found.get(figure);
  }

  /**
   * A figure that is looked for.
   *
   * @param matches the first rows found, of which two are enough to know that there is not one
   */
  private record Search(PublishedFigure figure, Filter filter, List<Row> matches) {}

  private void search(
      ResultTable table, List<PublishedFigure> figures, List<? extends Record> records) {
    List<Search> searches = new ArrayList<>();
    for (PublishedFigure figure : figures) {
      try {
        searches.add(new Search(figure, filter(figure, table), new ArrayList<>()));
      } catch (TableException e) {
        found.put(figure, missing(e.getMessage(), e.spanish()));
      }
    }
    table
        .asRows(records)
        .forEach(
            row ->
                searches.stream()
                    .filter(search -> search.matches.size() < 2 && search.filter.matches(row))
                    .forEach(search -> search.matches.add(row)));
    for (Search search : searches) {
      found.put(search.figure, outcome(search, table));
    }
  }

  private static Filter filter(PublishedFigure figure, ResultTable table) {
    return Filter.parse(figure.where(), table.columns());
  }

  private static Found outcome(Search search, ResultTable table) {
    PublishedFigure figure = search.figure;
    if (table.columns().stream().noneMatch(column -> column.name().equals(figure.column()))) {
      return missing(
          "Table " + figure.table() + " has no column " + figure.column() + ".",
          "La tabla " + figure.table() + " no tiene la columna " + figure.column() + ".");
    }
    String whereEn = figure.where().isEmpty() ? "" : " where " + figure.where();
    String whereEs = figure.where().isEmpty() ? "" : " donde " + figure.where();
    return switch (search.matches.size()) {
      case 0 ->
          missing(
              "This run has no row in " + figure.table() + whereEn + ".",
              "Esta ejecución no tiene ninguna fila en " + figure.table() + whereEs + ".");
      case 1 -> new Found(search.matches.get(0), null);
      default ->
          missing(
              "One row is expected in " + figure.table() + whereEn + ", but there are several.",
              "Se espera una fila en " + figure.table() + whereEs + ", pero hay varias.");
    };
  }

  private static Found noTable(String name) {
    return missing(
        "No result table is called " + name + ".",
        "Ninguna tabla de resultados se llama " + name + ".");
  }

  private static Found missing(String en, String es) {
    return new Found(null, new Sentence(en, es));
  }
}

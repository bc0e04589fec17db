package org.quipu.source.dialect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.quipu.config.ConfigException;
import org.quipu.config.SourceConfig;

/**
 * Finds what a dialect speaks of in the header of one file.
 *
 * @param dialect what is to be found
 * @param file the header
 * @param hidden fields that are never read
 * @param columns canonical columns that every row has
 * @param rows canonical columns that differ between the rows that one row becomes
 * @param answers questions with several options, where there are any
 * @param pivot elements and their values, where there are any
 * @param lacking canonical columns that configuration makes of a column that the file does not
 *     have, and that column
 */
record Binding(
    Dialect dialect,
    FileColumns file,
    boolean[] hidden,
    Map<String, Cell> columns,
    List<Map<String, Cell>> rows,
    Optional<Answers> answers,
    Optional<PivotPlan> pivot,
    Map<String, String> lacking) {

  static Binding of(Dialect dialect, SourceConfig config, List<String> written) {
    FileColumns file = FileColumns.of(dialect, written);
    Set<String> missing = new TreeSet<>(config.missing());
    missing.addAll(dialect.missing());
    boolean[] hidden = hidden(dialect, file);
    Set<Integer> taken = new TreeSet<>();
    for (int i = 0; i < hidden.length; i++) {
      if (hidden[i] || HeaderPattern.anyFits(dialect.ignore(), written.get(i))) {
        taken.add(i);
      }
    }
    Map<String, List<Template>> wanted = new LinkedHashMap<>(dialect.columns());
    config
        .columns()
        .forEach((name, column) -> wanted.put(name, List.of(template(config, name, file))));
    Map<String, Cell> columns = cells(wanted, dialect, missing, file, taken);
    List<Map<String, Cell>> rows = rows(dialect, missing, file, taken);
    boolean hasAnswers = dialect.options().isPresent() || dialect.joined().isPresent();
    Optional<Answers> answers =
        hasAnswers
            ? Optional.of(new Answers(dialect, file, taken, missing)).filter(all -> !all.isEmpty())
            : Optional.empty();
    if (!hasAnswers && dialect.pivot().isEmpty() && dialect.rows().isEmpty()) {
      passThrough(file, taken, missing, dialect, columns);
    }
    return new Binding(
        dialect,
        file,
        hidden,
        columns,
        rows,
        answers,
        dialect.pivot().map(pivot -> PivotPlan.of(pivot, file)),
        lacking(config, file));
  }

  private static Map<String, String> lacking(SourceConfig config, FileColumns file) {
    Map<String, String> lacking = new TreeMap<>();
    for (String column : config.columns().keySet()) {
      template(config, column, file).columns().stream()
          .filter(name -> !file.has(name))
          .findFirst()
          .ifPresent(name -> lacking.put(column, name));
    }
    return lacking;
  }

  private static Template template(SourceConfig config, String column, FileColumns file) {
    String text = config.columns().get(column);
    if (file.written().contains(text)) {
      // Headers of the field have braces too.
      return Template.named(text);
    }
    if (Template.isBroken(text)) {
      String key = "sources." + config.name() + ".columns." + column;
      throw new ConfigException(
          key,
          key
              + " holds a brace that is not closed or names nothing: '"
              + text
              + "'; use {COLUMN} or {COLUMN:FORMAT}.",
          key
              + " contiene una llave sin cerrar o sin nombre: «"
              + text
              + "»; use {COLUMNA} o {COLUMNA:FORMATO}.");
    }
    try {
      return Template.parse(text);
    } catch (IllegalArgumentException e) {
      String key = "sources." + config.name() + ".columns." + column;
      throw new ConfigException(
          key,
          key
              + " holds the format '"
              + e.getMessage()
              + "'; use 02, 08, … or "
              + ValueFormat.NAMES
              + ".",
          key
              + " contiene el formato «"
              + e.getMessage()
              + "»; use 02, 08, … o "
              + ValueFormat.NAMES
              + ".");
    }
  }

  private static boolean[] hidden(Dialect dialect, FileColumns file) {
    boolean[] hidden = new boolean[file.width()];
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] =
          HeaderPattern.anyFits(dialect.neverRead(), file.written().get(i))
              || HeaderPattern.anyFits(dialect.neverRead(), file.names().get(i));
    }
    return hidden;
  }

  /** The first template of each column whose own columns the file has. */
  private static Map<String, Cell> cells(
      Map<String, List<Template>> wanted,
      Dialect dialect,
      Set<String> missing,
      FileColumns file,
      Set<Integer> taken) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    wanted.forEach(
        (name, templates) ->
            templates.stream()
                .map(template -> Cell.of(template, name, dialect, missing, file))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(
                    cell -> {
                      cells.put(name, cell);
                      take(cell, taken);
                    }));
    return cells;
  }

  /** The rows that one row becomes; one that needs a column that the file lacks is none. */
  private static List<Map<String, Cell>> rows(
      Dialect dialect, Set<String> missing, FileColumns file, Set<Integer> taken) {
    List<Map<String, Cell>> rows = new ArrayList<>();
    for (Map<String, Template> row : dialect.rows()) {
      Map<String, List<Template>> wanted = new LinkedHashMap<>();
      row.forEach((name, template) -> wanted.put(name, List.of(template)));
      Map<String, Cell> cells = cells(wanted, dialect, missing, file, taken);
      if (cells.size() == row.size()) {
        rows.add(cells);
      }
    }
    return rows;
  }

  private static void take(Cell cell, Set<Integer> taken) {
    for (Cell.Piece piece : cell.pieces()) {
      for (int field : piece.fields() == null ? new int[0] : piece.fields()) {
        taken.add(field);
      }
    }
  }

  /** Columns that the dialect does not speak of keep the names that they go by. */
  private static void passThrough(
      FileColumns file,
      Set<Integer> taken,
      Set<String> missing,
      Dialect dialect,
      Map<String, Cell> columns) {
    for (int i = 0; i < file.width(); i++) {
      String name = file.names().get(i);
      if (!taken.contains(i) && !columns.containsKey(name)) {
        int[] same =
            IntStream.range(0, file.width())
                .filter(j -> file.names().get(j).equals(name) && !taken.contains(j))
                .toArray();
        columns.put(name, Cell.field(same, missing, dialect.valuesOf(name)));
      }
    }
  }
}

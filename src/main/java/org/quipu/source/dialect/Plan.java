package org.quipu.source.dialect;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.quipu.config.SourceConfig;

/** A dialect bound to the header of one file: from its rows to canonical ones. */
public final class Plan implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final List<String> ANSWER = List.of("question_id", "option_id", "marked");

  private final String dialect;
  private final FileColumns file;
  private final boolean[] hidden;
  private final Scope scope;
  private final List<String> header;
  private final List<Cell[]> shapes;
  private final Answers answers;
  private final Set<String> upperCase;
  private final PivotPlan pivot;

  private Plan(
      Dialect dialect,
      FileColumns file,
      boolean[] hidden,
      Map<String, Cell> columns,
      List<Map<String, Cell>> rows,
      Answers answers,
      PivotPlan pivot) {
    this.dialect = dialect.name();
    this.file = file;
    this.hidden = hidden;
    this.scope = Scope.of(dialect, file);
    this.answers = answers;
    this.upperCase = new TreeSet<>(dialect.upperCase());
    this.pivot = pivot;
    Set<String> names = new LinkedHashSet<>(columns.keySet());
    rows.forEach(row -> names.addAll(row.keySet()));
    if (pivot != null) {
      names.addAll(pivot.columns());
    }
    List<String> all = new ArrayList<>(names);
    this.shapes = new ArrayList<>();
    for (Map<String, Cell> row : rows.isEmpty() ? List.of(Map.<String, Cell>of()) : rows) {
      shapes.add(
          all.stream().map(name -> row.getOrDefault(name, columns.get(name))).toArray(Cell[]::new));
    }
    if (answers != null) {
      all.addAll(ANSWER);
    }
    this.header = List.copyOf(all);
  }

  /**
   * Binds the dialect that a source is configured with to the header of a file.
   *
   * @return empty where the file has the canonical columns already
   * @throws org.quipu.config.ConfigException if the dialect is not known or does not map onto the
   *     source
   */
  public static Optional<Plan> of(SourceConfig config, List<String> written) {
    return chosen(config, written).map(dialect -> bind(dialect, config, written));
  }

  /** The pattern of file names of which only the newest version counts. */
  static Optional<Dialect> chosen(SourceConfig config, List<String> written) {
    String key = "sources." + config.name() + ".dialect";
    if (config.dialect().equals(Dialects.CANONICAL)) {
      return Optional.empty();
    }
    Dialects dialects = Dialects.with(config.dialects());
    if (config.dialect().equals(Dialects.AUTO)) {
      return Recognition.best(dialects, config.name(), written);
    }
    return Optional.of(dialects.find(key, config.dialect(), config.name()));
  }

  static Plan bind(Dialect dialect, SourceConfig config, List<String> written) {
    FileColumns file = FileColumns.of(dialect, written);
    Set<String> missing = new TreeSet<>(config.missing());
    missing.addAll(dialect.missing());
    boolean[] hidden = new boolean[file.width()];
    Set<Integer> taken = new TreeSet<>();
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] =
          HeaderPattern.anyFits(dialect.neverRead(), written.get(i))
              || HeaderPattern.anyFits(dialect.neverRead(), file.names().get(i));
      if (hidden[i] || HeaderPattern.anyFits(dialect.ignore(), written.get(i))) {
        taken.add(i);
      }
    }
    Map<String, Cell> columns = columns(dialect, config, missing, file, taken);
    List<Map<String, Cell>> rows = new ArrayList<>();
    for (Map<String, Template> row : dialect.rows()) {
      Map<String, Cell> cells = new LinkedHashMap<>();
      row.forEach(
          (name, template) -> {
            Cell cell = Cell.of(template, name, dialect, missing, file);
            if (cell != null) {
              cells.put(name, cell);
              take(cell, taken);
            }
          });
      if (cells.size() == row.size()) {
        rows.add(cells);
      }
    }
    Answers answers = null;
    if (dialect.options().isPresent() || dialect.joined().isPresent()) {
      Answers found = new Answers(dialect, file, taken, missing);
      answers = found.isEmpty() ? null : found;
    }
    PivotPlan pivot = dialect.pivot().map(each -> PivotPlan.of(each, file)).orElse(null);
    boolean asIs = dialect.options().isEmpty() && dialect.joined().isEmpty();
    if (asIs && pivot == null && dialect.rows().isEmpty()) {
      passThrough(file, taken, missing, columns);
    }
    return new Plan(dialect, file, hidden, columns, rows, answers, pivot);
  }

  private static Map<String, Cell> columns(
      Dialect dialect,
      SourceConfig config,
      Set<String> missing,
      FileColumns file,
      Set<Integer> taken) {
    Map<String, List<Template>> wanted = new LinkedHashMap<>(dialect.columns());
    config.columns().forEach((name, column) -> wanted.put(name, List.of(Template.parse(column))));
    Map<String, Cell> columns = new LinkedHashMap<>();
    wanted.forEach(
        (name, templates) ->
            templates.stream()
                .map(template -> Cell.of(template, name, dialect, missing, file))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(
                    cell -> {
                      columns.put(name, cell);
                      take(cell, taken);
                    }));
    return columns;
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
      FileColumns file, Set<Integer> taken, Set<String> missing, Map<String, Cell> columns) {
    for (int i = 0; i < file.width(); i++) {
      String name = file.names().get(i);
      if (!taken.contains(i) && !columns.containsKey(name)) {
        int[] same =
            java.util.stream.IntStream.range(0, file.width())
                .filter(j -> file.names().get(j).equals(name) && !taken.contains(j))
                .toArray();
        columns.put(name, Cell.field(same, missing));
      }
    }
  }

  /** The name of the dialect. */
  public String dialect() {
    return dialect;
  }

  /** The names of the canonical columns that its rows have. */
  public List<String> header() {
    return header;
  }

  /** What the canonical columns of its rows are made of, in the file's own names. */
  public Map<String, String> made() {
    Map<String, String> made = new LinkedHashMap<>();
    for (int i = 0; i < shapes.get(0).length; i++) {
      int column = i;
      String sources =
          shapes.stream()
              .map(shape -> shape[column])
              .filter(Objects::nonNull)
              .map(cell -> cell.describe(file))
              .distinct()
              .collect(Collectors.joining(" | "));
      if (!sources.isEmpty()) {
        made.put(header.get(i), sources);
      }
    }
    return made;
  }

  /** Whether a field holds direct identifiers and is never read. */
  public boolean isHidden(int field) {
    return hidden[field];
  }

  /** Whether any field holds direct identifiers. */
  public boolean hidesAny() {
    for (boolean each : hidden) {
      if (each) {
        return true;
      }
    }
    return false;
  }

  /** Whether all rows are to be shown to {@link #learn} before the first is mapped. */
  public boolean mustLearn() {
    return answers != null && answers.mustLearn();
  }

  /** Gathers the options of questions that no list tells. */
  public void learn(String[] row) {
    answers.learn(row);
  }

  /** Gathers rows that become one; empty where each row stands for itself. */
  public Optional<Pivoted> pivoted() {
    return pivot == null ? Optional.empty() : Optional.of(new Pivoted(this, pivot));
  }

  /**
   * Maps one row.
   *
   * @param row a text a column of the file; those of hidden fields are empty
   */
  public Mapped map(String[] row) {
    if (!scope.includes(row)) {
      return Mapped.leftOut();
    }
    List<String[]> rows = new ArrayList<>();
    for (Cell[] shape : shapes) {
      String[] cells = new String[header.size()];
      for (int i = 0; i < shape.length; i++) {
        if (shape[i] != null && shape[i].contradicts(row)) {
          return Mapped.failed(
              "Columns that stand for " + header.get(i) + " hold different values.",
              "Las columnas que dan " + header.get(i) + " contienen valores distintos.");
        }
        cells[i] = shape[i] == null ? "" : shape[i].of(row);
      }
      rows.add(cells);
    }
    if (answers == null) {
      return Mapped.to(rows);
    }
    List<String[]> answered = answers(rows.get(0), row);
    return answered.isEmpty()
        ? Mapped.failed(
            "The row answers no question that the dialect " + dialect + " finds.",
            "La fila no responde ninguna pregunta que el dialecto " + dialect + " encuentre.")
        : Mapped.to(answered);
  }

  private List<String[]> answers(String[] base, String[] row) {
    List<String[]> rows = new ArrayList<>();
    int at = header.size() - ANSWER.size();
    for (Answers.Answer answer : answers.of(row)) {
      String[] cells = base.clone();
      cells[at] = cased("question_id", answer.question());
      cells[at + 1] = cased("option_id", answer.option());
      cells[at + 2] = answer.marked();
      rows.add(cells);
    }
    return rows;
  }

  private String cased(String column, String text) {
    return upperCase.contains(column) ? text.toUpperCase(java.util.Locale.ROOT) : text;
  }
}

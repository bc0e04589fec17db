package org.quipu.source.dialect;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
  private final TreeMap<String, String> lacking;

  private Plan(Binding binding) {
    this.dialect = binding.dialect().name();
    this.file = binding.file();
    this.hidden = binding.hidden();
    this.scope = Scope.of(binding.dialect(), file);
    this.upperCase = new TreeSet<>(binding.dialect().upperCase());
    Map<String, Cell> columns = binding.columns();
    List<Map<String, Cell>> rows = binding.rows();
    this.answers = binding.answers().orElse(null);
    this.pivot = binding.pivot().orElse(null);
    this.lacking = new TreeMap<>(binding.lacking());
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
   * @return empty where the file has the canonical columns already, and none is put together of
   *     others ({@code "{year}-{month:02}"})
   * @throws org.quipu.config.ConfigException if the dialect is not known or does not map onto the
   *     source
   */
  public static Optional<Plan> of(SourceConfig config, List<String> written) {
    return chosen(config, written).map(dialect -> new Plan(Binding.of(dialect, config, written)));
  }

  private static Optional<Dialect> chosen(SourceConfig config, List<String> written) {
    String key = "sources." + config.name() + ".dialect";
    boolean composed = config.columns().values().stream().anyMatch(text -> text.contains("{"));
    Optional<Dialect> none =
        composed ? Optional.of(Dialect.plain(config.name())) : Optional.empty();
    if (config.dialect().equals(Dialects.CANONICAL)) {
      return none;
    }
    Dialects dialects = Dialects.with(config.dialects());
    return config.dialect().equals(Dialects.AUTO)
        ? Recognition.best(dialects, config.name(), written).or(() -> none)
        : Optional.of(dialects.find(key, config.dialect(), config.name()));
  }

  /** The name of the dialect. */
  public String dialect() {
    return dialect;
  }

  /** The names of the canonical columns that its rows have. */
  public List<String> header() {
    return header;
  }

  /**
   * Canonical columns that configuration makes of columns of which the file lacks one, and the
   * first that it lacks.
   */
  public Map<String, String> lacking() {
    return Collections.unmodifiableMap(lacking);
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

  /** The column that names the element of a row; empty where each row stands for itself. */
  public Optional<String> elementColumn() {
    return Optional.ofNullable(pivot)
        .filter(known -> known.by() >= 0)
        .map(known -> file.written().get(known.by()));
  }

  /** Whether the dialect says what an element stands for. */
  public boolean knowsElement(String element) {
    return pivot != null && pivot.role(element.strip()).isPresent();
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

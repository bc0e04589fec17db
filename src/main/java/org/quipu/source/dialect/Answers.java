package org.quipu.source.dialect;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The answers to questions with several options, out of one row: a question, an option, and whether
 * it was chosen ({@code 1}, {@code 0}, or nothing where that is not known).
 */
final class Answers implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A column that is an option of a question. */
  private record OptionColumn(int field, String question, String option) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** A column that holds the chosen options of a question. */
  private record JoinedColumn(int field, String question) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** One answer. */
  record Answer(String question, String option, String marked) {}

  private final List<OptionColumn> optionColumns = new ArrayList<>();
  private final List<JoinedColumn> joinedColumns = new ArrayList<>();
  private final TreeMap<String, TreeSet<String>> known = new TreeMap<>();
  private final Set<String> listed = new TreeSet<>();
  private final Set<String> missing;
  private final Set<String> yes;
  private final Set<String> no;
  private final String separator;

  /**
   * @param taken fields that are something else
   */
  Answers(Dialect dialect, FileColumns file, Set<Integer> taken, Set<String> missing) {
    this.missing = missing;
    this.yes = dialect.options().map(Dialect.Options::yes).orElse(Set.of());
    this.no = dialect.options().map(Dialect.Options::no).orElse(Set.of());
    this.separator = dialect.joined().map(Dialect.Joined::separator).orElse(" ");
    List<HeaderPattern> patterns =
        dialect.options().map(Dialect.Options::columns).orElse(List.of());
    Set<String> groups = new TreeSet<>();
    Set<String> parents = new TreeSet<>();
    for (String name : file.names()) {
      Map<String, String> captured = first(patterns, name).orElse(Map.of());
      if (captured.containsKey("group")) {
        groups.add(captured.get("group"));
      }
      if (captured.containsKey("option_id")) {
        parents.add(
            name.substring(0, Math.max(0, name.lastIndexOf(captured.get("option_id")) - 1)));
      }
    }
    for (int field = 0; field < file.width(); field++) {
      String name = file.names().get(field);
      if (!taken.contains(field)) {
        Optional<Map<String, String>> option =
            first(patterns, name)
                .filter(captured -> !groups.contains(captured.get("question_id")))
                .filter(captured -> !parents.contains(name));
        if (option.isPresent()) {
          addOption(field, option.get());
        } else {
          addJoined(dialect, field, name);
        }
      }
    }
  }

  private void addOption(int field, Map<String, String> captured) {
    optionColumns.add(
        new OptionColumn(field, captured.get("question_id"), captured.get("option_id")));
  }

  private void addJoined(Dialect dialect, int field, String name) {
    Dialect.Joined joined = dialect.joined().orElse(null);
    if (joined == null) {
      return;
    }
    first(joined.columns(), name)
        .map(captured -> captured.get("question_id"))
        .filter(question -> HeaderPattern.anyFits(joined.questions(), question))
        .ifPresent(
            question -> {
              joinedColumns.add(new JoinedColumn(field, question));
              List<String> options = joined.known().get(question);
              if (options != null) {
                listed.add(question);
                known.put(question, new TreeSet<>(options));
              }
            });
  }

  private static Optional<Map<String, String>> first(List<HeaderPattern> patterns, String name) {
    return patterns.stream()
        .map(pattern -> pattern.match(name))
        .flatMap(Optional::stream)
        .filter(captured -> captured.containsKey("question_id"))
        .findFirst();
  }

  boolean isEmpty() {
    return optionColumns.isEmpty() && joinedColumns.isEmpty();
  }

  /** Whether the options of a question are to be gathered from the rows first. */
  boolean mustLearn() {
    return joinedColumns.stream().anyMatch(column -> !listed.contains(column.question()));
  }

  /** Gathers the options that a row chooses. */
  void learn(String[] row) {
    for (JoinedColumn column : joinedColumns) {
      if (!listed.contains(column.question())) {
        known
            .computeIfAbsent(column.question(), question -> new TreeSet<>())
            .addAll(chosen(row[column.field()]));
      }
    }
  }

  private Set<String> chosen(String text) {
    String value = text.strip();
    if (value.isEmpty() || missing.contains(value)) {
      return Set.of();
    }
    return new TreeSet<>(
        java.util.Arrays.stream(value.split(java.util.regex.Pattern.quote(separator)))
            .map(String::strip)
            .filter(option -> !option.isEmpty())
            .toList());
  }

  List<Answer> of(String[] row) {
    List<Answer> answers = new ArrayList<>();
    Map<String, Boolean> answered = new HashMap<>();
    for (OptionColumn column : optionColumns) {
      boolean hasYes = yes.contains(row[column.field()].strip());
      answered.merge(column.question(), hasYes, Boolean::logicalOr);
    }
    for (OptionColumn column : optionColumns) {
      String marked = marked(row[column.field()].strip(), answered.get(column.question()));
      answers.add(new Answer(column.question(), column.option(), marked));
    }
    for (JoinedColumn column : joinedColumns) {
      Set<String> chosen = chosen(row[column.field()]);
      Set<String> options = new TreeSet<>(known.getOrDefault(column.question(), new TreeSet<>()));
      options.addAll(chosen);
      for (String option : options) {
        String marked = chosen.isEmpty() ? "" : chosen.contains(option) ? "1" : "0";
        answers.add(new Answer(column.question(), option, marked));
      }
    }
    return answers;
  }

  private String marked(String text, boolean answered) {
    if (yes.contains(text)) {
      return "1";
    }
    if (no.contains(text)) {
      return "0";
    }
    if (text.isEmpty()) {
      return answered ? "0" : "";
    }
    return missing.contains(text) ? "" : text;
  }
}

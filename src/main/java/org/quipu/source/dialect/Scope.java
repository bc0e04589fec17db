package org.quipu.source.dialect;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which rows are of a source's population.
 *
 * @param conditions all of which must hold
 */
record Scope(List<Condition> conditions) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A field that must have one of some texts, or must not. */
  record Condition(int[] fields, Set<String> texts, boolean wanted) implements Serializable {
    private static final long serialVersionUID = 1L;

    boolean holds(String[] row) {
      for (int field : fields) {
        boolean listed = texts.stream().anyMatch(text -> text.equalsIgnoreCase(row[field].strip()));
        if (listed != wanted) {
          return false;
        }
      }
      return true;
    }
  }

  static Scope of(Dialect dialect, FileColumns file) {
    List<Condition> conditions = new ArrayList<>();
    dialect
        .keep()
        .forEach((column, texts) -> conditions.add(new Condition(file.find(column), texts, true)));
    dialect
        .leaveOut()
        .forEach((column, texts) -> conditions.add(new Condition(file.find(column), texts, false)));
    return new Scope(List.copyOf(conditions));
  }

  boolean includes(String[] row) {
    return conditions.stream().allMatch(condition -> condition.holds(row));
  }
}

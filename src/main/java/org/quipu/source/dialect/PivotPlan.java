package org.quipu.source.dialect;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where an element, its value and what breaks it down stand in a file.
 *
 * @param by field that names the element; −1 where the file lacks it
 * @param value field of its value
 * @param sumOver fields that break it down
 * @param elements patterns of elements, and the canonical columns that they stand for
 */
record PivotPlan(
    int by,
    int value,
    int[] sumOver,
    LinkedHashMap<HeaderPattern, TreeMap<String, String>> elements)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String COLUMN = "column";

  /**
   * What an element stands for.
   *
   * @param column the canonical column that its value belongs in
   * @param columns further canonical columns and their texts
   */
  record Role(String column, TreeMap<String, String> columns) {}

  static PivotPlan of(Dialect.Pivot pivot, FileColumns file) {
    LinkedHashMap<HeaderPattern, TreeMap<String, String>> elements = new LinkedHashMap<>();
    pivot.elements().forEach((pattern, columns) -> elements.put(pattern, new TreeMap<>(columns)));
    return new PivotPlan(
        first(file, pivot.by()),
        first(file, pivot.value()),
        pivot.sumOver().stream().mapToInt(name -> first(file, name)).filter(i -> i >= 0).toArray(),
        elements);
  }

  private static int first(FileColumns file, String name) {
    int[] found = file.find(name);
    return found.length == 0 ? -1 : found[0];
  }

  /** The canonical columns that elements give. */
  Set<String> columns() {
    Set<String> names = new LinkedHashSet<>();
    elements.forEach(
        (pattern, columns) -> {
          columns.forEach((key, text) -> names.add(key.equals(COLUMN) ? text : key));
          pattern.match(pattern.text()).ifPresent(captured -> names.addAll(captured.keySet()));
        });
    return names;
  }

  /** What an element stands for; empty where none of the source's. */
  Optional<Role> role(String element) {
    for (Map.Entry<HeaderPattern, TreeMap<String, String>> each : elements.entrySet()) {
      Optional<Map<String, String>> captured = each.getKey().match(element);
      if (captured.isPresent()) {
        TreeMap<String, String> columns = new TreeMap<>(captured.get());
        columns.putAll(each.getValue());
        String column = columns.remove(COLUMN);
        return column == null ? Optional.empty() : Optional.of(new Role(column, columns));
      }
    }
    return Optional.empty();
  }
}

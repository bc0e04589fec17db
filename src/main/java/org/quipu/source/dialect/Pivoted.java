package org.quipu.source.dialect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Gathers rows of an element and its value into one row a key, e.g. target and achieved of an
 * indicator. Values that a file breaks down are summed exactly; where a value stands there twice,
 * there is a further row with the second one, so that equal rows are found to be duplicates and
 * contradicting ones to contradict each other.
 */
public final class Pivoted {
  private static final String SEPARATOR = "\u001f";
  private static final String NUMBER = "[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})";

  /**
   * A row that was gathered.
   *
   * @param cells a text a column of the plan's header
   * @param line of the first row that went into it
   * @param raw the rows that went into it, a line each
   */
  public record Gathered(String[] cells, long line, String raw) {}

  private static final class Group {
    private final String[] cells;
    private final long line;
    private final List<String> raw = new ArrayList<>();

    /** Canonical column → part of the breakdown → the values that stand there. */
    private final Map<String, Map<String, List<String>>> values = new TreeMap<>();

    Group(String[] cells, long line) {
      this.cells = cells;
      this.line = line;
    }
  }

  private final Plan plan;
  private final PivotPlan pivot;
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Map<String, Optional<PivotPlan.Role>> roles = new HashMap<>();

  Pivoted(Plan plan, PivotPlan pivot) {
    this.plan = plan;
    this.pivot = pivot;
  }

  /**
   * Adds a row.
   *
   * @return whether it is of the source's population
   */
  public boolean add(String[] row, long line, String raw) {
    Mapped mapped = plan.map(row);
    Optional<PivotPlan.Role> role =
        pivot.by() < 0
            ? Optional.empty()
            : roles.computeIfAbsent(row[pivot.by()].strip(), pivot::role);
    if (!mapped.inScope() || role.isEmpty()) {
      return false;
    }
    String[] cells = mapped.rows().get(0);
    role.get().columns().forEach((name, text) -> cells[plan.header().indexOf(name)] = text);
    Group group =
        groups.computeIfAbsent(String.join(SEPARATOR, cells), key -> new Group(cells, line));
    group.raw.add(raw);
    group
        .values
        .computeIfAbsent(role.get().column(), column -> new TreeMap<>())
        .computeIfAbsent(part(row), part -> new ArrayList<>())
        .add(pivot.value() < 0 ? "" : row[pivot.value()].strip());
    return true;
  }

  private String part(String[] row) {
    StringBuilder part = new StringBuilder();
    for (int field : pivot.sumOver()) {
      part.append(row[field].strip()).append(SEPARATOR);
    }
    return part.toString();
  }

  /** The rows, in the order of their first lines. */
  public List<Gathered> rows() {
    List<Gathered> rows = new ArrayList<>();
    for (Group group : groups.values()) {
      int times =
          group.values.values().stream()
              .flatMap(parts -> parts.values().stream())
              .mapToInt(List::size)
              .max()
              .orElse(1);
      for (int time = 0; time < times; time++) {
        String[] cells = group.cells.clone();
        for (Map.Entry<String, Map<String, List<String>>> each : group.values.entrySet()) {
          cells[plan.header().indexOf(each.getKey())] = sum(each.getValue(), time);
        }
        rows.add(new Gathered(cells, group.line, String.join("\n", group.raw)));
      }
    }
    return rows;
  }

  /** The sum of the parts; the text that is no number where there is one; empty where all are. */
  private static String sum(Map<String, List<String>> parts, int time) {
    BigDecimal sum = null;
    for (List<String> values : parts.values()) {
      String text = values.get(Math.min(time, values.size() - 1));
      if (text.isEmpty()) {
        continue;
      }
      if (parts.size() == 1 || !text.matches(NUMBER)) {
        return text;
      }
      BigDecimal number = new BigDecimal(text);
      sum = sum == null ? number : sum.add(number);
    }
    return sum == null ? "" : sum.toPlainString();
  }
}

package org.quipu.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quipu.table.ResultTable;
import org.quipu.table.Tables;

/** The result rows of a run so far, by table. */
public final class Results {
  private final Map<Class<? extends Record>, List<Record>> rows = new LinkedHashMap<>();

  void add(Collection<? extends Record> more) {
    more.forEach(row -> rows.computeIfAbsent(row.getClass(), k -> new ArrayList<>()).add(row));
  }

  /** The rows of one table; none if it has none yet. */
  public <R extends Record> List<R> of(Class<R> row) {
    return rows.getOrDefault(row, List.of()).stream().map(row::cast).toList();
  }

  /** The rows of a table by its name; empty if there is no such table. */
  public Optional<List<Record>> of(String table) {
    return Tables.ALL.stream()
        .filter(known -> known.name().equals(table))
        .findFirst()
        .map(ResultTable::row)
        .map(row -> rows.getOrDefault(row, List.of()));
  }
}

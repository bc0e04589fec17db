package org.quipu.cli;

import java.io.PrintStream;
import java.util.List;
import org.quipu.table.Json;
import org.quipu.table.Row;
import org.quipu.table.TableColumn;

/** Rows as a JSON array of objects, one a line; NULL is null, times are ISO 8601 in UTC. */
final class JsonRows {

  private final List<String> keys;
  private final PrintStream out;
  private boolean empty = true;

  JsonRows(List<TableColumn> columns, PrintStream out) {
    this.keys = columns.stream().map(column -> Json.quote(column.name()) + ":").toList();
    this.out = out;
  }

  void print(Row row) {
    StringBuilder object = new StringBuilder(empty ? "[\n{" : ",\n{");
    List<Object> values = row.values();
    for (int i = 0; i < values.size(); i++) {
      object.append(i == 0 ? "" : ",").append(keys.get(i)).append(Json.value(values.get(i)));
    }
    out.print(object.append('}'));
    empty = false;
  }

  void end() {
    out.print(empty ? "[]\n" : "\n]\n");
  }
}

package org.quipu.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.quipu.quality.Book;
import org.quipu.quality.DuplicateBook;
import org.quipu.quality.RowView;
import org.quipu.quality.Rule;
import org.quipu.source.TextRecord;

/**
 * Settles the keys that occur in several rows. All their rows are taken out of the summary; of rows
 * that say the same the first by file and line goes back in, of rows that contradict each other
 * none.
 */
final class Settlement<S extends Summary<S>> {
  private final PassPlan<S> plan;
  private final TreeMap<String, List<Row>> byKey = new TreeMap<>();

  /** A row of a file, at rest. */
  private record Row(PassPlan.FilePlan file, TextRecord.Kept record) {}

  Settlement(PassPlan<S> plan) {
    this.plan = plan;
  }

  /** Adds a row whose key occurs more than once. */
  void add(PassPlan.FilePlan file, TextRecord.Kept record) {
    Row row = new Row(file, record);
    RowView view = view(row);
    String key =
        Rule.key(view, plan.reduction().keyColumns(file.layout())).replace(Rule.KEY_SEPARATOR, "/");
    byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
  }

  /** Corrects a summary of all rows, and gives the corrected books. */
  Book settle(S summary, Book book) {
    S out = plan.reduction().empty();
    S in = plan.reduction().empty();
    DuplicateBook duplicates =
        new DuplicateBook(plan.reduction().contract().name(), book.total().accepted());
    byKey.forEach(
        (key, group) -> {
          group.forEach(row -> fold(row, out));
          group.sort(
              Comparator.<Row, String>comparing(row -> row.file.path())
                  .thenComparingLong(row -> row.record.line()));
          Optional<Row> used =
              duplicates.add(
                  group.get(0).file.disclosure().pseudonyms().shown(key),
                  group,
                  row -> row.file.path(),
                  row -> row.record.line(),
                  row -> row.file.disclosure().shown(row.record),
                  row -> view(row).canonical());
          used.ifPresent(row -> fold(row, in));
        });
    summary.subtract(out);
    summary.merge(in);
    return duplicates.applyTo(book);
  }

  private RowView view(Row row) {
    return new RowView(row.file.layout()).of(row.record.record());
  }

  private void fold(Row row, S into) {
    plan.reduction().fold(row.file.layout(), row.file.path()).add(into, view(row));
  }
}

package org.quipu.summary;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.quipu.quality.RowChecker;
import org.quipu.quality.RowView;
import org.quipu.source.ParquetBatches;
import org.quipu.source.ParquetRows;
import org.quipu.source.RecordReader;
import org.quipu.source.TextRecord;

/**
 * Looks through one part of a file for the accepted rows of some keys. Of a file with batches the
 * columns of the key are read, where it is not known anyway which rows may have one, and then the
 * few that have, whole.
 */
record KeySearch(PassPlan<?> plan, Place place, WantedKeys wanted) {

  /**
   * Where is looked.
   *
   * @param lines that alone can have such rows; null where nothing is known
   */
  record Place(PassPlan.Part part, long[] lines) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** The rows, in the order of the part. */
  List<KeyRows.Row> rows() throws IOException {
    Optional<long[]> lines = place.lines == null ? lines() : Optional.of(place.lines);
    if (lines.isEmpty()) {
      try (RecordReader all = plan.open(place.part)) {
        return rows(all);
      }
    }
    if (lines.get().length == 0) {
      return List.of();
    }
    try (RecordReader some =
        ParquetRows.at(file().profile().file(), place.part.split(), lines.get(), plan.storage())) {
      return rows(some);
    }
  }

  private PassPlan.FilePlan file() {
    return plan.files().get(place.part.file());
  }

  private List<KeyRows.Row> rows(RecordReader records) throws IOException {
    PassPlan.FilePlan file = file();
    int[] keys = plan.reduction().keyColumns(file.layout());
    RowView view = new RowView(file.layout());
    RowChecker checker = new RowChecker(file.profile(), file.rules(), file.disclosure());
    List<KeyRows.Row> rows = new ArrayList<>();
    for (TextRecord next = records.next(); next != null; next = records.next()) {
      long hash = plan.reduction().keyHash(view.of(next, keys), keys);
      if (wanted.contains(hash) && checker.accepts(view.of(next))) {
        rows.add(new KeyRows.Row(hash, file.disclosure().keep(next)));
      }
    }
    return rows;
  }

  /** The lines of the rows that have such a key; none where the part is to be read row by row. */
  private Optional<long[]> lines() throws IOException {
    PassPlan.FilePlan file = file();
    int[] keys = plan.reduction().keyColumns(file.layout());
    int[] columns = IntStream.of(keys).map(key -> file.layout().fields()[key]).sorted().toArray();
    Optional<ParquetBatches> opened = plan.batches(file, place.part.split(), columns);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (ParquetBatches batches = opened.get()) {
      Optional<BatchKeys> finder = plan.reduction().batchKeys(file.layout(), batches);
      return finder.isEmpty() ? Optional.empty() : lines(batches, finder.get(), keys);
    }
  }

  private Optional<long[]> lines(ParquetBatches batches, BatchKeys finder, int[] keys)
      throws IOException {
    RowView view = new RowView(file().layout());
    BatchRecords records = new BatchRecords(batches, file().profile().header().size());
    LongStream.Builder lines = LongStream.builder();
    for (long line = place.part.split().firstLine(); batches.next(); line += batches.rows()) {
      if (batches.isDamaged()) {
        return Optional.empty();
      }
      long first = line;
      finder.find(
          batches,
          wanted,
          row -> {
            TextRecord record = records.record(row, first + row);
            if (wanted.contains(plan.reduction().keyHash(view.of(record, keys), keys))) {
              lines.add(first + row);
            }
          });
    }
    return Optional.of(lines.build().toArray());
  }
}

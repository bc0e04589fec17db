package org.quipu.summary;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.quipu.quality.RowLayout;
import org.quipu.quality.RowView;
import org.quipu.quality.Rule;
import org.quipu.source.ContractColumn;
import org.quipu.source.ParquetBatches;
import org.quipu.source.RecordReader;
import org.quipu.source.SourceContract;

/** How the rows of a large source become a summary. Goes to every task. */
public interface Reduction<S extends Summary<S>> extends Serializable {

  SourceContract contract();

  /** Columns that the source must have beside those of its contract, e.g. an instrument's items. */
  List<ContractColumn> furtherColumns();

  /** The source's own rules, beside those of its contract. */
  List<Rule> rules(RowLayout layout);

  /** All that decides what the reduction makes of a file's rows, as a stable text. */
  String fingerprint();

  /** A summary of no rows. */
  S empty();

  /** What is done with the accepted rows of one file. */
  Fold<S> fold(RowLayout layout, String file);

  /**
   * What is done with the batches of a columnar file; none where it is read row by row. Both ways
   * give the same summary, to the bit.
   */
  default Optional<BatchFold<S>> batchFold(RowLayout layout, ParquetBatches batches) {
    return Optional.empty();
  }

  /**
   * How the rows of some keys are found among batches; none where they are looked for row by row.
   */
  default Optional<BatchKeys> batchKeys(RowLayout layout, ParquetBatches batches) {
    return Optional.empty();
  }

  /** The records of a file with what the file's codes stand for today. */
  default RecordReader current(RecordReader records, RowLayout layout) {
    return records;
  }

  /** The columns that name a row, of those that a file has. */
  int[] keyColumns(RowLayout layout);

  /** Adds accepted rows to a summary. Made for one thread. */
  interface Fold<S> {
    void add(S summary, RowView row);
  }

  /** The hash that {@link Summary#collisions} knows a row's key by. */
  default long keyHash(RowView row, int[] keyColumns) {
    long hash = 0;
    for (int column : keyColumns) {
      long part = KeyHash.of(row.record().chars(), row.start(column), row.end(column));
      hash = KeyHash.joined(hash, part);
    }
    return hash;
  }
}

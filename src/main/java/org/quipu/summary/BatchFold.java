package org.quipu.summary;

import java.io.IOException;
import org.quipu.source.ParquetBatches;
import org.quipu.source.Split;

/**
 * Adds the rows of batches to a summary, which is complete when {@link #end} returns. A row that
 * any rule may have something to say about is not added: its number is handed on, and it goes the
 * way of all rows.
 */
public interface BatchFold<S> {

  /** Receives the rows of a batch that must be looked at one by one. */
  interface Doubtful {
    void accept(int row);
  }

  /** Says which part of a file the batches to come are, in order. */
  default void begin(S summary, Split part) {}

  /**
   * Adds a batch.
   *
   * @return rows that were added; with the doubtful ones they are all rows of the batch
   */
  int add(S summary, ParquetBatches batch, Doubtful doubtful) throws IOException;

  /** Passes over rows that are added otherwise. */
  default void passOver(int rows) {}

  /** Adds what still waits of the batches so far. */
  default void end() {}
}

package org.quipu.summary;

import org.quipu.source.ParquetBatches;

/** Finds rows of batches by the hashes of their keys. */
public interface BatchKeys {

  /** Hands on the rows that may have a wanted key: all that have one, and few others. */
  void find(ParquetBatches batch, WantedKeys wanted, BatchFold.Doubtful found);
}

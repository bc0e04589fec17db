package org.quipu.summary;

/** Told how far a pass over a source is, from one thread, which may be Spark's. */
@FunctionalInterface
public interface RowWatcher {
  /**
   * Says how many rows have been read.
   *
   * @param done rows so far
   * @param totalOrMinus1 rows in all, estimated; −1 where nothing is known
   */
  void rows(long done, long totalOrMinus1);
}

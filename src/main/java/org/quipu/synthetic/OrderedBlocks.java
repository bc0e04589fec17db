package org.quipu.synthetic;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Fills blocks with several threads and appends them in their order. */
final class OrderedBlocks {
  private OrderedBlocks() {}

  /** Fills one block of a source. */
  @FunctionalInterface
  interface Filler<T> {
    /**
     * @return what is to be known of its rows
     */
    T fill(long number, Block block);
  }

  /** Told of each block when it is in the file. */
  @FunctionalInterface
  interface Written<T> {
    void block(long number, T known);
  }

  private record Filled<T>(Block block, T known) {}

  /**
   * Writes blocks 0 to count − 1. At most one block more than threads is in memory.
   *
   * @throws IOException when the file cannot be written
   */
  static <T> void write(
      BlockFile file, long count, int threads, Filler<T> filler, Written<T> written)
      throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Deque<Future<Filled<T>>> ahead = new ArrayDeque<>();
      long next = 0;
      for (long number = 0; number < count; number++) {
        while (next < count && ahead.size() <= threads) {
          long filling = next++;
          ahead.add(pool.submit(() -> fill(file.newBlock(), filling, filler)));
        }
        Filled<T> filled = ahead.remove().get();
        file.append(filled.block);
        written.block(number, filled.known);
      }
      file.finish();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while writing", e);
    } catch (ExecutionException e) {
      throw new IOException("rows could not be made: " + e.getCause().getMessage(), e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T> Filled<T> fill(Block block, long number, Filler<T> filler) {
    T known = filler.fill(number, block);
    block.finish();
    return new Filled<>(block, known);
  }
}

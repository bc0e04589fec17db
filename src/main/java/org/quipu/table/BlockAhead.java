package org.quipu.table;

import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A block whose rows are made while those of the block before it are written: they are taken apart
 * into columns one by one, and are gone then.
 *
 * @param making null where an earlier version has the block
 */
record BlockAhead<R extends Record>(Block<R> block, CompletableFuture<RowColumns> making) {

  /**
   * Begins with the next block; null behind the last one.
   *
   * @param file into which it will go
   */
  static <R extends Record> BlockAhead<R> begin(
      Iterator<Block<R>> blocks, KeptBlocks kept, TableFile file) {
    if (!blocks.hasNext()) {
      return null;
    }
    Block<R> next = blocks.next();
    return new BlockAhead<>(
        next,
        kept.has(next.key())
            ? null
            : CompletableFuture.supplyAsync(() -> file.columns(next.rows().get())));
  }

  /**
   * Adds the block to a file.
   *
   * @return how many row groups it has
   */
  int addTo(TableFile file, KeptBlocks kept) throws IOException {
    return making == null ? kept.addTo(file, block.key()) : file.add(columns());
  }

  private RowColumns columns() {
    try {
      return making.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}

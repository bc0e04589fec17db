package org.quipu.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.quipu.table.Block;
import org.quipu.table.ResultTable;
import org.quipu.table.Staging;
import org.quipu.table.Tables;
import org.quipu.table.row.QuarantineRow;
import org.quipu.table.row.RunRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the tables and the page of a version, side by side. A table whose rows one analysis made
 * is written with that analysis's key, for later runs to take over; of a table that several add to,
 * what each adds is written once more beside it.
 */
record Publishing(Staging staging, Results results) {
  private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);

  /** More than there may be cores, as much of a small table's time is waiting for the disk. */
  private static final int THREADS = 4;

  /**
   * Of tables with so many rows there are never more at once than cores: each takes much memory.
   */
  private static final long MANY_ROWS = 100_000;

  private static final int LONGEST_TABLE_MINUTES = 10;

  private static final Set<Class<? extends Record>> APART =
      Set.of(RunRow.class, QuarantineRow.class);

  /**
   * Writes the page and every table but {@code run}, which tells how this went, and {@code
   * quarantine}, whose rows may lie elsewhere.
   *
   * @return whether the page could be made; without it the tables are published all the same
   */
  boolean write(Supplier<String> page) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors());
      List<Future<Void>> tables = new ArrayList<>();
      for (Class<? extends Record> row : longestFirst()) {
        tables.add(
            threads.submit(
                () -> results.made(row) < MANY_ROWS ? write(row) : writeLarge(row, cores)));
      }
      boolean paged = paged(page);
      for (Future<Void> table : tables) {
        await(table);
      }
      return paged;
    } finally {
      threads.shutdownNow();
      waitFor(threads);
    }
  }

  /** What takes longest is begun first, for else it would end alone. */
  private List<Class<? extends Record>> longestFirst() {
    List<Class<? extends Record>> tables = new ArrayList<>();
    for (ResultTable table : Tables.ALL) {
      if (!APART.contains(table.row())) {
        tables.add(table.row());
      }
    }
    tables.sort(Comparator.comparingLong(results::made).reversed());
    return tables;
  }

  /** When one table fails the staging is deleted, and none may be written into it any more. */
  private static void waitFor(ExecutorService threads) {
    try {
      if (!threads.awaitTermination(LONGEST_TABLE_MINUTES, TimeUnit.MINUTES)) {
        LOG.warn("a table is still being written");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes the table {@code run}. */
  void writeRun() throws IOException {
    write(RunRow.class);
  }

  private Void writeLarge(Class<? extends Record> row, Semaphore cores)
      throws IOException, InterruptedException {
    cores.acquire();
    try {
      return write(row);
    } finally {
      cores.release();
    }
  }

  private <R extends Record> Void write(Class<R> row) throws IOException {
    List<Place> places = results.places(row);
    if (places.size() == 1 && places.get(0).kept().isPresent()) {
      places.get(0).writtenTo(row, staging.takeOver(places.get(0).kept().get(), row));
      return null;
    }
    Optional<Iterable<Block<R>>> blocks = results.blocks(row);
    if (blocks.isPresent() && places.size() > 1) {
      throw new IllegalStateException(
          "table %s is added in blocks, and rows of others would be lost"
              .formatted(Tables.of(row).name()));
    }
    String file =
        blocks.isPresent()
            ? staging.writeBlocks(row, blocks.get())
            : staging.write(row, results.of(row));
    if (places.size() == 1) {
      places.get(0).writtenTo(row, file);
    } else {
      for (Place place : places.stream().filter(Place::isComplete).toList()) {
        place.writtenTo(row, writeApart(place, row));
      }
    }
    return null;
  }

  private <R extends Record> String writeApart(Place place, Class<R> row) throws IOException {
    return place.kept().isPresent()
        ? staging.takeOverApart(place.name(), place.kept().get(), row)
        : staging.writeApart(place.name(), row, place.of(row));
  }

  private boolean paged(Supplier<String> page) throws IOException {
    try {
      staging.writeText(RunPage.FILE, page.get());
      return true;
    } catch (RuntimeException e) {
      LOG.error("the page failed", e);
      return false;
    }
  }

  private static void await(Future<Void> table) throws IOException {
    try {
      table.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("writing the tables was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IOException(e.getCause());
    }
  }
}

package org.quipu.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.Iterator;

/**
 * A version that is being written. Nobody reads it before {@link #commit}; closed without a commit
 * it is dropped. It holds the warehouse until it is closed.
 */
public final class Staging implements Closeable {

  static final String PREFIX = ".staging-";

  private final Warehouse warehouse;
  private final Storage storage;
  private final String runId;
  private final Storage.Lock lock;
  private final String path;
  private boolean committed;

  Staging(Warehouse warehouse, Storage storage, String runId, String path, Storage.Lock lock)
      throws IOException {
    this.warehouse = warehouse;
    this.storage = storage;
    this.runId = runId;
    this.lock = lock;
    this.path = path;
    storage.createDirectory(path);
  }

  /** The run that writes. */
  public String runId() {
    return runId;
  }

  /** The directory in which the version is being written, for what else a run publishes. */
  public String path() {
    return path;
  }

  /**
   * Writes a table; one without rows is written with its columns. Writing it again replaces it.
   *
   * @param rows records of one row class of {@link Tables#ALL}
   */
  public <R extends Record> void write(Class<R> row, Collection<R> rows) throws IOException {
    ResultTable table = Tables.of(row);
    String file = place(table);
    TableWriter.write(storage.output(file), table, runId, rows);
    storage.sync(file);
  }

  /**
   * Writes a table block by block.
   *
   * @param blocks all rows of a block behind those of the block before, by all columns
   */
  public <R extends Record> void writeBlocks(Class<R> row, Iterable<? extends Collection<R>> blocks)
      throws IOException {
    ResultTable table = Tables.of(row);
    String file = place(table);
    TableWriter.writeBlocks(storage.output(file), table, runId, blocks);
    storage.sync(file);
  }

  /**
   * Writes a table whose rows are too many to be held in memory.
   *
   * @param rows in the order of the table: by all its columns
   */
  public <R extends Record> void writeSorted(Class<R> row, Iterator<R> rows) throws IOException {
    ResultTable table = Tables.of(row);
    String file = place(table);
    TableWriter.writeSorted(storage.output(file), table, runId, rows);
    storage.sync(file);
  }

  /** Where a table is written, now without it. */
  private String place(ResultTable table) throws IOException {
    if (table.restricted()) {
      storage.createPrivateDirectory(path + "/" + Version.RESTRICTED);
    }
    String file = Version.file(path, table.name());
    storage.delete(file);
    return file;
  }

  /** Writes a text beside the tables. */
  public void writeText(String name, String text) throws IOException {
    String file = path + "/" + name;
    storage.writeText(file, text);
    storage.sync(file);
  }

  /**
   * Makes the version current, in one atomic step, and deletes versions beyond those to keep. When
   * it throws, the version is current or it is not, but never in part.
   */
  public Version commit() throws IOException {
    if (committed) {
      throw new IllegalStateException("run " + runId + " is committed already");
    }
    if (storage.exists(path + "/" + Version.RESTRICTED)) {
      storage.sync(path + "/" + Version.RESTRICTED);
    }
    lock.verify();
    writeText(Version.COMPLETE, runId + "\n");
    storage.sync(path);
    Version version = warehouse.publish(this, lock);
    committed = true;
    warehouse.prune();
    return version;
  }

  /** Drops what was not committed and gives the warehouse back. */
  @Override
  public void close() throws IOException {
    try (lock) {
      if (!committed) {
        storage.delete(path);
      }
    }
  }
}

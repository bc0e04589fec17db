package org.quipu.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.quipu.table.Origins.Origin;
import org.quipu.table.Origins.WrittenBlock;

/**
 * A version that is being written. Nobody reads it before {@link #commit}; closed without a commit
 * it is dropped. It holds the warehouse until it is closed.
 */
public final class Staging implements Closeable {

  static final String PREFIX = ".staging-";

  private final Warehouse warehouse;
  private final WarehouseStorage storage;
  private final String runId;
  private final WarehouseStorage.Lock lock;
  private final String path;
  private final Optional<Version> before;
  private final Origins origins = Origins.none();

  /** What was asked for by key: its files are summed once. */
  private final Map<String, Optional<KeptRows>> kept = new ConcurrentHashMap<>();

  private boolean committed;

  Staging(
      Warehouse warehouse,
      WarehouseStorage storage,
      String runId,
      String path,
      Optional<Version> before,
      WarehouseStorage.Lock lock)
      throws IOException {
    this.warehouse = warehouse;
    this.storage = storage;
    this.runId = runId;
    this.lock = lock;
    this.path = path;
    this.before = before;
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
   * @return the file, for {@link #madeBy}
   */
  public <R extends Record> String write(Class<R> row, Collection<R> rows) throws IOException {
    ResultTable table = Tables.of(row);
    return writeFile(table, Version.relative("", table.name()), file -> whole(file, rows));
  }

  /**
   * Writes what an analysis adds to a table that others add to as well, apart from the tables, so
   * that a later run may take it over.
   *
   * @return the file, for {@link #madeBy}
   */
  public <R extends Record> String writeApart(String analysis, Class<R> row, Collection<R> rows)
      throws IOException {
    return writeFile(Tables.of(row), apart(analysis, row), file -> whole(file, rows));
  }

  /**
   * Writes a table block by block. Blocks that the version before has under the same keys are taken
   * from there; the rows of the next block are made while one is written.
   *
   * @return the file, for {@link #madeBy}
   */
  public <R extends Record> String writeBlocks(Class<R> row, Iterable<Block<R>> blocks)
      throws IOException {
    ResultTable table = Tables.of(row);
    String name = Version.relative("", table.name());
    try (KeptBlocks kept = keptBlocks(row)) {
      return writeFile(
          table,
          name,
          file -> {
            List<WrittenBlock> written = new ArrayList<>();
            Iterator<Block<R>> left = blocks.iterator();
            BlockAhead<R> next = BlockAhead.begin(left, kept, file);
            while (next != null) {
              BlockAhead<R> now = next;
              next = BlockAhead.begin(left, kept, file);
              written.add(new WrittenBlock(now.block().key(), now.addTo(file, kept)));
            }
            return written;
          });
    }
  }

  /** The blocks that the version before has of a table. */
  public KeptBlocks keptBlocks(Class<? extends Record> row) {
    ResultTable table = Tables.of(row);
    return new KeptBlocks(before, table, Version.relative("", table.name()));
  }

  /** What an analysis made of a key in the version before, if all of it is there, unharmed. */
  public Optional<KeptRows> kept(String key) {
    return kept.computeIfAbsent(
        key, asked -> before.flatMap(version -> KeptRows.of(version, asked)));
  }

  /**
   * Writes a table that holds what the version before has of an analysis, and nothing else.
   *
   * @return the file, for {@link #madeBy}
   */
  public String takeOver(KeptRows kept, Class<? extends Record> row) throws IOException {
    return takeOver(kept, row, Version.relative("", Tables.of(row).name()));
  }

  /** The same beside the tables, as {@link #writeApart} does. */
  public String takeOverApart(String analysis, KeptRows kept, Class<? extends Record> row)
      throws IOException {
    return takeOver(kept, row, apart(analysis, row));
  }

  private String takeOver(KeptRows kept, Class<? extends Record> row, String name)
      throws IOException {
    ResultTable table = Tables.of(row);
    try (KeptTable from = kept.open(table)) {
      return writeFile(
          table,
          name,
          file -> {
            for (int group = 0; group < from.rowGroups(); group++) {
              file.add(from, group);
            }
            return kept.blocks(table);
          });
    }
  }

  /**
   * Says which files hold what an analysis made.
   *
   * @param key names all that it depends on, without blanks: the same key, the same rows
   * @param files by table
   */
  public void madeBy(String key, Map<String, String> files) {
    synchronized (origins) {
      origins.analyses().put(key, Map.copyOf(files));
    }
  }

  private static <R extends Record> String apart(String analysis, Class<R> row) {
    return Version.relative(Version.APART + "/" + analysis + "/", Tables.of(row).name());
  }

  private static List<WrittenBlock> whole(TableFile file, Collection<? extends Record> rows)
      throws IOException {
    file.add(rows);
    return List.of();
  }

  /** Fills a file, and tells of its blocks. */
  private interface Filling {
    List<WrittenBlock> fill(TableFile file) throws IOException;
  }

  private String writeFile(ResultTable table, String name, Filling filling) throws IOException {
    String file = place(name, table.restricted());
    TableFile written = new TableFile(storage.output(file), table, runId);
    List<WrittenBlock> blocks;
    try (written) {
      blocks = filling.fill(written);
      written.end();
    }
    storage.sync(file);
    synchronized (origins) {
      origins.files().put(name, new Origin(written.checksum(), blocks));
    }
    return name;
  }

  /**
   * Writes a table whose rows are too many to be held in memory.
   *
   * @param rows in the order of the table: by all its columns
   */
  public <R extends Record> void writeSorted(Class<R> row, Iterator<R> rows) throws IOException {
    ResultTable table = Tables.of(row);
    String file = place(Version.relative("", table.name()), table.restricted());
    TableWriter.writeSorted(storage.output(file), table, runId, rows);
    storage.sync(file);
  }

  /** Where a file is written. */
  private String place(String name, boolean restricted) throws IOException {
    String file = path + "/" + name + Version.SUFFIX;
    String directory = file.substring(0, file.lastIndexOf('/'));
    if (restricted) {
      storage.createPrivateDirectory(directory);
    } else if (name.contains("/")) {
      storage.createDirectory(directory);
    }
    return file;
  }

  /** Writes a text beside the tables. */
  public void writeText(String name, String text) throws IOException {
    String file = path + "/" + name;
    storage.writeText(file, text);
    storage.sync(file);
  }

  /**
   * Returns when the warehouse is still this run's.
   *
   * @throws WarehouseBusy when it was taken over or deleted
   */
  public void requireHeld() throws IOException {
    lock.verify();
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
    writeText(Origins.FILE, origins.text());
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
        warehouse.discard(this);
      }
    }
  }
}

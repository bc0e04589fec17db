package org.quipu.summary;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.quipu.quality.HoldsBook;
import org.quipu.quality.QuarantineFolder;
import org.quipu.quality.SpilledRows;
import org.quipu.source.Storage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The summaries of files that have been read, by content: a run reads only files that are not here.
 * Fits of models are kept beside them.
 *
 * <p>An entry's name says all that it depends on: the file's SHA-256, how it was read and what was
 * made of it, and by which program. So an entry is never out of date; one that is damaged is as if
 * it were not there. The folder is its owner's alone: entries hold rows.
 */
public final class SummaryStore {
  private static final Logger LOG = LoggerFactory.getLogger(SummaryStore.class);

  private static final FsPermission OWNER_ONLY = new FsPermission((short) 0700);
  private static final FsPermission OWNER_READS = new FsPermission((short) 0600);
  private static final String KEY = "pseudonyms.key";
  private static final String KEY_ROWS = ".rows";
  private static final String SUM = ".sum";

  /** What the name of a file's entry ends with; what lies beside it has more behind that. */
  static final String ENTRY = ".bin";

  /** As many as jobs, or settings, are likely to share a warehouse; each may be large. */
  private static final int SUMS_OF_A_SOURCE = 4;

  private static final int KEY_BYTES = 32;
  private static final int ROWS_IN_MEMORY = 256;

  private final Storage storage;
  private final String folder;
  private final String program;
  private final boolean reading;
  private final int rowsInMemory;

  /** Whether the folder is known to be its owner's alone. */
  private final AtomicBoolean owned;

  private SummaryStore(
      Storage storage,
      String folder,
      String program,
      boolean reading,
      int rowsInMemory,
      AtomicBoolean owned) {
    this.storage = storage;
    this.folder = folder;
    this.program = program;
    this.reading = reading;
    this.rowsInMemory = rowsInMemory;
    this.owned = owned;
  }

  /** The same store, where so many rows in quarantine of a part of a file are kept in memory. */
  public SummaryStore holding(int rows) {
    return new SummaryStore(storage, folder, program, reading, rows, owned);
  }

  /** Where rows in quarantine wait that are more than memory is to hold. */
  public QuarantineFolder quarantine() {
    return new QuarantineFolder(storage, folder, rowsInMemory);
  }

  /**
   * The store in a folder, which need not exist yet.
   *
   * @param program tells builds of Quipu apart: what one made of a file another may make otherwise
   */
  public static SummaryStore at(String folder, Storage storage, String program) {
    return new SummaryStore(storage, folder, program, true, ROWS_IN_MEMORY, new AtomicBoolean());
  }

  /** The program that makes the entries, for their names. */
  public String program() {
    return program;
  }

  /** The same store, whose entries are all written anew. */
  public SummaryStore writingOnly() {
    return new SummaryStore(storage, folder, program, false, rowsInMemory, owned);
  }

  /** A store that keeps nothing. */
  public static SummaryStore none() {
    return new SummaryStore(Storage.plain(), null, "", false, ROWS_IN_MEMORY, new AtomicBoolean());
  }

  /** Whether there is nothing in it that could be used: it is new, or all is to be made anew. */
  public boolean isEmpty() {
    try {
      return !reading || !storage.fileSystem(folder).exists(Storage.path(folder));
    } catch (IOException e) {
      LOG.warn("whether there is a store cannot be told: {}", e.toString());
      return false;
    }
  }

  /**
   * A key of the store's own, made when first asked for; a store that keeps nothing has another
   * each time. It makes what entries hold of respondents useless outside this folder.
   */
  public byte[] key() {
    byte[] fresh = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(fresh);
    if (folder == null) {
      return fresh;
    }
    Path path = new Path(Storage.path(folder), KEY);
    try {
      FileSystem fileSystem = storage.fileSystem(folder);
      if (fileSystem.exists(path)) {
        try (InputStream in = fileSystem.open(path)) {
          byte[] known = in.readNBytes(KEY_BYTES);
          if (known.length == KEY_BYTES) {
            return known;
          }
        }
      }
      ownFolder(fileSystem);
      try (OutputStream out = fileSystem.create(path, true)) {
        out.write(fresh);
      }
      fileSystem.setPermission(path, OWNER_READS);
    } catch (IOException e) {
      LOG.warn(
          "the key of the store cannot be kept, so its surveys are read anew: {}", e.toString());
    }
    return fresh;
  }

  private void ownFolder(FileSystem fileSystem) throws IOException {
    if (!owned.get()) {
      fileSystem.mkdirs(Storage.path(folder), OWNER_ONLY);
      fileSystem.setPermission(Storage.path(folder), OWNER_ONLY);
      owned.set(true);
    }
  }

  /** The names of all entries that may be read, found in one look. */
  Set<String> names() {
    Set<String> names = new HashSet<>();
    if (!isEmpty()) {
      try {
        for (FileStatus entry : storage.fileSystem(folder).listStatus(Storage.path(folder))) {
          names.add(entry.getPath().getName());
        }
      } catch (IOException e) {
        LOG.warn("the store cannot be listed: {}", e.toString());
      }
    }
    return names;
  }

  /** What a file of this name was found to hold; none where there is no entry that can be read. */
  @SuppressWarnings("unchecked") // the entry's name says which reduction made it
  <S extends Summary<S>> Optional<StoredFile<S>> load(String name) {
    return entry(name, StoredFile.class).map(stored -> (StoredFile<S>) stored);
  }

  /** What several files add up to; none where there is no such sum that can be read. */
  @SuppressWarnings("unchecked") // the entry's name says which reduction made it
  <S extends Summary<S>> Optional<StoredSum<S>> loadSum(String name) {
    return entry(name + SUM, StoredSum.class).map(stored -> (StoredSum<S>) stored);
  }

  /** Keeps what several files of a source add up to; of a source, the newest few are kept. */
  void saveSum(String name, String source, StoredSum<?> sum) {
    keep(name + SUM, sum);
    forgetOld(source, SUM, SUMS_OF_A_SOURCE);
  }

  /**
   * Deletes all but the newest few entries of a kind.
   *
   * @param source what their names begin with, before a hyphen
   * @param kind what they end with
   * @param newest how many stay
   */
  public void forgetOld(String source, String kind, int newest) {
    if (folder == null) {
      return;
    }
    try {
      FileSystem fileSystem = storage.fileSystem(folder);
      FileStatus[] entries =
          fileSystem.listStatus(
              Storage.path(folder),
              path -> path.getName().startsWith(source + "-") && path.getName().endsWith(kind));
      Arrays.sort(entries, Comparator.comparingLong(FileStatus::getModificationTime).reversed());
      for (int old = newest; old < entries.length; old++) {
        fileSystem.delete(entries[old].getPath(), false);
      }
    } catch (IOException e) {
      LOG.warn("old entries of the store cannot be deleted: {}", e.toString());
    }
  }

  /** Deletes entries, and what lies beside them. */
  void delete(List<String> names) {
    try {
      for (String name : names) {
        storage.fileSystem(folder).delete(new Path(Storage.path(folder), name), false);
      }
    } catch (IOException e) {
      LOG.warn("unused entries of the store cannot be deleted: {}", e.toString());
    }
  }

  /** What was kept under a name that says all it depends on; none where it cannot be read. */
  public <T extends Serializable> Optional<T> find(String name, Class<T> type) {
    return entry(name, type);
  }

  private <T> Optional<T> entry(String name, Class<T> type) {
    if (!reading) {
      return Optional.empty();
    }
    Path path = new Path(Storage.path(folder), name);
    try {
      FileSystem fileSystem = storage.fileSystem(folder);
      if (!fileSystem.exists(path)) {
        return Optional.empty();
      }
      EntryFile.verify(fileSystem, path);
      Object stored = EntryFile.read(storage, path);
      for (SpilledRows rows : spilled(stored)) {
        EntryFile.verify(fileSystem, new Path(Storage.path(folder), rows.name()));
      }
      return Optional.of(type.cast(stored));
    } catch (IOException | ClassNotFoundException | RuntimeException e) {
      LOG.warn("entry {} of the store cannot be used and is made anew: {}", name, e.toString());
      return Optional.empty();
    }
  }

  /** Rows that lie beside an entry. */
  private static List<SpilledRows> spilled(Object stored) {
    return stored instanceof HoldsBook books ? books.book().spilled() : List.of();
  }

  /** Keeps what was found in a file. */
  void save(String name, StoredFile<?> stored) {
    keep(name, stored);
  }

  /** The rows of a file that were looked for; none where there is no entry that can be read. */
  Optional<KeyRows> keyRows(String name) {
    return entry(name + KEY_ROWS, KeyRows.class);
  }

  /** Keeps the rows of a file that were looked for. */
  void save(String name, KeyRows rows) {
    keep(name + KEY_ROWS, rows);
  }

  /**
   * Keeps something under a name that says all it depends on; a store that cannot be written costs
   * time later, never the run.
   */
  public void keep(String name, Serializable stored) {
    if (folder == null) {
      return;
    }
    try {
      FileSystem fileSystem = storage.fileSystem(folder);
      ownFolder(fileSystem);
      Path aside = new Path(Storage.path(folder), "." + name + ".new");
      try (OutputStream out = new BufferedOutputStream(fileSystem.create(aside, true), 1 << 20)) {
        EntryFile.write(name, stored, out);
      }
      fileSystem.delete(new Path(Storage.path(folder), name), false);
      fileSystem.rename(aside, new Path(Storage.path(folder), name));
    } catch (IOException e) {
      LOG.warn("entry {} of the store cannot be kept: {}", name, e.toString());
    }
  }
}

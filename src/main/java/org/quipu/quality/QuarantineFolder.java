package org.quipu.quality;

import java.io.IOException;
import java.io.Serializable;
import org.quipu.source.Storage;

/**
 * Where rows in quarantine wait that are more than memory is to hold. A file whose every row is bad
 * so costs disk, not memory.
 *
 * @param folder on a storage that driver and executors share; null: there is none
 * @param rowsInMemory rows of one part of a file that are kept in memory; with a folder further
 *     ones go there, without one they are only counted
 */
public record QuarantineFolder(Storage storage, String folder, int rowsInMemory)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** All rows are kept in memory. */
  public static QuarantineFolder none() {
    return new QuarantineFolder(Storage.plain(), null, Integer.MAX_VALUE);
  }

  /** A place for the rows of one part of a file; its name is unique in the folder. */
  public QuarantineSink sink(String name) {
    return new QuarantineSink(this, name);
  }

  /** Where the rows of a name lie. */
  public String path(String name) {
    return folder + "/" + name;
  }

  SpillReader open(SpilledRows rows) throws IOException {
    return new SpillReader(storage.open(path(rows.name()), 0), rows);
  }

  SpillWriter create(String name) throws IOException {
    return new SpillWriter(name, storage.create(path(name)));
  }
}

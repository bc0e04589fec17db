package org.quipu.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quipu.table.Origins.Origin;
import org.quipu.table.Origins.WrittenBlock;

/**
 * The blocks of a table in an earlier version, by key. The file is looked at for the first of them.
 */
public final class KeptBlocks implements Closeable {

  /** Row groups that follow each other. */
  private record Place(int first, int groups) {}

  private final Map<String, Place> places = new HashMap<>();
  private final Optional<Version> version;
  private final ResultTable table;
  private final String name;
  private final Origin origin;
  private HeldFile held;
  private KeptTable file;

  /** The blocks of a table that was written under a name. */
  KeptBlocks(Optional<Version> version, ResultTable table, String name) {
    this.version = version;
    this.table = table;
    this.name = name;
    this.origin = version.map(from -> from.origins().files().get(name)).orElse(null);
    int first = 0;
    for (WrittenBlock block : origin == null ? List.<WrittenBlock>of() : origin.blocks()) {
      places.put(block.key(), new Place(first, block.rowGroups()));
      first += block.rowGroups();
    }
  }

  /** Whether a block is here. */
  public synchronized boolean has(String key) {
    return !key.equals(Block.OF_THIS_RUN) && places.containsKey(key) && isIntact();
  }

  /** The rows of a block that is here, in the table's order. */
  public <R extends Record> List<R> rows(Class<R> row, String key) throws IOException {
    Place place = places.get(key);
    try (TableReader reader = TableReader.open(held)) {
      return reader.records(row, place.first, place.groups);
    }
  }

  /**
   * Adds a block that is here to a file.
   *
   * @return how many row groups it has
   */
  int addTo(TableFile to, String key) throws IOException {
    if (file == null) {
      file = KeptTable.open(table, held);
    }
    Place place = places.get(key);
    for (int group = 0; group < place.groups; group++) {
      to.add(file, place.first + group);
    }
    return place.groups;
  }

  /** Whether the file is as it was written; where it is not, no block is here. */
  private boolean isIntact() {
    if (held == null) {
      held = version.orElseThrow().intact(name, origin).orElse(null);
      if (held == null) {
        places.clear();
      }
    }
    return held != null;
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}

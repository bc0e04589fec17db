package org.quipu.summary;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.quipu.source.TextRecord;

/** The rows of a file whose keys occur elsewhere too, of the keys that were asked for so far. */
final class KeyRows implements Serializable {
  private static final long serialVersionUID = 1L;
  private final TreeSet<Long> asked = new TreeSet<>();
  private final ArrayList<Row> rows = new ArrayList<>();

  /** A row and the hash of its key. */
  record Row(long keyHash, TextRecord.Kept record) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** Whether the rows of all these keys have been looked for. */
  boolean isAsked(Set<Long> keys) {
    return asked.containsAll(keys);
  }

  /** Notes the rows that were found for some keys. */
  void answer(Set<Long> keys, List<Row> found) {
    found.stream().filter(row -> !asked.contains(row.keyHash)).forEach(rows::add);
    asked.addAll(keys);
  }

  /** The rows of some keys, all of which have been asked for. */
  List<TextRecord.Kept> of(Set<Long> keys) {
    return rows.stream().filter(row -> keys.contains(row.keyHash)).map(Row::record).toList();
  }
}

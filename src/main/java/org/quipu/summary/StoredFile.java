package org.quipu.summary;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.quipu.quality.Book;
import org.quipu.source.TextRecord;

/**
 * All that is kept of one file, so that it need not be read again: every accepted row summed, the
 * books, and those rows that were asked for because their keys occur elsewhere too.
 *
 * @param path where the file lay when it was read
 * @param summary of all accepted rows
 * @param book of all rows
 * @param asked hashes of keys whose rows were looked for in this file
 * @param contested the rows that were found
 */
record StoredFile<S extends Summary<S>>(
    String path, S summary, Book book, TreeSet<Long> asked, ArrayList<Contested> contested)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A row whose key occurs more than once, and the hash of that key. */
  record Contested(long keyHash, TextRecord.Kept record) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  static <S extends Summary<S>> StoredFile<S> of(String path, S summary, Book book) {
    return new StoredFile<>(path, summary, book, new TreeSet<>(), new ArrayList<>());
  }

  /** Two parts of one file together; neither has been asked for rows yet. */
  StoredFile<S> plus(StoredFile<S> other) {
    summary.merge(other.summary);
    return of(path, summary, book.plus(other.book));
  }

  /** The same file at another place. */
  StoredFile<S> at(String newPath) {
    if (!newPath.equals(path)) {
      summary.relocate(path, newPath);
    }
    return new StoredFile<>(newPath, summary, book.relocated(path, newPath), asked, contested);
  }

  /** Notes the rows that were found for some keys. */
  void answer(Set<Long> keys, List<Contested> rows) {
    asked.addAll(keys);
    contested.addAll(rows);
  }

  /** The rows of some keys, all of which have been asked for. */
  List<Contested> rowsOf(Set<Long> keys) {
    return contested.stream().filter(row -> keys.contains(row.keyHash)).toList();
  }
}

package org.quipu.summary;

import java.io.Serializable;
import org.quipu.quality.Book;
import org.quipu.quality.HoldsBook;

/**
 * What is kept of a file, so that it need not be read again: every accepted row summed, and the
 * books.
 *
 * @param path where the file lay when it was read
 * @param summary of all accepted rows
 * @param book of all rows
 */
record StoredFile<S extends Summary<S>>(String path, S summary, Book book)
    implements HoldsBook, Serializable {
  private static final long serialVersionUID = 2L;

  /** Two parts of one file together; their summaries are used up. */
  StoredFile<S> plus(StoredFile<S> other) {
    summary.merge(other.summary);
    return new StoredFile<>(path, summary, book.plus(other.book));
  }

  /** The same file at another place. */
  StoredFile<S> at(String newPath) {
    if (!newPath.equals(path)) {
      summary.relocate(path, newPath);
    }
    return new StoredFile<>(newPath, summary, book.relocated(path, newPath));
  }
}

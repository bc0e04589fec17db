package org.quipu.quality;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * All rows in quarantine of a book, by file and line, whether they wait in memory or on disk. What
 * lies on disk is opened when its first line is reached, so that few files are open at a time.
 */
public final class QuarantineRows implements Iterator<Quarantined>, Closeable {
  private final QuarantineFolder folder;
  private final PriorityQueue<Cursor> cursors = new PriorityQueue<>();

  /** A sorted sequence of rows at its next one. */
  private static final class Cursor implements Comparable<Cursor> {
    private final SpilledRows spilled;
    private final Iterator<Quarantined> inMemory;
    private SpillReader reader;
    private Quarantined row;

    Cursor(SpilledRows spilled, Iterator<Quarantined> inMemory) {
      this.spilled = spilled;
      this.inMemory = inMemory;
      this.row = inMemory == null ? null : inMemory.next();
    }

    private String file() {
      return row == null ? spilled.file() : row.file();
    }

    private long line() {
      return row == null ? spilled.firstLine() : row.line();
    }

    /** One that has not been opened comes before rows of its first line. */
    @Override
    public int compareTo(Cursor other) {
      int byFile = file().compareTo(other.file());
      int byLine = byFile != 0 ? byFile : Long.compare(line(), other.line());
      if (byLine != 0 || row == null || other.row == null) {
        return byLine != 0 ? byLine : Boolean.compare(row != null, other.row != null);
      }
      return Book.BY_PLACE.compare(row, other.row);
    }
  }

  QuarantineRows(List<Quarantined> inMemory, List<SpilledRows> spilled, QuarantineFolder folder) {
    this.folder = folder;
    if (!inMemory.isEmpty()) {
      cursors.add(new Cursor(null, inMemory.iterator()));
    }
    spilled.forEach(each -> cursors.add(new Cursor(each, null)));
  }

  @Override
  public boolean hasNext() {
    return !cursors.isEmpty();
  }

  @Override
  public Quarantined next() {
    try {
      while (!cursors.isEmpty()) {
        Cursor first = cursors.poll();
        Quarantined row = first.row;
        if (row == null) {
          first.reader = folder.open(first.spilled);
        }
        first.row = first.inMemory != null ? following(first.inMemory) : first.reader.next();
        if (first.row != null) {
          cursors.add(first);
        } else if (first.reader != null) {
          first.reader.close();
        }
        if (row != null) {
          return row;
        }
      }
      throw new NoSuchElementException();
    } catch (IOException e) {
      throw new UncheckedIOException("rows in quarantine cannot be read back from disk", e);
    }
  }

  private static Quarantined following(Iterator<Quarantined> rows) {
    return rows.hasNext() ? rows.next() : null;
  }

  @Override
  public void close() throws IOException {
    for (Cursor cursor : cursors) {
      if (cursor.reader != null) {
        cursor.reader.close();
      }
    }
    cursors.clear();
  }
}

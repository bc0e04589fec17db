package org.quipu.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes the rows of one part of a file that go to quarantine: a few are kept in memory, and once
 * they are more than a few all are written to disk, in order of their lines.
 */
public final class QuarantineSink {
  /** Rows may be long; so many characters of them are as much as memory is to hold. */
  private static final long CHARACTERS = 1 << 20;

  private final QuarantineFolder folder;
  private final String name;
  private final List<Quarantined> kept = new ArrayList<>();
  private final List<SpilledRows> spilled = new ArrayList<>();
  private final Map<String, Integer> keptByRule = new HashMap<>();
  private long characters;
  private long count;

  /** Rows of the line that is being written; a dialect may make several of one. */
  private final List<Quarantined> line = new ArrayList<>();

  private SpillWriter run;
  private Quarantined firstOfRun;
  private long lastLine;
  private long rowsOfRun;

  QuarantineSink(QuarantineFolder folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /** Takes a row. */
  public void add(Quarantined row) {
    count++;
    if (folder.folder() == null) {
      // Of each rule some, so that there is one to show.
      if (keptByRule.merge(row.rule(), 1, Integer::sum) <= folder.rowsInMemory()) {
        kept.add(row);
      }
      return;
    }
    if (run != null) {
      write(row);
      return;
    }
    kept.add(row);
    characters += row.raw().length();
    if (kept.size() > folder.rowsInMemory() || characters > CHARACTERS) {
      kept.sort(Book.BY_PLACE);
      kept.forEach(this::write);
      kept.clear();
    }
  }

  private void write(Quarantined row) {
    try {
      if (!line.isEmpty() && line.get(0).line() != row.line()) {
        writeLine();
      }
      line.add(row);
    } catch (IOException e) {
      throw new UncheckedIOException("rows in quarantine cannot be kept on disk", e);
    }
  }

  private void writeLine() throws IOException {
    if (line.isEmpty()) {
      return;
    }
    if (run != null && line.get(0).line() < lastLine) {
      endRun();
    }
    line.sort(Book.BY_PLACE);
    if (run == null) {
      run = folder.create(name + "." + spilled.size() + ".rows");
      firstOfRun = line.get(0);
      rowsOfRun = 0;
    }
    for (Quarantined row : line) {
      run.write(row);
    }
    rowsOfRun += line.size();
    lastLine = line.get(0).line();
    line.clear();
  }

  private void endRun() throws IOException {
    run.close();
    spilled.add(
        new SpilledRows(
            name + "." + spilled.size() + ".rows",
            firstOfRun.source(),
            firstOfRun.file(),
            firstOfRun.line(),
            rowsOfRun));
    run = null;
  }

  /** The rows alone as a book, once all have been added. */
  public Book book() {
    return Book.ofRows(kept, spilled());
  }

  /** How many rows it took. */
  long count() {
    return count;
  }

  /** The rows in memory, once all have been added. */
  List<Quarantined> kept() {
    return kept;
  }

  /** The rows on disk, once all have been added. */
  List<SpilledRows> spilled() {
    try {
      writeLine();
      if (run != null) {
        endRun();
      }
      return spilled;
    } catch (IOException e) {
      throw new UncheckedIOException("rows in quarantine cannot be kept on disk", e);
    }
  }
}

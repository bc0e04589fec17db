package org.quipu.job;

import java.util.List;
import org.quipu.quality.Book;
import org.quipu.quality.Counts;
import org.quipu.source.FileProfile;

/**
 * One source of a run: its files and what became of their rows.
 *
 * @param source its name
 * @param dialect that its columns were read by
 * @param files in the order of their paths
 */
public record SourceReport(String source, String dialect, List<FileProfile> files, Book book) {

  /** What became of the rows of one file; a file without rows has none. */
  public Counts counts(FileProfile file) {
    return book.files().getOrDefault(file.file().path(), Counts.NONE);
  }
}

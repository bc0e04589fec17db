package org.quipu.quality;

import java.util.List;
import org.quipu.config.SourceConfig;
import org.quipu.source.FileProfile;
import org.quipu.source.Formats;
import org.quipu.source.InputFile;
import org.quipu.source.InputFiles;
import org.quipu.source.RecordReader;
import org.quipu.source.SourceContract;
import org.quipu.source.Split;
import org.quipu.source.Storage;
import org.quipu.source.TextRecord;

/** Holds files against the contract of a source alone, without the rest of a job. */
public final class Checkup {
  /** Rows of each file that are looked at. */
  public static final long ROWS = 200_000;

  private Checkup() {}

  /**
   * What would become of the first {@link #ROWS} rows of each file. Rows that share a key are not
   * looked for.
   *
   * @param privacy what of persons may be shown
   * @throws org.quipu.source.InputException if a file cannot be read or lacks a required column
   */
  public static Book of(
      SourceContract contract, SourceConfig config, Storage storage, Privacy privacy) {
    Book book = Book.empty();
    for (InputFile file : InputFiles.of(config, storage)) {
      FileProfile profile = Formats.profile(file, config, storage, Long.MAX_VALUE);
      RowLayout layout = RowLayout.of(contract, List.of(), profile, config);
      RowChecker checker =
          new RowChecker(
              profile, Rules.ofContract(contract, List.of(), layout), privacy.of(profile, layout));
      RowView view = new RowView(layout);
      long left = ROWS;
      for (Split split : profile.splits()) {
        try (RecordReader rows = Formats.records(profile, split, storage)) {
          for (TextRecord row = rows.next(); row != null && left > 0; row = rows.next()) {
            checker.accepts(view.of(row));
            left--;
          }
        } catch (java.io.IOException e) {
          throw Formats.unreadable(file, e);
        }
      }
      book = book.plus(checker.book());
    }
    return book;
  }
}

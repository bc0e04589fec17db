package org.quipu.summary;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.quipu.config.QuotedTexts;
import org.quipu.config.SourceConfig;
import org.quipu.quality.Book;
import org.quipu.quality.Disclosure;
import org.quipu.quality.Privacy;
import org.quipu.quality.QuarantineFolder;
import org.quipu.quality.RowChecker;
import org.quipu.quality.RowLayout;
import org.quipu.quality.RowView;
import org.quipu.quality.Rule;
import org.quipu.quality.RulePolicy;
import org.quipu.quality.Rules;
import org.quipu.source.FileProfile;
import org.quipu.source.Formats;
import org.quipu.source.ParquetBatches;
import org.quipu.source.RecordReader;
import org.quipu.source.Split;
import org.quipu.source.Storage;
import org.quipu.source.TextRecord;
import org.quipu.source.Unchanged;

/**
 * What the tasks of a pass share: the files with their layouts and rules, and what is made of rows.
 *
 * @param names of what is kept of the files
 * @param columnar whether files that can be are read by column; what comes out is the same
 * @param quarantine where rows in quarantine wait if they are many
 */
record PassPlan<S extends Summary<S>>(
    ArrayList<FilePlan> files,
    Reduction<S> reduction,
    Storage storage,
    StoreNames names,
    boolean columnar,
    QuarantineFolder quarantine)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Rows between two words on how far a part is. */
  private static final int ROWS_UNSAID = 1 << 14;

  /** What a task needs to know of one file. */
  record FilePlan(
      FileProfile profile, RowLayout layout, ArrayList<Rule> rules, Disclosure disclosure)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    String path() {
      return profile.file().path();
    }
  }

  /** One part of one file. */
  record Part(int file, Split split) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Whether another part goes on where this one ends. */
    private boolean meets(Part next) {
      return file == next.file && split.end() == next.split.start();
    }

    private Part with(Part next) {
      return new Part(file, new Split(split.start(), next.split.end(), split.firstLine()));
    }
  }

  /**
   * Returns if files that were read are as they were looked over: else nothing of them is kept.
   *
   * @throws org.quipu.source.InputException if one is not
   */
  void requireUnchanged(Collection<Integer> read) {
    read.forEach(file -> Unchanged.require(files.get(file).profile().file(), storage));
  }

  /**
   * Plans the pass over the files of a source.
   *
   * @throws org.quipu.source.InputException if a file lacks a required column
   */
  static <S extends Summary<S>> PassPlan<S> of(
      Storage storage,
      List<FileProfile> profiles,
      SourceConfig config,
      Reduction<S> reduction,
      Privacy privacy,
      RulePolicy policy) {
    ArrayList<FilePlan> files = new ArrayList<>();
    Map<Columns, Held> known = new HashMap<>();
    for (FileProfile profile : profiles) {
      // Months of one system have the same columns: what follows from those is made once.
      Held held =
          known.computeIfAbsent(
              new Columns(profile.header(), profile.isMapped()),
              columns -> held(profile, config, reduction, policy));
      files.add(new FilePlan(profile, held.layout, held.rules, privacy.of(profile, held.layout)));
    }
    String how =
        String.join(
            "\n",
            config.howToRead(),
            QuotedTexts.of(privacy.dropColumns()),
            policy.fingerprint(reduction.contract().name()),
            reduction.fingerprint());
    return new PassPlan<>(
        files,
        reduction,
        storage,
        StoreNames.of(reduction.contract().name(), how),
        true,
        QuarantineFolder.none());
  }

  /** What of a file decides where its columns stand. */
  private record Columns(List<String> header, boolean isMapped) {}

  /** Where columns stand, and what rows are held to. */
  private record Held(RowLayout layout, ArrayList<Rule> rules) {}

  private static Held held(
      FileProfile profile, SourceConfig config, Reduction<?> reduction, RulePolicy policy) {
    RowLayout layout =
        RowLayout.of(reduction.contract(), reduction.furtherColumns(), profile, config);
    List<Rule> rules =
        new ArrayList<>(Rules.ofContract(reduction.contract(), reduction.furtherColumns(), layout));
    rules.addAll(reduction.rules(layout));
    return new Held(
        layout, new ArrayList<>(policy.apply(reduction.contract().name(), rules, layout)));
  }

  /** The same plan, reading everything row by row. */
  PassPlan<S> byRow() {
    return new PassPlan<>(files, reduction, storage, names, false, quarantine);
  }

  /** The same plan, keeping what is found, and rows in quarantine, in a store. */
  PassPlan<S> keptIn(SummaryStore store) {
    return new PassPlan<>(
        files, reduction, storage, names.by(store.program()), columnar, store.quarantine());
  }

  /** The name of a file's entry in the store. */
  String entry(int file) {
    return names.entry(files.get(file).profile.sha256());
  }

  /** A name of a part that no other has; files of one content share an entry. */
  String name(Part part) {
    return entry(part.file) + "." + part.file + "." + part.split.start();
  }

  /** The parts of some files, in order. */
  List<Part> parts(List<Integer> ofFiles) {
    List<Part> parts = new ArrayList<>();
    for (int file : ofFiles) {
      files.get(file).profile.splits().forEach(split -> parts.add(new Part(file, split)));
    }
    return parts;
  }

  /** Neighbours as one part: a file is opened, and a summary begun, once for all of them. */
  static List<Part> joined(List<Part> parts) {
    List<Part> joined = new ArrayList<>();
    for (Part part : parts) {
      int last = joined.size() - 1;
      if (last >= 0 && joined.get(last).meets(part)) {
        joined.set(last, joined.get(last).with(part));
      } else {
        joined.add(part);
      }
    }
    return joined;
  }

  /**
   * Reads, checks and sums one part: by column where its file can be read so, else by row.
   *
   * @param before what other parts of the file add up to, which is used up; null where there is
   *     none
   */
  StoredFile<S> read(Part part, StoredFile<S> before, LongConsumer rowsRead) throws IOException {
    FilePlan file = files.get(part.file);
    S summary = before == null ? reduction.empty() : before.summary();
    Reduction.Fold<S> fold = reduction.fold(file.layout, file.path());
    String name = name(part);
    RowChecker checker =
        new RowChecker(file.profile, file.rules, file.disclosure, quarantine, name);
    if (!readBatches(file, part.split, checker, fold, summary, rowsRead)) {
      forEachAccepted(file, part.split, 0, checker, row -> fold.add(summary, row), rowsRead);
    }
    Book book = before == null ? checker.book() : before.book().plus(checker.book());
    return new StoredFile<>(file.path(), summary, book);
  }

  /**
   * Some columns of a part of a file in batches; none where it is read row by row.
   *
   * @param read places in the file's header, ascending
   */
  Optional<ParquetBatches> batches(FilePlan file, Split split, int[] read) throws IOException {
    boolean own = file.rules.stream().anyMatch(Rule::isOwn);
    return columnar && !own && !file.profile.isMapped() && file.profile.format().equals("parquet")
        ? ParquetBatches.open(file.profile.file(), split, storage, file.profile.header(), read)
        : Optional.empty();
  }

  private boolean readBatches(
      FilePlan file,
      Split split,
      RowChecker checker,
      Reduction.Fold<S> fold,
      S summary,
      LongConsumer rowsRead)
      throws IOException {
    int[] all = IntStream.range(0, file.profile.header().size()).toArray();
    Optional<ParquetBatches> opened = batches(file, split, all);
    if (opened.isEmpty()) {
      return false;
    }
    try (ParquetBatches batches = opened.get()) {
      Optional<BatchFold<S>> batchFold = reduction.batchFold(file.layout, batches);
      if (batchFold.isEmpty()) {
        return false;
      }
      batchFold.get().begin(summary, split);
      BatchRecords doubtful = new BatchRecords(batches, file.profile.header().size());
      RowView view = new RowView(file.layout);
      for (long line = split.firstLine(); batches.next(); line += batches.rows()) {
        if (batches.isDamaged()) {
          batchFold.get().passOver(batches.rows());
          forEachAccepted(
              file, batches.damaged(line), line, checker, row -> fold.add(summary, row), rowsRead);
          continue;
        }
        long first = line;
        int added =
            batchFold
                .get()
                .add(
                    summary,
                    batches,
                    row -> {
                      if (checker.accepts(view.of(doubtful.record(row, first + row)))) {
                        fold.add(summary, view);
                      }
                    });
        checker.acceptAll(added);
        rowsRead.accept(batches.rows());
      }
      batchFold.get().end();
      return true;
    }
  }

  /** The records of a part, with the codes that its facilities have today. */
  RecordReader open(Part part) throws IOException {
    return open(files.get(part.file), part.split);
  }

  private RecordReader open(FilePlan file, Split split) throws IOException {
    return reduction.current(Formats.records(file.profile, split, storage), file.layout);
  }

  /** Receives accepted rows, each a view that the next overwrites. */
  private interface RowVisitor {
    void accept(RowView row);
  }

  /**
   * @param firstLine of the rows that are looked at
   */
  private void forEachAccepted(
      FilePlan file,
      Split split,
      long firstLine,
      RowChecker checker,
      RowVisitor visitor,
      LongConsumer rowsRead)
      throws IOException {
    RowView view = new RowView(file.layout);
    long unsaid = 0;
    try (RecordReader reader = open(file, split)) {
      for (TextRecord next = reader.next(); next != null; next = reader.next()) {
        if (next.line() < firstLine) {
          continue;
        }
        if (checker.accepts(view.of(next))) {
          visitor.accept(view);
        }
        if (++unsaid == ROWS_UNSAID) {
          rowsRead.accept(unsaid);
          unsaid = 0;
        }
      }
      rowsRead.accept(unsaid);
    }
  }
}

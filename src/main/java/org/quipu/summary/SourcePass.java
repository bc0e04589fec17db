package org.quipu.summary;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.quipu.config.SourceConfig;
import org.quipu.quality.Book;
import org.quipu.quality.DuplicateBook;
import org.quipu.quality.RowChecker;
import org.quipu.quality.RowLayout;
import org.quipu.quality.RowView;
import org.quipu.quality.Rule;
import org.quipu.quality.Rules;
import org.quipu.source.FileProfile;
import org.quipu.source.Formats;
import org.quipu.source.RecordReader;
import org.quipu.source.Storage;
import org.quipu.source.TextRecord;

/**
 * The one pass over a large source: rules, books, keys and summary in the same scan, a task for
 * each part of a file, whose small results are merged.
 *
 * <p>Keys that occur in several rows are known only when all parts are merged. Then, and only then,
 * a second and narrow pass fetches those rows; they are taken out of the summary, settled, and the
 * one row of each key that is to be used goes back in. So the result does not depend on which row
 * was read first.
 */
public final class SourcePass {
  private SourcePass() {}

  /** The summary of a source's accepted rows, and what became of every row. */
  public record Result<S>(S summary, Book book) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** What a task needs to know of one file. */
  private record FilePlan(FileProfile profile, RowLayout layout, ArrayList<Rule> rules)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** What all tasks share. */
  private record Plan<S extends Summary<S>>(
      ArrayList<FilePlan> files, Reduction<S> reduction, Storage storage) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** One part of one file, by position. */
  private record Part(int file, int split) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** A row whose key occurs more than once. */
  private record Collided(int file, TextRecord.Kept record) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Reads every file of a source once.
   *
   * @throws org.quipu.source.InputException if a file lacks a required column
   */
  public static <S extends Summary<S>> Result<S> run(
      JavaSparkContext spark,
      Storage storage,
      List<FileProfile> profiles,
      SourceConfig config,
      Reduction<S> reduction) {
    Plan<S> plan = plan(storage, profiles, config, reduction);
    List<Part> parts = new ArrayList<>();
    for (int file = 0; file < profiles.size(); file++) {
      for (int split = 0; split < profiles.get(file).splits().size(); split++) {
        parts.add(new Part(file, split));
      }
    }
    Broadcast<Plan<S>> shared = spark.broadcast(plan);
    JavaRDD<Part> tasks = spark.parallelize(parts, tasks(spark, parts));
    spark.setJobDescription("Read, check and sum " + config.name());
    Result<S> all = tasks.map(part -> read(shared.value(), part)).reduce(SourcePass::merge);
    Set<Long> collisions = new HashSet<>(all.summary.collisions());
    if (!collisions.isEmpty()) {
      Broadcast<Set<Long>> wanted = spark.broadcast(collisions);
      spark.setJobDescription("Fetch rows of " + config.name() + " that share their keys");
      List<Collided> rows =
          tasks.flatMap(part -> collided(shared.value(), part, wanted.value())).collect();
      all = settle(plan, all, rows);
    }
    spark.setJobDescription(null);
    return all;
  }

  private static int tasks(JavaSparkContext spark, List<Part> parts) {
    return Math.max(1, Math.min(parts.size(), 64 * spark.defaultParallelism()));
  }

  private static <S extends Summary<S>> Plan<S> plan(
      Storage storage, List<FileProfile> profiles, SourceConfig config, Reduction<S> reduction) {
    ArrayList<FilePlan> files = new ArrayList<>();
    for (FileProfile profile : profiles) {
      RowLayout layout =
          RowLayout.of(reduction.contract(), reduction.furtherColumns(), profile, config);
      ArrayList<Rule> rules =
          new ArrayList<>(
              Rules.ofContract(reduction.contract(), reduction.furtherColumns(), layout));
      rules.addAll(reduction.rules(layout));
      files.add(new FilePlan(profile, layout, rules));
    }
    return new Plan<>(files, reduction, storage);
  }

  private static <S extends Summary<S>> Result<S> merge(Result<S> a, Result<S> b) {
    a.summary.merge(b.summary);
    return new Result<>(a.summary, a.book.plus(b.book));
  }

  /** Reads, checks and sums one part. */
  private static <S extends Summary<S>> Result<S> read(Plan<S> plan, Part part) throws IOException {
    FilePlan file = plan.files.get(part.file);
    S summary = plan.reduction.empty();
    Reduction.Fold<S> fold = plan.reduction.fold(file.layout, file.profile.file().path());
    RowChecker checker = new RowChecker(file.profile, file.rules);
    forEachAccepted(plan, part, checker, row -> fold.add(summary, row));
    return new Result<>(summary, checker.book());
  }

  private static <S extends Summary<S>> Iterator<Collided> collided(
      Plan<S> plan, Part part, Set<Long> wanted) throws IOException {
    FilePlan file = plan.files.get(part.file);
    int[] keys = plan.reduction.keyColumns(file.layout);
    List<Collided> rows = new ArrayList<>();
    forEachAccepted(
        plan,
        part,
        new RowChecker(file.profile, file.rules),
        row -> {
          if (wanted.contains(Reduction.keyHash(row, keys))) {
            rows.add(new Collided(part.file, row.record().keep()));
          }
        });
    return rows.iterator();
  }

  /** Receives accepted rows, each a view that the next overwrites. */
  private interface RowVisitor {
    void accept(RowView row);
  }

  private static void forEachAccepted(
      Plan<?> plan, Part part, RowChecker checker, RowVisitor visitor) throws IOException {
    FilePlan file = plan.files.get(part.file);
    RowView view = new RowView(file.layout);
    try (RecordReader reader =
        Formats.records(file.profile, file.profile.splits().get(part.split), plan.storage)) {
      for (TextRecord next = reader.next(); next != null; next = reader.next()) {
        if (checker.accepts(view.of(next))) {
          visitor.accept(view);
        }
      }
    }
  }

  /** Takes colliding rows out, settles each key, and puts the rows to be used back in. */
  private static <S extends Summary<S>> Result<S> settle(
      Plan<S> plan, Result<S> all, List<Collided> rows) {
    S out = plan.reduction.empty();
    TreeMap<String, List<Collided>> byKey = new TreeMap<>();
    for (Collided row : rows) {
      fold(plan, row, out);
      byKey.computeIfAbsent(key(plan, row), k -> new ArrayList<>()).add(row);
    }
    all.summary.subtract(out);
    DuplicateBook duplicates =
        new DuplicateBook(plan.reduction.contract().name(), all.book.total().accepted());
    S in = plan.reduction.empty();
    byKey.forEach(
        (key, group) -> {
          group.sort(
              Comparator.<Collided, String>comparing(row -> path(plan, row))
                  .thenComparingLong(row -> row.record.line()));
          Optional<Collided> used =
              duplicates.add(
                  key,
                  group,
                  row -> path(plan, row),
                  row -> row.record.line(),
                  row -> row.record.record().raw(plan.files.get(row.file).profile.separator()),
                  row -> content(plan, row));
          used.ifPresent(row -> fold(plan, row, in));
        });
    all.summary.merge(in);
    return new Result<>(all.summary, duplicates.applyTo(all.book));
  }

  private static <S extends Summary<S>> void fold(Plan<S> plan, Collided row, S into) {
    plan.reduction
        .fold(plan.files.get(row.file).layout, path(plan, row))
        .add(into, view(plan, row));
  }

  private static String path(Plan<?> plan, Collided row) {
    return plan.files.get(row.file).profile.file().path();
  }

  private static RowView view(Plan<?> plan, Collided row) {
    return new RowView(plan.files.get(row.file).layout).of(row.record.record());
  }

  private static String key(Plan<?> plan, Collided row) {
    RowView view = view(plan, row);
    return Rule.key(view, plan.reduction.keyColumns(view.layout()))
        .replace(Rule.KEY_SEPARATOR, "/");
  }

  /** What two rows of one key must agree on: every canonical column, numbers by value. */
  private static List<String> content(Plan<?> plan, Collided row) {
    return view(plan, row).canonical();
  }
}

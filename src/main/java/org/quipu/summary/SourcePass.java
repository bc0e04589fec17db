package org.quipu.summary;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;
import org.quipu.config.SourceConfig;
import org.quipu.quality.Book;
import org.quipu.quality.Privacy;
import org.quipu.quality.RulePolicy;
import org.quipu.source.FileProfile;
import org.quipu.source.Storage;

/**
 * The one pass over a large source: rules, books, keys and summary in the same scan, each task a
 * few parts of files, whose small results are merged; only over files that the store does not know.
 *
 * <p>Keys that occur in several rows are known only when all files are merged. Then, and only then,
 * a second and narrow pass fetches those rows, and {@link Settlement} decides. So the result
 * depends neither on which row was read first nor on which files were read today.
 */
public final class SourcePass<S extends Summary<S>> {
  /**
   * Enough tasks for every core to share the work evenly, few enough that their results are few.
   */
  private static final int TASKS_PER_CORE = 4;

  private final Supplier<JavaSparkContext> spark;
  private final PassPlan<S> plan;
  private final SummaryStore store;
  private final RowWatcher watcher;
  private final TreeMap<Integer, StoredFile<S>> files = new TreeMap<>();

  private SourcePass(
      Supplier<JavaSparkContext> spark, PassPlan<S> plan, SummaryStore store, RowWatcher watcher) {
    this.spark = spark;
    this.plan = plan;
    this.store = store;
    this.watcher = watcher;
  }

  /** The summary of a source's accepted rows, and what became of every row. */
  public record Result<S>(S summary, Book book) {}

  /** What a task made of its parts of one file. */
  private record Made<S extends Summary<S>>(int file, StoredFile<S> stored)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** The rows that a task found in one file. */
  private record Found(int file, ArrayList<StoredFile.Contested> rows) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Sums a source.
   *
   * @param spark asked for only when there is a file to read
   * @param privacy what of persons may be kept
   * @param policy what the user decides about rules
   * @param watcher told how many rows have been read
   * @throws org.quipu.source.InputException if a file lacks a required column
   */
  public static <S extends Summary<S>> Result<S> run(
      Supplier<JavaSparkContext> spark,
      Storage storage,
      List<FileProfile> profiles,
      SourceConfig config,
      Reduction<S> reduction,
      Privacy privacy,
      RulePolicy policy,
      SummaryStore store,
      RowWatcher watcher) {
    return new SourcePass<>(
            spark,
            PassPlan.of(storage, profiles, config, reduction, privacy, policy)
                .quarantining(store.quarantine()),
            store,
            watcher)
        .run();
  }

  private Result<S> run() {
    List<Integer> unknown = new ArrayList<>();
    for (int file = 0; file < plan.files().size(); file++) {
      Optional<StoredFile<S>> known = store.load(plan.entry(plan.files().get(file)));
      if (known.isPresent()) {
        files.put(file, known.get().at(plan.files().get(file).path()));
      } else {
        unknown.add(file);
      }
    }
    if (!unknown.isEmpty()) {
      read(unknown);
      // Their own doubled keys are looked up at once, so that the next run need not.
      fetch(unknown, collisionsWithin(unknown));
      unknown.forEach(this::save);
    }
    return merge();
  }

  private TreeSet<Long> collisionsWithin(List<Integer> some) {
    TreeSet<Long> collisions = new TreeSet<>();
    some.forEach(file -> collisions.addAll(files.get(file).summary().collisions()));
    return collisions;
  }

  private void save(int file) {
    store.save(plan.entry(plan.files().get(file)), files.get(file));
  }

  /** All files together. The stored summaries stay as they are. */
  private Result<S> merge() {
    // One file is its own sum: it has been stored and is not looked at again.
    S sum = files.size() == 1 ? files.get(0).summary() : plan.reduction().empty();
    Book book = Book.empty();
    for (StoredFile<S> file : files.values()) {
      if (files.size() > 1) {
        sum.merge(file.summary());
      }
      book = book.plus(file.book());
    }
    Set<Long> collisions = Set.copyOf(sum.collisions());
    if (collisions.isEmpty()) {
      return new Result<>(sum, book);
    }
    List<Integer> toAsk =
        files.keySet().stream()
            .filter(file -> !files.get(file).asked().containsAll(collisions))
            .toList();
    if (!toAsk.isEmpty()) {
      fetch(toAsk, collisions);
      toAsk.forEach(this::save);
    }
    Settlement<S> settlement = new Settlement<>(plan);
    files.forEach(
        (file, stored) ->
            stored
                .rowsOf(collisions)
                .forEach(row -> settlement.add(plan.files().get(file), row.record())));
    return new Result<>(sum, settlement.settle(sum, book));
  }

  /** Reads, checks and sums whole files. */
  private void read(List<Integer> unknown) {
    List<List<PassPlan.Part>> tasks = tasks(plan.parts(unknown));
    JavaSparkContext context = context("Read, check and sum ");
    Broadcast<PassPlan<S>> shared = context.broadcast(plan);
    try (RowsRead rows = new RowsRead(context, profiles(unknown), watcher)) {
      LongAccumulator counter = rows.counter();
      context
          .parallelize(tasks, tasks.size())
          .flatMap(parts -> make(shared.value(), parts, counter).iterator())
          .collect()
          .forEach(one -> files.merge(one.file, one.stored, StoredFile::plus));
    }
  }

  private List<FileProfile> profiles(List<Integer> some) {
    return some.stream().map(file -> plan.files().get(file).profile()).toList();
  }

  private static <S extends Summary<S>> List<Made<S>> make(
      PassPlan<S> plan, List<PassPlan.Part> parts, LongAccumulator counter) throws IOException {
    Map<Integer, StoredFile<S>> made = new TreeMap<>();
    for (PassPlan.Part part : parts) {
      made.merge(part.file(), plan.read(part, counter::add), StoredFile::plus);
    }
    List<Made<S>> all = new ArrayList<>();
    made.forEach((file, stored) -> all.add(new Made<>(file, stored)));
    return all;
  }

  /** Looks for the rows of some keys in some files, where they have not been looked for yet. */
  private void fetch(List<Integer> some, Set<Long> keys) {
    if (keys.isEmpty()) {
      return;
    }
    List<List<PassPlan.Part>> tasks = tasks(plan.parts(some));
    JavaSparkContext context = context("Fetch rows that share their keys from ");
    Broadcast<PassPlan<S>> shared = context.broadcast(plan);
    Broadcast<WantedKeys> wanted = context.broadcast(new WantedKeys(keys));
    Map<Integer, List<StoredFile.Contested>> found = new HashMap<>();
    context
        .parallelize(tasks, tasks.size())
        .flatMap(parts -> find(shared.value(), parts, wanted.value()).iterator())
        .collect()
        .forEach(one -> found.computeIfAbsent(one.file, k -> new ArrayList<>()).addAll(one.rows));
    for (int file : some) {
      Set<Long> before = Set.copyOf(files.get(file).asked());
      List<StoredFile.Contested> rows =
          found.getOrDefault(file, List.of()).stream()
              .filter(row -> !before.contains(row.keyHash()))
              .toList();
      files.get(file).answer(keys, rows);
    }
  }

  private static List<Found> find(PassPlan<?> plan, List<PassPlan.Part> parts, WantedKeys wanted)
      throws IOException {
    List<Found> found = new ArrayList<>();
    for (PassPlan.Part part : parts) {
      found.add(new Found(part.file(), new ArrayList<>(plan.fetch(part, wanted))));
    }
    return found;
  }

  private JavaSparkContext context(String what) {
    JavaSparkContext context = spark.get();
    context.setJobDescription(what + plan.reduction().contract().name());
    return context;
  }

  /** Parts dealt out to tasks in runs of neighbours, so that a task sees few files. */
  private List<List<PassPlan.Part>> tasks(List<PassPlan.Part> parts) {
    int count = Math.min(parts.size(), TASKS_PER_CORE * spark.get().defaultParallelism());
    return IntStream.range(0, count)
        .<List<PassPlan.Part>>mapToObj(
            task ->
                PassPlan.joined(
                    parts.subList(
                        (int) ((long) task * parts.size() / count),
                        (int) ((task + 1L) * parts.size() / count))))
        .toList();
  }
}

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
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.quipu.config.SourceConfig;
import org.quipu.quality.Book;
import org.quipu.quality.Privacy;
import org.quipu.quality.RulePolicy;
import org.quipu.source.FileProfile;
import org.quipu.source.Storage;

/**
 * The one pass over a large source: rules, books, keys and summary in the same scan, each task a
 * few parts of files, which goes on with what one before it left in the same process ({@link
 * Begun}) and whose result, from another process, is merged as it comes; only over files that the
 * store does not know.
 *
 * <p>Keys that occur in several rows are known only when all files are merged. Then, and only then,
 * a second and narrow pass settles them ({@link RepeatedKeys}). So the result depends neither on
 * which row was read first nor on which files were read today.
 */
public final class SourcePass<S extends Summary<S>> {
  /** One file in so many may stand beside the kept sum of the others. */
  private static final int BESIDE = 10;

  private final PassPlan<S> plan;
  private final PassTasks tasks;
  private final SummaryStore store;
  private final RowWatcher watcher;

  /** Done when the sum that an earlier run has kept is taken. */
  private CompletableFuture<Void> summing = CompletableFuture.completedFuture(null);

  /** Files that are in the kept sum. */
  private int summed;

  /** All files so far: each is added and let go. */
  private S sum;

  private Book book = Book.empty();

  /** Keys that are more than once in a file, by file. */
  private final Map<Integer, Set<Long>> own = new HashMap<>();

  /** Where keys are in the files that were read, by file. */
  private final Map<Integer, KeyRuns> runs = new HashMap<>();

  private SourcePass(
      Workforce workforce, PassPlan<S> plan, SummaryStore store, RowWatcher watcher) {
    this.plan = plan;
    this.tasks = new PassTasks(workforce, plan);
    this.store = store;
    this.watcher = watcher;
  }

  /** The summary of a source's accepted rows, and what became of every row. */
  public record Result<S>(S summary, Book book) {}

  /**
   * What a task made of its parts of one file.
   *
   * @param stored null where it was left with what was begun
   */
  private record Made<S extends Summary<S>>(int file, StoredFile<S> stored)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** What a task needs that reads. */
  private record Reading<S extends Summary<S>>(PassPlan<S> plan, Begun<S> begun)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Sums a source.
   *
   * @param workforce asked only when there is a file to read
   * @param privacy what of persons may be kept
   * @param policy what the user decides about rules
   * @param watcher told how many rows have been read
   * @throws org.quipu.source.InputException if a file lacks a required column
   */
  public static <S extends Summary<S>> Result<S> run(
      Workforce workforce,
      Storage storage,
      List<FileProfile> profiles,
      SourceConfig config,
      Reduction<S> reduction,
      Privacy privacy,
      RulePolicy policy,
      SummaryStore store,
      RowWatcher watcher) {
    return new SourcePass<>(
            workforce,
            PassPlan.of(storage, profiles, config, reduction, privacy, policy).keptIn(store),
            store,
            watcher)
        .run();
  }

  private Result<S> run() {
    List<Integer> all = IntStream.range(0, plan.files().size()).boxed().toList();
    Set<String> names = store.names();
    List<Integer> strange = all.stream().filter(file -> !names.contains(plan.entry(file))).toList();
    // What is new is read while the sum of all others is, which takes as long as a new month.
    if (strange.size() < all.size()) {
      summing = CompletableFuture.runAsync(this::takeSum, SourcePass::besideOthers);
    }
    read(strange);
    summing.join();
    List<Integer> unknown = new ArrayList<>();
    for (int file : all) {
      if (own.containsKey(file)) {
        continue;
      }
      Optional<StoredFile<S>> known = store.load(plan.entry(file));
      if (known.isPresent()) {
        take(file, known.get().at(plan.files().get(file).path()));
      } else {
        unknown.add(file);
      }
    }
    read(unknown);
    if (strange.isEmpty() && unknown.isEmpty()) {
      watcher.rows(0, 0);
    }
    if (sum == null) {
      sum = plan.reduction().empty();
    }
    if (isMuchBeside(summed)) {
      keepSum();
    }
    Book settled = new RepeatedKeys<>(plan, tasks, store).settle(sum, book, own, runs);
    sum.seal();
    Relied.note(store, plan.names(), all.stream().map(plan::entry).toList());
    return new Result<>(sum, settled);
  }

  private static void besideOthers(Runnable task) {
    Thread thread = new Thread(task, "sum");
    thread.setDaemon(true);
    thread.start();
  }

  /** Begins with what an earlier run's files add up to, if all of them are there today. */
  private void takeSum() {
    Optional<StoredSum<S>> known =
        plan.files().size() > 1 ? store.loadSum(plan.names().sum()) : Optional.empty();
    known
        .flatMap(stored -> stored.files(plan))
        .ifPresent(
            files -> {
              own.putAll(files);
              summed = files.size();
              sum = known.get().summary();
              book = known.get().book();
            });
  }

  /**
   * Whether more files stand beside the kept sum than are to be added to it again in each run. For
   * one month beside ten years adding it again takes less time than writing the sum anew.
   */
  private boolean isMuchBeside(int members) {
    int files = plan.files().size();
    return files > 1 && (files - members) * BESIDE > files;
  }

  /** Keeps the sum of today's files, before it is corrected, in place of the one before. */
  private void keepSum() {
    ArrayList<StoredSum.Member> members = new ArrayList<>();
    for (int file = 0; file < plan.files().size(); file++) {
      members.add(
          new StoredSum.Member(
              plan.entry(file), plan.files().get(file).path(), new TreeSet<>(own.get(file))));
    }
    store.saveSum(
        plan.names().sum(),
        plan.reduction().contract().name(),
        new StoredSum<>(members, sum, book));
  }

  /** Adds a file, whose summary is used up; not once more where the sum has it. */
  private void take(int file, StoredFile<S> stored) {
    summing.join();
    if (own.containsKey(file)) {
      return;
    }
    own.put(file, Set.copyOf(stored.summary().collisions()));
    stored.summary().forgetCollisions();
    if (sum == null) {
      sum = stored.summary();
    } else {
      sum.merge(stored.summary());
    }
    book = book.plus(stored.book());
  }

  /** Reads, checks and sums whole files. */
  private void read(List<Integer> unknown) {
    if (unknown.isEmpty()) {
      return;
    }
    List<List<PassPlan.Part>> shares = tasks.of(unknown);
    int[] tasksOf = new int[plan.files().size()];
    shares.forEach(
        task -> task.stream().mapToInt(PassPlan.Part::file).distinct().forEach(f -> tasksOf[f]++));
    int[] left = tasksOf.clone();
    try (Begun<S> begun = new Begun<>()) {
      tasks
          .workers(unknown)
          .carryOut(
              tasks.job(
                  "Read, check and sum ", new Reading<>(plan, begun), shares, SourcePass::make),
              Workers.Watch.of(watcher, tasks.profiles(unknown)),
              (task, made) -> made.forEach(one -> arrived(one, left, tasksOf, begun)));
    }
  }

  /** Notes a task's part of a file; the last one completes the file, which is kept. */
  private void arrived(Made<S> made, int[] left, int[] tasksOf, Begun<S> begun) {
    int file = made.file;
    if (made.stored != null) {
      Begun.Sum<S> one = new Begun.Sum<>(made.stored, 1);
      Begun.Sum<S> before = begun.take(file);
      begun.leave(file, before == null ? one : before.plus(one));
    }
    left[file]--;
    if (left[file] == 0) {
      Begun.Sum<S> all = begun.takeAll(file).orElseThrow();
      if (all.tasks() != tasksOf[file]) {
        throw new IllegalStateException(
            "a task that reads %s failed, and with it went what others had read; it has to be read again"
                .formatted(plan.files().get(file).path()));
      }
      all.stored().summary().settle();
      runs.put(file, all.stored().summary().takeRuns());
      plan.requireUnchanged(List.of(file));
      store.save(plan.entry(file), all.stored());
      take(file, all.stored());
    }
  }

  private static <S extends Summary<S>> ArrayList<Made<S>> make(
      Reading<S> shared, List<PassPlan.Part> parts, LongConsumer rowsRead) throws IOException {
    Map<Integer, Begun.Sum<S>> sums = new TreeMap<>();
    for (PassPlan.Part part : parts) {
      int file = part.file();
      boolean isFirst = !sums.containsKey(file);
      Begun.Sum<S> before = isFirst ? shared.begun.take(file) : sums.get(file);
      StoredFile<S> stored =
          shared.plan.read(part, before == null ? null : before.stored(), rowsRead);
      int tasks = before == null ? 0 : before.tasks();
      sums.put(file, new Begun.Sum<>(stored, isFirst ? tasks + 1 : tasks));
    }
    ArrayList<Made<S>> made = new ArrayList<>();
    sums.forEach(
        (file, sum) -> {
          if (shared.begun.isHere()) {
            shared.begun.leave(file, sum);
          }
          made.add(new Made<>(file, shared.begun.isHere() ? null : sum.stored()));
        });
    return made;
  }
}

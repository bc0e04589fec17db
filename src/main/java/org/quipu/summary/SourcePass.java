package org.quipu.summary;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
 * a second and narrow pass fetches those rows, and {@link Settlement} decides. So the result
 * depends neither on which row was read first nor on which files were read today.
 */
public final class SourcePass<S extends Summary<S>> {
  /**
   * Enough tasks for every core to share the work evenly, few enough that their results are few.
   */
  private static final int TASKS_PER_CORE = 4;

  /** Keys in several rows whose rows are held, for one row in quarantine of a part of a file. */
  private static final int CONTESTED_A_ROW = 400;

  private final Workforce workforce;
  private final PassPlan<S> plan;
  private final SummaryStore store;
  private final RowWatcher watcher;

  /** All files so far: each is added and let go. */
  private S sum;

  private Book book = Book.empty();

  /** Keys that are more than once in a file, by file. */
  private final Map<Integer, Set<Long>> own = new HashMap<>();

  private SourcePass(
      Workforce workforce, PassPlan<S> plan, SummaryStore store, RowWatcher watcher) {
    this.workforce = workforce;
    this.plan = plan;
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

  /** What a task needs that looks for rows of some keys. */
  private record Wanted<S extends Summary<S>, K>(PassPlan<S> plan, K keys) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** The rows that a task found in one file. */
  private record Found(int file, ArrayList<KeyRows.Row> rows) implements Serializable {
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
            PassPlan.of(storage, profiles, config, reduction, privacy, policy)
                .quarantining(store.quarantine()),
            store,
            watcher)
        .run();
  }

  private Result<S> run() {
    boolean whole = takeSum();
    List<Integer> unknown = new ArrayList<>();
    for (int file = 0; file < plan.files().size(); file++) {
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
    if (!unknown.isEmpty()) {
      read(unknown);
    }
    if (sum == null) {
      sum = plan.reduction().empty();
    }
    if (!whole) {
      keepSum();
    }
    Book settled = settle();
    sum.seal();
    return new Result<>(sum, settled);
  }

  /**
   * Begins with what an earlier run's files add up to, if all of them are there today.
   *
   * @return whether they are all that there are today
   */
  private boolean takeSum() {
    Optional<StoredSum<S>> known =
        plan.files().size() > 1 ? store.loadSum(plan.sum()) : Optional.empty();
    Optional<Map<Integer, Set<Long>>> files = known.flatMap(stored -> stored.files(plan));
    if (files.isEmpty()) {
      return plan.files().size() < 2;
    }
    own.putAll(files.get());
    sum = known.get().summary();
    book = known.get().book();
    return own.size() == plan.files().size();
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
        plan.sum(), plan.reduction().contract().name(), new StoredSum<>(members, sum, book));
  }

  /** Adds a file, whose summary is used up. */
  private void take(int file, StoredFile<S> stored) {
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
    Workers workers = workers(unknown);
    List<List<PassPlan.Part>> tasks = tasks(unknown, workers);
    int[] tasksOf = new int[plan.files().size()];
    tasks.forEach(
        task -> task.stream().mapToInt(PassPlan.Part::file).distinct().forEach(f -> tasksOf[f]++));
    int[] left = tasksOf.clone();
    try (Begun<S> begun = new Begun<>()) {
      workers.carryOut(
          job("Read, check and sum ", new Reading<>(plan, begun), tasks, SourcePass::make),
          Workers.Watch.of(watcher, profiles(unknown)),
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
      store.save(plan.entry(file), all.stored());
      take(file, all.stored());
    }
  }

  private List<FileProfile> profiles(List<Integer> some) {
    return some.stream().map(file -> plan.files().get(file).profile()).toList();
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

  /** Corrects the sum where keys occur in several rows, and gives the corrected books. */
  private Book settle() {
    Set<Long> all = new HashSet<>(sum.collisions());
    own.values().forEach(all::addAll);
    if (all.isEmpty()) {
      return book;
    }
    if (all.size() > (long) CONTESTED_A_ROW * plan.quarantine().rowsInMemory()) {
      return settleMany(all);
    }
    TreeMap<Integer, KeyRows> byFile = new TreeMap<>();
    TreeMap<Integer, Set<Long>> toAsk = new TreeMap<>();
    for (int file = 0; file < plan.files().size(); file++) {
      // A key that is twice in one file need not be looked for in the others.
      Set<Long> keys = new HashSet<>(sum.collisions());
      keys.addAll(own.get(file));
      if (keys.isEmpty()) {
        continue;
      }
      KeyRows known = store.keyRows(plan.entry(file)).orElseGet(KeyRows::new);
      byFile.put(file, known);
      if (!known.isAsked(keys)) {
        toAsk.put(file, keys);
      }
    }
    if (!toAsk.isEmpty()) {
      fetch(toAsk, byFile);
      toAsk.keySet().forEach(file -> store.save(plan.entry(file), byFile.get(file)));
    }
    Settlement<S> settlement = new Settlement<>(plan);
    byFile.forEach(
        (file, rows) -> rows.of(all).forEach(row -> settlement.add(plan.files().get(file), row)));
    return settlement.settle(sum, book);
  }

  /**
   * Settles keys whose rows are too many to be held: first where they stand and what they say, in a
   * few numbers a row, then a pass that takes out all but the used ones.
   */
  private Book settleMany(Set<Long> keys) {
    ManyContested<S> many = new ManyContested<>(plan);
    List<Integer> files = IntStream.range(0, plan.files().size()).boxed().toList();
    Workers workers = workers(files);
    List<List<PassPlan.Part>> tasks = tasks(files, workers);
    workers
        .results(
            job(
                "Find rows that share their keys in ",
                new Wanted<>(plan, new WantedKeys(keys)),
                tasks,
                (wanted, parts, rows) -> ManyContested.places(wanted.plan, parts, wanted.keys)))
        .forEach(places -> places.forEach(many::add));
    List<TakenRows> taken = many.taken(tasks);
    if (!taken.isEmpty()) {
      workers
          .results(
              job(
                  "Take out rows that share their keys from ",
                  plan,
                  taken,
                  (shared, rows, read) -> ContestedScan.take(shared, rows)))
          .forEach(many::takeOut);
    }
    many.settle(sum);
    return many.settle(book);
  }

  /** Looks for the rows of some keys in some files, where they have not been looked for yet. */
  private void fetch(TreeMap<Integer, Set<Long>> toAsk, TreeMap<Integer, KeyRows> byFile) {
    List<Integer> files = List.copyOf(toAsk.keySet());
    Workers workers = workers(files);
    TreeMap<Integer, WantedKeys> keys = new TreeMap<>();
    toAsk.forEach((file, wanted) -> keys.put(file, new WantedKeys(wanted)));
    Map<Integer, List<KeyRows.Row>> found = new HashMap<>();
    workers
        .results(
            job(
                "Fetch rows that share their keys from ",
                new Wanted<>(plan, keys),
                tasks(files, workers),
                (wanted, parts, rows) -> find(wanted.plan, parts, wanted.keys)))
        .forEach(
            ofTask ->
                ofTask.forEach(
                    one ->
                        found.computeIfAbsent(one.file, k -> new ArrayList<>()).addAll(one.rows)));
    toAsk.forEach(
        (file, asked) -> byFile.get(file).answer(asked, found.getOrDefault(file, List.of())));
  }

  private static ArrayList<Found> find(
      PassPlan<?> plan, List<PassPlan.Part> parts, TreeMap<Integer, WantedKeys> wanted)
      throws IOException {
    ArrayList<Found> found = new ArrayList<>();
    for (PassPlan.Part part : parts) {
      KeySearch search = new KeySearch(plan, part, wanted.get(part.file()));
      found.add(new Found(part.file(), new ArrayList<>(search.rows())));
    }
    return found;
  }

  private Workers workers(List<Integer> files) {
    return workforce.of(profiles(files));
  }

  private <P, T, R> Workers.Job<P, T, R> job(
      String what, P shared, List<T> tasks, Workers.Work<P, T, R> work) {
    return new Workers.Job<>(what + plan.reduction().contract().name(), shared, tasks, work);
  }

  /** Parts dealt out to tasks in runs of neighbours, so that a task sees few files. */
  private List<List<PassPlan.Part>> tasks(List<Integer> files, Workers workers) {
    List<PassPlan.Part> parts = plan.parts(files);
    int count = Math.min(parts.size(), TASKS_PER_CORE * workers.atOnce());
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

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
import java.util.stream.IntStream;
import org.quipu.quality.Book;

/**
 * The second pass over a source, where keys occur in several rows: it fetches those rows, and
 * {@link Settlement} decides which of them count.
 */
record RepeatedKeys<S extends Summary<S>>(PassPlan<S> plan, PassTasks tasks, SummaryStore store) {
  /** Keys in several rows whose rows are held, for one row in quarantine of a part of a file. */
  private static final int CONTESTED_A_ROW = 400;

  /** What a task needs that looks for rows of some keys. */
  private record Wanted<S extends Summary<S>, K>(PassPlan<S> plan, K keys) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** The rows that a task found in one file. */
  private record Found(int file, ArrayList<KeyRows.Row> rows) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Corrects the sum where keys occur in several rows, and gives the corrected books.
   *
   * @param own keys that are more than once in a file, by file
   * @param runs what is known of where keys are, by file
   */
  Book settle(S sum, Book book, Map<Integer, Set<Long>> own, Map<Integer, KeyRuns> runs) {
    Set<Long> all = new HashSet<>(sum.collisions());
    own.values().forEach(all::addAll);
    if (all.isEmpty()) {
      return book;
    }
    if (all.size() > (long) CONTESTED_A_ROW * plan.quarantine().rowsInMemory()) {
      return settleMany(all, sum, book);
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
      if (book.hasUnreadableRows()) {
        // Columns, and pages, may be whole of rows that were lost with others: only who reads by
        // row meets again what the books say.
        new RepeatedKeys<>(plan.byRow(), tasks, store).fetch(toAsk, byFile, Map.of());
      } else {
        fetch(toAsk, byFile, runs);
      }
      plan.requireUnchanged(toAsk.keySet());
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
  private Book settleMany(Set<Long> keys, S sum, Book book) {
    ManyContested<S> many = new ManyContested<>(plan);
    List<Integer> files = IntStream.range(0, plan.files().size()).boxed().toList();
    Workers workers = tasks.workers(files);
    List<List<PassPlan.Part>> shares = tasks.of(files);
    workers
        .results(
            tasks.job(
                "Find rows that share their keys in ",
                new Wanted<>(plan, new WantedKeys(keys)),
                shares,
                (wanted, parts, rows) -> ManyContested.places(wanted.plan, parts, wanted.keys)))
        .forEach(places -> places.forEach(many::add));
    List<TakenRows> taken = many.taken(shares);
    if (!taken.isEmpty()) {
      workers
          .results(
              tasks.job(
                  "Take out rows that share their keys from ",
                  plan,
                  taken,
                  (shared, rows, read) -> ContestedScan.take(shared, rows)))
          .forEach(many::takeOut);
    }
    plan.requireUnchanged(files);
    many.settle(sum);
    return many.settle(book);
  }

  /** Looks for the rows of some keys in some files, where they have not been looked for yet. */
  private void fetch(
      TreeMap<Integer, Set<Long>> toAsk,
      TreeMap<Integer, KeyRows> byFile,
      Map<Integer, KeyRuns> runs) {
    List<Integer> files = List.copyOf(toAsk.keySet());
    TreeMap<Integer, WantedKeys> keys = new TreeMap<>();
    toAsk.forEach((file, wanted) -> keys.put(file, new WantedKeys(wanted)));
    Map<Integer, WantedKeys> beginnings = new HashMap<>();
    toAsk.forEach((file, wanted) -> beginnings.put(file, WantedKeys.beginningsOf(wanted)));
    Map<Integer, List<KeyRows.Row>> found = new HashMap<>();
    tasks
        .workers(files)
        .results(
            tasks.job(
                "Fetch rows that share their keys from ",
                new Wanted<>(plan, keys),
                tasks.of(files).stream().map(parts -> places(parts, beginnings, runs)).toList(),
                (wanted, places, rows) -> find(wanted.plan, places, wanted.keys)))
        .forEach(
            ofTask ->
                ofTask.forEach(
                    one ->
                        found.computeIfAbsent(one.file, k -> new ArrayList<>()).addAll(one.rows)));
    toAsk.forEach(
        (file, asked) -> byFile.get(file).answer(asked, found.getOrDefault(file, List.of())));
  }

  /** Where the keys are looked for in some parts. */
  private static ArrayList<KeySearch.Place> places(
      List<PassPlan.Part> parts, Map<Integer, WantedKeys> beginnings, Map<Integer, KeyRuns> runs) {
    ArrayList<KeySearch.Place> places = new ArrayList<>();
    for (PassPlan.Part part : parts) {
      int file = part.file();
      long[] lines =
          Optional.ofNullable(runs.get(file))
              .flatMap(known -> known.lines(part.split(), beginnings.get(file)))
              .orElse(null);
      places.add(new KeySearch.Place(part, lines));
    }
    return places;
  }

  private static ArrayList<Found> find(
      PassPlan<?> plan, List<KeySearch.Place> places, TreeMap<Integer, WantedKeys> wanted)
      throws IOException {
    ArrayList<Found> found = new ArrayList<>();
    for (KeySearch.Place place : places) {
      int file = place.part().file();
      KeySearch search = new KeySearch(plan, place, wanted.get(file));
      found.add(new Found(file, new ArrayList<>(search.rows())));
    }
    return found;
  }
}

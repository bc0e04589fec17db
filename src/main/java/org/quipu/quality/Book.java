package org.quipu.quality;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The books of a source: what became of the rows of each file, which rules they broke, and the rows
 * in quarantine. Books of parts add up in any order.
 *
 * @param files path → counts
 * @param rules rule id → count
 * @param quarantine the rows in memory, sorted by file and line
 * @param spilled the rows on disk
 */
public record Book(
    TreeMap<String, Counts> files,
    TreeMap<String, RuleCount> rules,
    List<Quarantined> quarantine,
    List<SpilledRows> spilled)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The order of the table {@code quarantine}, within a source. */
  static final Comparator<Quarantined> BY_PLACE =
      Comparator.comparing(Quarantined::file)
          .thenComparingLong(Quarantined::line)
          .thenComparing(Quarantined::raw)
          .thenComparing(Quarantined::rule)
          .thenComparing(row -> row.reason().es())
          .thenComparing(row -> row.reason().en());

  private static final Comparator<SpilledRows> RUNS_BY_PLACE =
      Comparator.comparing(SpilledRows::file)
          .thenComparingLong(SpilledRows::firstLine)
          .thenComparing(SpilledRows::name);

  /** The books of nothing. */
  public static Book empty() {
    return new Book(new TreeMap<>(), new TreeMap<>(), List.of(), List.of());
  }

  static Book of(
      String file,
      Counts counts,
      List<RuleCount> rules,
      List<Quarantined> rows,
      List<SpilledRows> spilled) {
    TreeMap<String, RuleCount> byId = new TreeMap<>();
    rules.forEach(rule -> byId.merge(rule.id(), rule, RuleCount::plus));
    return new Book(
        new TreeMap<>(Map.of(file, counts)), byId, join(rows, List.of()), List.copyOf(spilled));
  }

  /** Rows in quarantine that are counted elsewhere. */
  static Book ofRows(List<Quarantined> rows, List<SpilledRows> spilled) {
    return new Book(new TreeMap<>(), new TreeMap<>(), join(rows, List.of()), List.copyOf(spilled));
  }

  /** The same books with other counts. */
  Book counting(TreeMap<String, Counts> newFiles, TreeMap<String, RuleCount> newRules) {
    return new Book(newFiles, newRules, quarantine, spilled);
  }

  /** The same books with more rows in quarantine, which are counted already. */
  Book with(List<Quarantined> more) {
    return new Book(files, rules, join(quarantine, more), spilled);
  }

  /** The same books with counts of further checks. */
  public Book withChecks(List<RuleCount> checks) {
    TreeMap<String, RuleCount> all = new TreeMap<>(rules);
    checks.forEach(check -> all.put(check.id(), check));
    return new Book(files, all, quarantine, spilled);
  }

  private static List<Quarantined> join(List<Quarantined> some, List<Quarantined> more) {
    List<Quarantined> all = new ArrayList<>(some);
    all.addAll(more);
    all.sort(BY_PLACE);
    return List.copyOf(all);
  }

  public Book plus(Book other) {
    TreeMap<String, Counts> sumFiles = new TreeMap<>(files);
    other.files.forEach((file, counts) -> sumFiles.merge(file, counts, Counts::plus));
    TreeMap<String, RuleCount> sumRules = new TreeMap<>(rules);
    other.rules.forEach((id, count) -> sumRules.merge(id, count, RuleCount::plus));
    List<SpilledRows> runs = new ArrayList<>(spilled);
    runs.addAll(other.spilled);
    runs.sort(RUNS_BY_PLACE);
    return new Book(sumFiles, sumRules, join(quarantine, other.quarantine), List.copyOf(runs));
  }

  /** The same books of a file that now lies elsewhere. */
  public Book relocated(String from, String to) {
    TreeMap<String, Counts> moved = new TreeMap<>();
    files.forEach((file, counts) -> moved.put(file.equals(from) ? to : file, counts));
    return new Book(
        moved,
        rules,
        quarantine.stream().map(row -> row.file().equals(from) ? row.at(to) : row).toList(),
        spilled.stream().map(run -> run.file().equals(from) ? run.at(to) : run).toList());
  }

  /** All rows in quarantine, in order; to be closed. */
  public QuarantineRows rows(QuarantineFolder folder) {
    return new QuarantineRows(quarantine, spilled, folder);
  }

  /**
   * Where the first row in quarantine lies, and why, to be put behind a sentence; empty texts where
   * none is kept.
   *
   * @param folder where those wait that are on disk
   * @param wanted of which rows
   */
  public Sentence first(QuarantineFolder folder, Predicate<Quarantined> wanted) {
    try (QuarantineRows rows = rows(folder)) {
      while (rows.hasNext()) {
        Quarantined row = rows.next();
        if (wanted.test(row)) {
          return new Sentence(
              " First: " + row.file() + ", line " + row.line() + ". " + row.reason().en(),
              " Primera: " + row.file() + ", línea " + row.line() + ". " + row.reason().es());
        }
      }
      return new Sentence("", "");
    } catch (IOException e) {
      throw new UncheckedIOException("rows in quarantine cannot be read back from disk", e);
    }
  }

  /** Whether the reader could make nothing of some record, or of the rows from there on. */
  public boolean hasUnreadableRows() {
    RuleCount readable = rules.get(new Rule.Readable().id());
    return readable != null && readable.failing() > 0;
  }

  /** All files together. */
  public Counts total() {
    return files.values().stream().reduce(Counts.NONE, Counts::plus);
  }
}

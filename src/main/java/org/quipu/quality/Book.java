package org.quipu.quality;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The books of a source: what became of the rows of each file, which rules they broke, and the rows
 * in quarantine. Books of parts add up in any order.
 *
 * @param files path → counts
 * @param rules rule id → count
 * @param quarantine sorted by file and line
 */
public record Book(
    TreeMap<String, Counts> files, TreeMap<String, RuleCount> rules, List<Quarantined> quarantine)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Comparator<Quarantined> BY_PLACE =
      Comparator.comparing(Quarantined::file).thenComparingLong(Quarantined::line);

  /** The books of nothing. */
  public static Book empty() {
    return new Book(new TreeMap<>(), new TreeMap<>(), List.of());
  }

  static Book of(String file, Counts counts, List<RuleCount> rules, List<Quarantined> quarantine) {
    TreeMap<String, RuleCount> byId = new TreeMap<>();
    rules.forEach(rule -> byId.merge(rule.id(), rule, RuleCount::plus));
    return new Book(new TreeMap<>(Map.of(file, counts)), byId, List.copyOf(quarantine));
  }

  /** The same books with other counts and more rows in quarantine. */
  Book with(
      TreeMap<String, Counts> newFiles,
      TreeMap<String, RuleCount> newRules,
      List<Quarantined> more) {
    return new Book(newFiles, newRules, join(quarantine, more));
  }

  /** The same books with counts of further checks. */
  public Book withChecks(List<RuleCount> checks) {
    TreeMap<String, RuleCount> all = new TreeMap<>(rules);
    checks.forEach(check -> all.put(check.id(), check));
    return new Book(files, all, quarantine);
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
    return new Book(sumFiles, sumRules, join(quarantine, other.quarantine));
  }

  /** The same books of a file that now lies elsewhere. */
  public Book relocated(String from, String to) {
    TreeMap<String, Counts> moved = new TreeMap<>();
    files.forEach((file, counts) -> moved.put(file.equals(from) ? to : file, counts));
    return new Book(
        moved,
        rules,
        quarantine.stream().map(row -> row.file().equals(from) ? row.at(to) : row).toList());
  }

  /** All files together. */
  public Counts total() {
    return files.values().stream().reduce(Counts.NONE, Counts::plus);
  }
}

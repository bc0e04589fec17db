package org.quipu.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Settles rows that share a key: of equal rows the first by file and line is used and the others
 * are duplicates; of contradicting rows none is used and all are quarantined. Which row comes first
 * in the reading never matters.
 */
public final class DuplicateBook {
  private final String source;
  private final long rows;
  private final TreeMap<String, Long> duplicates = new TreeMap<>();
  private final List<Quarantined> contradicting = new ArrayList<>();

  /**
   * @param source the input
   * @param rows rows that were accepted before their keys were looked at
   */
  public DuplicateBook(String source, long rows) {
    this.source = source;
    this.rows = rows;
  }

  /**
   * Settles one key.
   *
   * @param group all rows of the key, sorted by file and line
   * @param content what rows must agree on to be equal
   * @return the row to use, none where they contradict each other
   */
  public <R> Optional<R> add(
      String key,
      List<R> group,
      Function<R, String> file,
      ToLongFunction<R> line,
      Function<R, String> raw,
      Function<R, ?> content) {
    R first = group.get(0);
    boolean equal = group.stream().allMatch(row -> content.apply(row).equals(content.apply(first)));
    if (equal) {
      group.stream().skip(1).forEach(row -> duplicates.merge(file.apply(row), 1L, Long::sum));
      return Optional.of(first);
    }
    for (int i = 0; i < group.size(); i++) {
      R row = group.get(i);
      R other = group.get(i == 0 ? 1 : 0);
      contradicting.add(
          new Quarantined(
              source,
              file.apply(row),
              line.applyAsLong(row),
              raw.apply(row),
              Duplicates.CONTRADICTING,
              Duplicates.contradiction(key, file.apply(other) + ":" + line.applyAsLong(other))));
    }
    return Optional.empty();
  }

  /** The books once keys are settled: some accepted rows were duplicates or are in quarantine. */
  public Book applyTo(Book book) {
    TreeMap<String, Long> perFile = new TreeMap<>();
    contradicting.forEach(row -> perFile.merge(row.file(), 1L, Long::sum));
    return counted(book, rows, duplicates, perFile).with(contradicting);
  }

  /**
   * The books once keys are settled, without the rows that contradict others.
   *
   * @param rows rows that were accepted before their keys were looked at
   * @param duplicates file → its rows that say what others say
   * @param contradicting file → its rows that contradict others
   */
  public static Book counted(
      Book book, long rows, TreeMap<String, Long> duplicates, TreeMap<String, Long> contradicting) {
    TreeMap<String, Counts> files = new TreeMap<>(book.files());
    duplicates.forEach(
        (file, count) -> files.computeIfPresent(file, (f, c) -> c.acceptedToDuplicates(count)));
    contradicting.forEach(
        (file, count) -> files.computeIfPresent(file, (f, c) -> c.acceptedToQuarantined(count)));
    TreeMap<String, RuleCount> rules = new TreeMap<>(book.rules());
    rules.put(
        Duplicates.EQUAL,
        new RuleCount(
            Duplicates.EQUAL, Severity.WARN, Duplicates.EQUAL_MEANING, rows, sum(duplicates)));
    rules.put(
        Duplicates.CONTRADICTING,
        new RuleCount(
            Duplicates.CONTRADICTING,
            Severity.REJECT,
            Duplicates.CONTRADICTING_MEANING,
            rows,
            sum(contradicting)));
    return book.counting(files, rules);
  }

  private static long sum(TreeMap<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}

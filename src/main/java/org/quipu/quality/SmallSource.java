package org.quipu.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.quipu.config.SourceConfig;
import org.quipu.source.FileProfile;
import org.quipu.source.Formats;
import org.quipu.source.RecordReader;
import org.quipu.source.SourceContract;
import org.quipu.source.Split;
import org.quipu.source.Storage;
import org.quipu.source.TextRecord;

/**
 * A source that is read whole on the driver: a registry, a codebook, an instrument. Its rows are in
 * the order of their files and lines, without duplicates.
 *
 * @param contract what it must hold
 * @param columns the canonical columns that at least one of its files has
 * @param rows the accepted rows
 * @param book what became of every row
 */
public record SmallSource(
    SourceContract contract, Set<String> columns, List<AcceptedRow> rows, Book book) {

  /** A source that the job has not been given. */
  public static SmallSource absent(SourceContract contract) {
    return new SmallSource(contract, Set.of(), List.of(), Book.empty());
  }

  /**
   * Reads all files of a source.
   *
   * @param keys the columns that name a row, of those that the files have
   * @param rules the source's own rules, beside those of its contract, for a file's layout
   * @param privacy what of persons may be kept
   * @param policy what the user decides about rules
   * @throws InputException if a file lacks a required column or cannot be read
   */
  public static SmallSource read(
      SourceContract contract,
      List<FileProfile> files,
      SourceConfig config,
      Storage storage,
      List<String> keys,
      Function<RowLayout, List<Rule>> rules,
      Privacy privacy,
      RulePolicy policy) {
    Book book = Book.empty();
    List<AcceptedRow> rows = new ArrayList<>();
    Set<String> columns = new HashSet<>();
    for (FileProfile file : files) {
      RowLayout layout = RowLayout.of(contract, List.of(), file, config);
      layout.names().stream().filter(layout::has).forEach(columns::add);
      List<Rule> all = new ArrayList<>(Rules.ofContract(contract, List.of(), layout));
      all.addAll(rules.apply(layout));
      Disclosure disclosure = privacy.of(file, layout);
      RowChecker checker =
          new RowChecker(file, policy.apply(contract.name(), all, layout), disclosure);
      readFile(file, storage, new RowView(layout), checker, disclosure, rows);
      book = book.plus(checker.book());
    }
    return resolve(contract, columns, rows, keys, book);
  }

  private static void readFile(
      FileProfile file,
      Storage storage,
      RowView view,
      RowChecker checker,
      Disclosure disclosure,
      List<AcceptedRow> rows) {
    for (Split split : file.splits()) {
      try (RecordReader reader = Formats.records(file, split, storage)) {
        for (TextRecord next = reader.next(); next != null; next = reader.next()) {
          if (checker.accepts(view.of(next))) {
            rows.add(AcceptedRow.of(file.file().path(), disclosure, view));
          }
        }
      } catch (IOException e) {
        throw Formats.unreadable(file.file(), e);
      }
    }
  }

  /** Keeps one row of those that are equal, none of those that contradict each other. */
  private static SmallSource resolve(
      SourceContract contract,
      Set<String> columns,
      List<AcceptedRow> rows,
      List<String> keys,
      Book book) {
    TreeMap<String, List<AcceptedRow>> byKey = new TreeMap<>();
    for (AcceptedRow row : rows) {
      byKey.computeIfAbsent(key(row, keys), k -> new ArrayList<>(1)).add(row);
    }
    List<AcceptedRow> kept = new ArrayList<>();
    DuplicateBook duplicates = new DuplicateBook(contract.name(), book.total().accepted());
    byKey.forEach(
        (key, group) -> {
          group.sort(Comparator.comparing(AcceptedRow::file).thenComparingLong(AcceptedRow::line));
          duplicates
              .add(
                  key,
                  group,
                  AcceptedRow::file,
                  AcceptedRow::line,
                  AcceptedRow::raw,
                  AcceptedRow::values)
              .ifPresent(kept::add);
        });
    kept.sort(Comparator.comparing(AcceptedRow::file).thenComparingLong(AcceptedRow::line));
    return new SmallSource(
        contract, Set.copyOf(columns), List.copyOf(kept), duplicates.applyTo(book));
  }

  private static String key(AcceptedRow row, List<String> keys) {
    StringBuilder key = new StringBuilder();
    for (String column : keys) {
      key.append(key.length() == 0 ? "" : "/").append(row.textOr(column, ""));
    }
    return key.toString();
  }

  /** The same source with some of its rows; its book tells of all. */
  public SmallSource only(Predicate<AcceptedRow> kept) {
    return new SmallSource(contract, columns, rows.stream().filter(kept).toList(), book);
  }

  /** Whether any file has a canonical column. */
  public boolean has(String column) {
    return columns.contains(column);
  }
}

package org.quipu.summary;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.quipu.quality.Book;
import org.quipu.quality.DuplicateBook;

/**
 * Settles keys whose rows are too many to be held, as {@link Settlement} does it with few: of equal
 * rows the first by file and line is used, of contradicting ones none.
 */
final class ManyContested<S extends Summary<S>> {
  private final PassPlan<S> plan;
  private final ContestedPlaces places = new ContestedPlaces();
  private final TreeMap<String, Long> duplicates = new TreeMap<>();
  private final TreeMap<String, Long> contradicting = new TreeMap<>();
  private final S out;
  private Book aside = Book.empty();

  ManyContested(PassPlan<S> plan) {
    this.plan = plan;
    this.out = plan.reduction().empty();
  }

  /** Where the rows of some keys stand in a task's parts. */
  static List<ContestedPlaces> places(
      PassPlan<?> plan, List<PassPlan.Part> parts, WantedKeys wanted) throws IOException {
    List<ContestedPlaces> places = new ArrayList<>();
    for (PassPlan.Part part : parts) {
      places.add(ContestedScan.places(plan, part, wanted));
    }
    return places;
  }

  void add(ContestedPlaces more) {
    places.addAll(more);
  }

  /** The rows to be taken out of the summary, by part. */
  List<TakenRows> taken(List<List<PassPlan.Part>> tasks) {
    int[] verdicts = places.verdicts();
    List<PassPlan.Part> parts =
        tasks.stream()
            .flatMap(List::stream)
            .sorted(
                Comparator.comparingInt(PassPlan.Part::file)
                    .thenComparingLong(part -> part.split().firstLine()))
            .toList();
    int[][] rows = byPart(parts, verdicts);
    List<TakenRows> taken = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length > 0) {
        taken.add(TakenRows.of(parts.get(i), rows[i], places, verdicts));
      }
    }
    return taken;
  }

  /** Positions of the rows that are not used, by the part that they stand in, sorted by line. */
  private int[][] byPart(List<PassPlan.Part> parts, int[] verdicts) {
    int[] count = new int[parts.size()];
    int[] part = new int[places.size()];
    for (int row = 0; row < part.length; row++) {
      if (verdicts[row] == ContestedPlaces.USED) {
        part[row] = -1;
      } else {
        part[row] = find(parts, places.file(row), places.line(row));
        count[part[row]]++;
      }
    }
    int[][] rows = new int[count.length][];
    Arrays.setAll(rows, i -> new int[count[i]]);
    int[] next = new int[count.length];
    for (int row = 0; row < part.length; row++) {
      if (part[row] >= 0) {
        rows[part[row]][next[part[row]]++] = row;
      }
    }
    for (int i = 0; i < rows.length; i++) {
      rows[i] =
          Arrays.stream(rows[i])
              .boxed()
              .sorted(Comparator.comparingLong(places::line))
              .mapToInt(Integer::intValue)
              .toArray();
    }
    return rows;
  }

  /** The last part that begins at or before a line of a file. */
  private static int find(List<PassPlan.Part> parts, int file, long line) {
    int low = 0;
    int high = parts.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      PassPlan.Part part = parts.get(middle);
      boolean before =
          part.file() < file || part.file() == file && part.split().firstLine() <= line;
      low = before ? middle : low;
      high = before ? high : middle - 1;
    }
    return low;
  }

  /** Notes what a task took out. */
  void takeOut(ContestedScan.Taken<S> taken) {
    String path = plan.files().get(taken.file()).path();
    out.merge(taken.summary());
    aside = aside.plus(taken.book());
    duplicates.merge(path, taken.duplicates(), Long::sum);
    contradicting.merge(path, taken.contradicting(), Long::sum);
  }

  /** The summary without the rows that were taken out. */
  S settle(S sum) {
    sum.subtract(out);
    return sum;
  }

  /** The books of all rows, corrected. */
  Book settle(Book book) {
    return DuplicateBook.counted(book, book.total().accepted(), duplicates, contradicting)
        .plus(aside);
  }
}

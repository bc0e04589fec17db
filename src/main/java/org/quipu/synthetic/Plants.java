package org.quipu.synthetic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;

/**
 * Everything planted in one source, in the order of the file. Planned before a row is written, so
 * that the counts are exact and every block of rows can be made alone.
 */
final class Plants {
  /** Of each kind, whatever the rate: the plan is held in memory. */
  static final int MOST_OF_A_KIND = 100_000;

  private static final int TRIES = 100;

  private final List<Plant> inOrder;
  private final TreeSet<Long> contradicted = new TreeSet<>();

  private Plants(List<Plant> plants) {
    plants.sort(Plant.IN_FILE_ORDER);
    this.inOrder = List.copyOf(plants);
    plants.stream()
        .filter(plant -> plant.kind() == BadRow.CONTRADICTING_DUPLICATE)
        .forEach(plant -> contradicted.add(plant.of()));
  }

  /**
   * Plans a source. Positions are spread evenly, one at random in each stretch; no regular row is
   * touched twice.
   *
   * @param rows regular rows
   * @param rate share of rows of each kind, at least one row where it is above 0
   * @param kinds what to plant
   * @param eligible the first row at or after a position that may be changed, repeated or
   *     contradicted without changing the planted truth; −1: none
   */
  static Plants of(
      Noise noise, long rows, double rate, List<BadRow> kinds, LongUnaryOperator eligible) {
    List<Plant> plants = new ArrayList<>();
    if (rows > 0 && rate > 0) {
      long count = Math.max(1, Math.min(MOST_OF_A_KIND, Math.round(rate * rows)));
      Set<Long> touched = new HashSet<>();
      for (BadRow kind : kinds) {
        for (long j = 0; j < Math.min(count, rows); j++) {
          long place = noise.at(kind.ordinal(), j);
          long at = (long) ((j + Noise.unit(place)) * ((double) rows / count));
          long of = free(noise, kind, j, Math.min(at, rows - 1), rows, touched, eligible);
          if (of >= 0) {
            plants.add(new Plant(kind.isFurther() ? Math.min(at, rows - 1) : of, kind, of));
          }
        }
      }
    }
    return new Plants(plants);
  }

  /** A row that nothing else is planted on: near the position, or anywhere for a repeated row. */
  private static long free(
      Noise noise,
      BadRow kind,
      long j,
      long at,
      long rows,
      Set<Long> touched,
      LongUnaryOperator eligible) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      boolean near = attempt == 0 && !kind.isFurther();
      long from =
          near
              ? at
              : Math.min(
                  rows - 1, (long) (Noise.unit(noise.at(kind.ordinal(), j, attempt)) * rows));
      long row = eligible.applyAsLong(from);
      if (row >= 0 && touched.add(row)) {
        return row;
      }
    }
    return -1;
  }

  /** What is planted on or after the rows of a stretch, in the order of the file. */
  List<Plant> within(long fromRow, long untilRow) {
    return inOrder.subList(firstAt(fromRow), firstAt(untilRow));
  }

  private int firstAt(long row) {
    int found =
        Collections.binarySearch(
            inOrder, new Plant(row, BadRow.values()[0], -1), Plant.IN_FILE_ORDER);
    return found < 0 ? -found - 1 : found;
  }

  /** The regular rows of a stretch that a planted row contradicts, in their order. */
  List<Long> contradicted(long fromRow, long untilRow) {
    return contradicted.subSet(fromRow, untilRow).stream().toList();
  }

  /** Rows beyond the regular ones. */
  long further() {
    return inOrder.stream().filter(plant -> plant.kind().isFurther()).count();
  }

  /** How many of each kind. */
  Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    inOrder.forEach(plant -> counts.merge(plant.kind().id(), 1L, Long::sum));
    return counts;
  }

  /** Rows that go to quarantine. */
  long quarantined() {
    return inOrder.stream().mapToLong(plant -> plant.kind().quarantined()).sum();
  }

  /** Rows that count as duplicates. */
  long duplicates() {
    return inOrder.stream().mapToLong(plant -> plant.kind().duplicates()).sum();
  }
}

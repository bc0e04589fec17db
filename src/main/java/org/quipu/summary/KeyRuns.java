package org.quipu.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.quipu.source.Split;

/**
 * Which rows of a file have keys that begin alike: runs of neighbours, noted while they are read.
 * Where a key turns out to be in several rows, its rows are among the few whose keys begin as it
 * does, and the rest of the file need not be looked through.
 *
 * <p>Known only of rows that were read in this process, and only where runs are long.
 */
final class KeyRuns {
  /** More rows are as well found by looking through all. */
  private static final int MOST_LINES = 1 << 20;

  private final List<Stretch> stretches = new ArrayList<>();

  /** The runs of one part of a file. */
  static final class Stretch {
    /** Of a row that is looked at whatever is looked for. */
    static final int ANY = 0;

    private static final int FIRST_RUNS = 1 << 10;

    /** With fewer rows a run, on average, runs are not worth their eight bytes. */
    private static final int ROWS_A_RUN = 8;

    private final Split split;

    /** The first row of each run, and how its keys begin. */
    private int[] first = new int[FIRST_RUNS];

    private int[] beginnings = new int[FIRST_RUNS];
    private int runs;
    private int rows;
    private boolean isLost;

    private Stretch(Split split) {
      this.split = split;
    }

    /**
     * Notes that a run begins.
     *
     * @param row counted from those that {@link #pass} was told of
     * @param beginning {@link KeyHash#beginning} of its keys, or {@link #ANY}
     */
    void run(int row, int beginning) {
      if (isLost || (runs > 0 && beginnings[runs - 1] == beginning)) {
        return;
      }
      if (runs == first.length) {
        if (rows / ROWS_A_RUN < runs) {
          lose();
          return;
        }
        first = Arrays.copyOf(first, 2 * runs);
        beginnings = Arrays.copyOf(beginnings, 2 * runs);
      }
      first[runs] = rows + row;
      beginnings[runs++] = beginning;
    }

    /** Goes on by so many rows. */
    void pass(int more) {
      if (rows > Integer.MAX_VALUE - more) {
        lose();
      } else {
        rows += more;
      }
    }

    /** Lets go of all: the part has to be looked through. */
    void lose() {
      isLost = true;
      first = null;
      beginnings = null;
    }

    private boolean isMeant(int run, WantedKeys wanted) {
      return beginnings[run] == ANY || wanted.contains(KeyHash.only(beginnings[run]));
    }

    private int behind(int run) {
      return run + 1 < runs ? first[run + 1] : rows;
    }

    private long count(WantedKeys wanted) {
      return IntStream.range(0, runs)
          .filter(run -> isMeant(run, wanted))
          .mapToLong(run -> behind(run) - first[run])
          .sum();
    }

    private LongStream lines(WantedKeys wanted) {
      return IntStream.range(0, runs)
          .filter(run -> isMeant(run, wanted))
          .flatMap(run -> IntStream.range(first[run], behind(run)))
          .mapToLong(row -> split.firstLine() + row);
    }
  }

  /** Begins a part of the file, whose rows are noted in their order. */
  Stretch begin(Split split) {
    Stretch stretch = new Stretch(split);
    stretches.add(stretch);
    return stretch;
  }

  /** Adds what is known of other parts of the file. */
  void addAll(KeyRuns other) {
    stretches.addAll(other.stretches);
  }

  /**
   * Lines on which the rows of some keys lie, with others, ascending, and some before and behind
   * the part.
   *
   * @param part of the file
   * @param wanted how the keys begin, see {@link WantedKeys#beginningsOf}
   * @return none where not all rows of the part are known, or too many might be meant
   */
  Optional<long[]> lines(Split part, WantedKeys wanted) {
    List<Stretch> inOrder =
        stretches.stream()
            .filter(one -> one.split.start() < part.end() && part.start() < one.split.end())
            .sorted(Comparator.comparingLong(one -> one.split.start()))
            .toList();
    long known = part.start();
    for (Stretch stretch : inOrder) {
      if (stretch.isLost || stretch.split.start() > known) {
        return Optional.empty();
      }
      known = stretch.split.end();
    }
    if (known < part.end()) {
      return Optional.empty();
    }
    if (inOrder.stream().mapToLong(stretch -> stretch.count(wanted)).sum() > MOST_LINES) {
      return Optional.empty();
    }
    return Optional.of(inOrder.stream().flatMapToLong(stretch -> stretch.lines(wanted)).toArray());
  }
}

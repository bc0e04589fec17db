package org.quipu.summary;

import java.util.Map;
import java.util.TreeMap;

/**
 * Means of whole answers in ascending order, with how often each occurred, while they are found.
 */
final class AscendingMeans {
  private static final int PARTS_BITS = 16;
  private static final long PARTS = (1 << PARTS_BITS) - 1;
  private static final AscendingMeans NONE = new AscendingMeans(0);

  /** Sum and number of answers of each mean, in one long; equal means are one. */
  private final long[] means;

  private final long[] counts;
  private int size;

  private AscendingMeans(int most) {
    this.means = new long[most];
    this.counts = new long[most];
  }

  /**
   * The means that some counters count, and others.
   *
   * @param windows which counters
   * @param others what has no counter, null where there is nothing; decimals are left out
   */
  static AscendingMeans of(long[] counters, AnswerWindows.Sums[] windows, Tally others) {
    AscendingMeans all = NONE;
    for (AnswerWindows.Sums window : windows) {
      all = all.with(of(counters, window));
    }
    return others == null ? all : all.with(of(others));
  }

  private static AscendingMeans of(long[] counters, AnswerWindows.Sums window) {
    int distinct = 0;
    for (int place = 0; place < window.width(); place++) {
      distinct += counters[window.at() + place] != 0 ? 1 : 0;
    }
    AscendingMeans found = new AscendingMeans(distinct);
    for (int place = 0; found.size < distinct; place++) {
      long count = counters[window.at() + place];
      if (count != 0) {
        found.means[found.size] = key(window.min() + place, window.parts());
        found.counts[found.size++] = count;
      }
    }
    return found;
  }

  private static AscendingMeans of(Tally tally) {
    Map<Long, Long> counted = new TreeMap<>(AscendingMeans::order);
    tally.forEachMean((mean, count) -> counted.merge(mean, count, Long::sum));
    AscendingMeans found = new AscendingMeans(counted.size());
    counted.forEach(found::append);
    return found;
  }

  /** A mean as one number: of fewer than 65,536 answers. */
  static long key(long sum, int parts) {
    return sum << PARTS_BITS | parts;
  }

  static long sum(long mean) {
    return mean >> PARTS_BITS;
  }

  static int parts(long mean) {
    return (int) (mean & PARTS);
  }

  /** Fractions of one size and fractions in order, without rounding. */
  private static int order(long a, long b) {
    return Long.compare(sum(a) * parts(b), sum(b) * parts(a));
  }

  /** Adds a mean that is not below those before. */
  private void append(long mean, long count) {
    if (size > 0 && order(means[size - 1], mean) == 0) {
      counts[size - 1] += count;
      return;
    }
    means[size] = mean;
    counts[size++] = count;
  }

  private AscendingMeans with(AscendingMeans that) {
    if (size == 0 || that.size == 0) {
      return size == 0 ? that : this;
    }
    AscendingMeans merged = new AscendingMeans(size + that.size);
    for (int i = 0, j = 0; i < size || j < that.size; ) {
      if (j == that.size || i < size && order(means[i], that.means[j]) <= 0) {
        merged.append(means[i], counts[i++]);
      } else {
        merged.append(that.means[j], that.counts[j++]);
      }
    }
    return merged;
  }

  /** What was found, as it is kept. */
  MeanCounts kept() {
    return new MeanCounts(WholeNumbers.of(means, size), WholeNumbers.of(counts, size));
  }
}

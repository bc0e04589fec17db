package org.quipu.summary;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.quipu.stats.FrequencyTable;
import org.quipu.stats.KnownDecimal;

/**
 * Means of whole answers in ascending order, with how often each occurred: the values of an item or
 * a score in one unit, as compact as units are many.
 */
final class MeanCounts {
  private static final int PARTS_BITS = 16;
  private static final long PARTS = (1 << PARTS_BITS) - 1;
  private static final int FIRST = 8;
  private static final MeanCounts NONE = new MeanCounts();

  /** Sum and number of answers of each mean, in one long; equal means are one. */
  private long[] means = new long[FIRST];

  private long[] counts = new long[FIRST];
  private int size;

  private MeanCounts() {}

  /**
   * The means that some counters count, and others.
   *
   * @param windows which counters
   * @param others what has no counter, null where there is nothing; decimals are left out
   */
  static MeanCounts of(long[] counters, AnswerWindows.Sums[] windows, Tally others) {
    MeanCounts all = NONE;
    for (AnswerWindows.Sums window : windows) {
      all = all.with(of(counters, window));
    }
    return (others == null ? all : all.with(of(others))).trimmed();
  }

  private static MeanCounts of(long[] counters, AnswerWindows.Sums window) {
    MeanCounts found = new MeanCounts();
    for (int place = 0; place < window.width(); place++) {
      long count = counters[window.at() + place];
      if (count != 0) {
        found.append(key(window.min() + place, window.parts()), count);
      }
    }
    return found;
  }

  private static MeanCounts of(Tally tally) {
    Map<Long, Long> counted = new TreeMap<>(MeanCounts::order);
    tally.forEachMean((mean, count) -> counted.merge(mean, count, Long::sum));
    MeanCounts found = new MeanCounts();
    counted.forEach(found::append);
    return found;
  }

  /** A mean as one number: of fewer than 65,536 answers. */
  static long key(long sum, int parts) {
    return sum << PARTS_BITS | parts;
  }

  private static long sum(long mean) {
    return mean >> PARTS_BITS;
  }

  private static int parts(long mean) {
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
    if (size == means.length) {
      means = Arrays.copyOf(means, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
    }
    means[size] = mean;
    counts[size++] = count;
  }

  private MeanCounts with(MeanCounts that) {
    if (size == 0 || that.size == 0) {
      return size == 0 ? that : this;
    }
    MeanCounts merged = new MeanCounts();
    for (int i = 0, j = 0; i < size || j < that.size; ) {
      if (j == that.size || i < size && order(means[i], that.means[j]) <= 0) {
        merged.append(means[i], counts[i++]);
      } else {
        merged.append(that.means[j], that.counts[j++]);
      }
    }
    return merged;
  }

  private MeanCounts trimmed() {
    means = Arrays.copyOf(means, size);
    counts = Arrays.copyOf(counts, size);
    return this;
  }

  /**
   * Value → count.
   *
   * @param decimals what there is beside means of whole answers
   */
  FrequencyTable table(Map<BigDecimal, Long> decimals) {
    if (!decimals.isEmpty()) {
      return withDecimals(decimals);
    }
    if (areWhole()) {
      long[] sums = new long[size];
      Arrays.setAll(sums, i -> sum(means[i]));
      return FrequencyTable.ofWhole(sums, counts);
    }
    KnownDecimal[] values = new KnownDecimal[size];
    Arrays.setAll(values, i -> Means.known(sum(means[i]), parts(means[i])));
    return FrequencyTable.ofAscending(values, counts);
  }

  private boolean areWhole() {
    for (int i = 0; i < size; i++) {
      if (parts(means[i]) != 1 || Math.abs(sum(means[i])) > FrequencyTable.LARGEST_WHOLE) {
        return false;
      }
    }
    return true;
  }

  private FrequencyTable withDecimals(Map<BigDecimal, Long> decimals) {
    BigDecimal[] values =
        Arrays.copyOf(decimals.keySet().toArray(BigDecimal[]::new), size + decimals.size());
    long[] found = new long[values.length];
    for (int i = 0; i < decimals.size(); i++) {
      found[i] = decimals.get(values[i]);
    }
    for (int i = 0; i < size; i++) {
      values[decimals.size() + i] = Means.of(sum(means[i]), parts(means[i]));
      found[decimals.size() + i] = counts[i];
    }
    return FrequencyTable.ofDecimals(values, found);
  }
}

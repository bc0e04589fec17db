package org.quipu.summary;

import java.io.Serializable;
import java.lang.ref.SoftReference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.LongStream;
import org.quipu.stats.FrequencyTable;

/**
 * How often each value of a variable occurred, and how often it was missing. A value is Σ of
 * answers / number of answers: an item's answer has one, a dimension score as many as its answered
 * items.
 */
final class Tally implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PARTS_BITS = 16;
  private static final int FEW = 12;
  private static final int FIRST = 8;
  private static final long[] NONE = new long[0];

  /** Key: sum and number of answers in one long. Null until there is one, and when settled. */
  private LongCounts whole;

  /** The same when settled: keys in order, and how often each occurred. */
  private long[] keys = NONE;

  private int[] counts = new int[0];
  private int size;

  private HashMap<BigDecimal, Long> decimals;
  private long missing;

  /** Made when first asked for, and kept while there is room; threads that race make the same. */
  private transient SoftReference<FrequencyTable> table;

  void addMissing(long count) {
    missing += count;
  }

  /** Counts the mean of {@code parts} whole answers (at least 1, fewer than 65,536). */
  void add(long sum, int parts, long count) {
    open().add(sum << PARTS_BITS | parts, count);
    table = null;
  }

  /**
   * The same where all that was counted so far has a smaller sum, or the same of fewer answers: it
   * is kept as if {@link #settle settled}.
   */
  void addAbove(long sum, int parts, long count) {
    if (count == 0) {
      return;
    }
    if (whole != null || (int) count != count) {
      add(sum, parts, count);
      return;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size + Math.max(FIRST, size));
      counts = Arrays.copyOf(counts, keys.length);
    }
    keys[size] = sum << PARTS_BITS | parts;
    counts[size++] = (int) count;
  }

  private LongCounts open() {
    if (whole == null) {
      whole = new LongCounts();
      for (int i = 0; i < size; i++) {
        whole.add(keys[i], counts[i]);
      }
      take(NONE, new int[0]);
    }
    return whole;
  }

  /** Says that no more will be added for now: what is kept takes no more room than it needs. */
  void settle() {
    if (whole == null) {
      take(Arrays.copyOf(keys, size), Arrays.copyOf(counts, size));
    } else {
      long[] settled = sorted(whole);
      int[] found = new int[settled.length];
      for (int i = 0; i < found.length; i++) {
        long count = whole.count(settled[i]);
        if ((int) count != count) {
          return;
        }
        found[i] = (int) count;
      }
      take(settled, found);
      whole = null;
    }
  }

  private void take(long[] settled, int[] found) {
    keys = settled;
    counts = found;
    size = settled.length;
  }

  /** By insertion where there are few: items have few values, and scores some dozens. */
  private static long[] sorted(LongCounts counts) {
    long[] keys = new long[counts.size()];
    int[] found = {0};
    counts.forEach((key, count) -> keys[found[0]++] = key);
    long[] kept = Arrays.copyOf(keys, found[0]);
    Arrays.sort(kept);
    return kept;
  }

  void add(BigDecimal value, long count) {
    if (decimals == null) {
      decimals = new HashMap<>();
    }
    decimals.merge(value.stripTrailingZeros(), count, Long::sum);
    table = null;
  }

  void addAll(Tally other, int sign) {
    if (other.whole != null) {
      open().addAll(other.whole, sign);
    }
    for (int i = 0; i < other.size; i++) {
      open().add(other.keys[i], (long) sign * other.counts[i]);
    }
    table = null;
    missing += sign * other.missing;
    if (other.decimals != null) {
      other.decimals.forEach((value, count) -> add(value, sign * count));
    }
  }

  long missing() {
    return missing;
  }

  /** Value → count, without values that were all taken out again. */
  FrequencyTable table() {
    SoftReference<FrequencyTable> kept = table;
    FrequencyTable known = kept == null ? null : kept.get();
    if (known == null) {
      known = decimals == null ? ofMeans() : ofDecimals();
      // That of an item is made again as fast as it is found again.
      table = known.distinct() > FEW ? new SoftReference<>(known) : null;
    }
    return known;
  }

  private FrequencyTable ofMeans() {
    long[] means = whole == null ? Arrays.copyOf(keys, size) : sorted(whole);
    long[] found = new long[means.length];
    for (int i = 0; i < found.length; i++) {
      found[i] = whole == null ? counts[i] : whole.count(means[i]);
    }
    return areWhole(means, means.length)
        ? FrequencyTable.ofWhole(
            LongStream.of(means).map(key -> key >> PARTS_BITS).toArray(), found)
        : ofScores(means, found, means.length);
  }

  private static boolean areWhole(long[] keys, int length) {
    for (int i = 0; i < length; i++) {
      long sum = keys[i] >> PARTS_BITS;
      if (parts(keys[i]) != 1 || Math.abs(sum) > FrequencyTable.LARGEST_WHOLE) {
        return false;
      }
    }
    return true;
  }

  private static FrequencyTable ofScores(long[] keys, long[] counts, int length) {
    BigDecimal[] values = new BigDecimal[length];
    double[] rounded = new double[length];
    double[] rests = new double[length];
    for (int i = 0; i < length; i++) {
      Means.Known mean = Means.known(keys[i] >> PARTS_BITS, parts(keys[i]));
      values[i] = mean.mean();
      rounded[i] = mean.rounded();
      rests[i] = mean.rest();
    }
    return FrequencyTable.ofRounded(values, rounded, rests, Arrays.copyOf(counts, length));
  }

  private static int parts(long key) {
    return (int) (key & ((1 << PARTS_BITS) - 1));
  }

  private FrequencyTable ofDecimals() {
    List<BigDecimal> values = new ArrayList<>();
    List<Long> found = new ArrayList<>();
    long[] means = whole == null ? Arrays.copyOf(keys, size) : sorted(whole);
    for (int i = 0; i < means.length; i++) {
      values.add(Means.of(means[i] >> PARTS_BITS, parts(means[i])));
      found.add(whole == null ? counts[i] : whole.count(means[i]));
    }
    decimals.forEach(
        (value, count) -> {
          values.add(value);
          found.add(count);
        });
    return FrequencyTable.ofDecimals(
        values.toArray(BigDecimal[]::new), found.stream().mapToLong(Long::longValue).toArray());
  }
}

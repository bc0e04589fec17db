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

  /** Key: sum and number of answers in one long. */
  private final LongCounts whole = new LongCounts();

  private HashMap<BigDecimal, Long> decimals;
  private long missing;

  /** Made when first asked for, and kept while there is room; threads that race make the same. */
  private transient SoftReference<FrequencyTable> table;

  void addMissing(long count) {
    missing += count;
  }

  /** Counts the mean of {@code parts} whole answers (at least 1, fewer than 65,536). */
  void add(long sum, int parts, long count) {
    whole.add(sum << PARTS_BITS | parts, count);
    table = null;
  }

  void add(BigDecimal value, long count) {
    if (decimals == null) {
      decimals = new HashMap<>();
    }
    decimals.merge(value.stripTrailingZeros(), count, Long::sum);
    table = null;
  }

  void addAll(Tally other, int sign) {
    whole.addAll(other.whole, sign);
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
    long[] keys = new long[whole.size()];
    long[] counts = new long[keys.length];
    int[] found = {0};
    whole.forEach(
        (key, count) -> {
          // By insertion: items have few values, and scores some dozens.
          int at = found[0]++;
          for (; at > 0 && keys[at - 1] > key; at--) {
            keys[at] = keys[at - 1];
            counts[at] = counts[at - 1];
          }
          keys[at] = key;
          counts[at] = count;
        });
    return areWhole(keys, found[0])
        ? FrequencyTable.ofWhole(
            LongStream.of(keys).limit(found[0]).map(key -> key >> PARTS_BITS).toArray(),
            Arrays.copyOf(counts, found[0]))
        : ofScores(keys, counts, found[0]);
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
    List<Long> counts = new ArrayList<>();
    whole.forEach(
        (key, count) -> {
          values.add(Means.of(key >> PARTS_BITS, parts(key)));
          counts.add(count);
        });
    decimals.forEach(
        (value, count) -> {
          values.add(value);
          counts.add(count);
        });
    return FrequencyTable.ofDecimals(
        values.toArray(BigDecimal[]::new), counts.stream().mapToLong(Long::longValue).toArray());
  }
}

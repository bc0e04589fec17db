package org.quipu.summary;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.quipu.stats.FrequencyTable;

/**
 * How often each value of a variable occurred, and how often it was missing. A value is Σ of
 * answers / number of answers: an item's answer has one, a dimension score as many as its answered
 * items.
 */
final class Tally implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PARTS_BITS = 16;

  /** Key: sum and number of answers in one long. */
  private final LongCounts whole = new LongCounts();

  private HashMap<BigDecimal, Long> decimals;
  private long missing;

  void addMissing(long count) {
    missing += count;
  }

  /** Counts the mean of {@code parts} whole answers (at least 1, fewer than 65,536). */
  void add(long sum, int parts, long count) {
    whole.add(sum << PARTS_BITS | parts, count);
  }

  void add(BigDecimal value, long count) {
    if (decimals == null) {
      decimals = new HashMap<>();
    }
    decimals.merge(value.stripTrailingZeros(), count, Long::sum);
  }

  void addAll(Tally other, int sign) {
    whole.addAll(other.whole, sign);
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
    List<BigDecimal> values = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    whole.forEach(
        (key, count) -> {
          int parts = (int) (key & ((1 << PARTS_BITS) - 1));
          values.add(Means.of(key >> PARTS_BITS, parts));
          counts.add(count);
        });
    if (decimals != null) {
      decimals.forEach(
          (value, count) -> {
            values.add(value);
            counts.add(count);
          });
    }
    return FrequencyTable.ofDecimals(
        values.toArray(BigDecimal[]::new), counts.stream().mapToLong(Long::longValue).toArray());
  }
}

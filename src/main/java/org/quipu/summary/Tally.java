package org.quipu.summary;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * How often each value of a variable occurred, and how often it was missing. A value is Σ of
 * answers / number of answers: an item's answer has one, a dimension score as many as its answered
 * items.
 */
final class Tally implements Serializable {
  private static final long serialVersionUID = 1L;

  /** By {@link AscendingMeans#key}; null until there is one. */
  private LongCounts whole;

  private HashMap<BigDecimal, Long> decimals;
  private long missing;

  /** Whether no value ever occurred; some may be missing all the same. */
  boolean isEmpty() {
    return whole == null && decimals == null;
  }

  void addMissing(long count) {
    missing += count;
  }

  /** Counts the mean of {@code parts} whole answers (at least 1, fewer than 65,536). */
  void add(long sum, int parts, long count) {
    means().add(AscendingMeans.key(sum, parts), count);
  }

  private LongCounts means() {
    if (whole == null) {
      whole = new LongCounts();
    }
    return whole;
  }

  void add(BigDecimal value, long count) {
    if (decimals == null) {
      decimals = new HashMap<>();
    }
    decimals.merge(value.stripTrailingZeros(), count, Long::sum);
  }

  void addAll(Tally other, int sign) {
    if (other.whole != null) {
      means().addAll(other.whole, sign);
    }
    missing += sign * other.missing;
    if (other.decimals != null) {
      other.decimals.forEach((value, count) -> add(value, sign * count));
    }
  }

  long missing() {
    return missing;
  }

  /**
   * Shows the {@link AscendingMeans#key keys} of all means of whole answers, in no particular
   * order.
   */
  void forEachMean(LongCounts.Visitor visitor) {
    if (whole != null) {
      whole.forEach(visitor);
    }
  }

  /** Values that are no mean of whole answers, with their counts, which may be 0. */
  Map<BigDecimal, Long> decimals() {
    return decimals == null ? Map.of() : Collections.unmodifiableMap(decimals);
  }
}

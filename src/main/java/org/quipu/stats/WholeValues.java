package org.quipu.stats;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The distinct values of a table of whole numbers. Answers to items are of few kinds, in a million
 * tables: those that have the same ones share them. Nobody writes to the arrays.
 */
record WholeValues(double[] doubles, BigDecimal[] decimals) {
  /** Sets of numbers below this are kept, as the bits of a long. */
  private static final int KEPT_BELOW = 12;

  private static final Map<Long, WholeValues> KEPT = new ConcurrentHashMap<>();

  /** The table of {@link FrequencyTable#ofWhole}. */
  static FrequencyTable table(long[] ascending, long[] counts) {
    for (int i = 0; i < ascending.length; i++) {
      if (Math.abs(ascending[i]) > FrequencyTable.LARGEST_WHOLE
          || i > 0 && ascending[i - 1] >= ascending[i]
          || counts[i] <= 0) {
        throw new IllegalArgumentException(
            "value " + ascending[i] + " with count " + counts[i] + " at place " + i);
      }
    }
    WholeValues values = of(ascending);
    long[] upTo = CountedDoubles.cumulated(counts);
    boolean few = upTo.length == 0 || upTo[upTo.length - 1] <= FrequencyTable.MOST_WHOLE;
    return new FrequencyTable(values.doubles, values.decimals, upTo, few);
  }

  static WholeValues of(long[] ascending) {
    long bits = 0;
    for (long value : ascending) {
      if (value < 0 || value >= KEPT_BELOW) {
        return made(ascending);
      }
      bits |= 1L << value;
    }
    WholeValues known = KEPT.get(bits);
    return known != null ? known : KEPT.computeIfAbsent(bits, k -> made(ascending));
  }

  private static WholeValues made(long[] values) {
    return new WholeValues(
        Arrays.stream(values).asDoubleStream().toArray(),
        Arrays.stream(values)
            .mapToObj(value -> BigDecimal.valueOf(value).stripTrailingZeros())
            .toArray(BigDecimal[]::new));
  }
}

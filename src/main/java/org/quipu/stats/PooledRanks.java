package org.quipu.stats;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * The place of every value among the observations of several groups: twice the mean of its ranks,
 * which run from 1 and are shared by equal values. All groups hold decimals, or all doubles.
 *
 * <p>Thousands of groups have the same few hundred values: these are found by the bits of their
 * doubles, and only they are sorted. Where two decimals are one double, groups are merged instead.
 */
final class PooledRanks {
  private final long n;

  /** The double's bits to twice the mean rank; null where doubles do not tell values apart. */
  private final LongUnaryOperator byBits;

  private final FrequencyTable merged;

  private PooledRanks(long n, LongUnaryOperator byBits, FrequencyTable merged) {
    this.n = n;
    this.byBits = byBits;
    this.merged = merged;
  }

  static PooledRanks of(List<FrequencyTable> groups) {
    LongIndex values = new LongIndex();
    long[] counts = new long[64];
    BigDecimal[] decimals = new BigDecimal[counts.length];
    long n = 0;
    for (FrequencyTable group : groups) {
      for (int i = 0; i < group.distinct(); i++) {
        int number = values.of(Double.doubleToRawLongBits(group.value(i)));
        if (number == counts.length) {
          counts = Arrays.copyOf(counts, 2 * number);
          decimals = Arrays.copyOf(decimals, 2 * number);
        }
        if (group.isDecimal()) {
          if (differ(decimals[number], group.decimal(i))) {
            return merging(groups);
          }
          decimals[number] = group.decimal(i);
        }
        counts[number] += group.count(i);
      }
      n = Math.addExact(n, group.n());
    }
    long[] doubled = doubled(values, counts);
    return new PooledRanks(n, bits -> doubled[values.of(bits)], null);
  }

  private static boolean differ(BigDecimal known, BigDecimal value) {
    return known != null && known != value && known.compareTo(value) != 0;
  }

  static PooledRanks merging(List<FrequencyTable> groups) {
    FrequencyTable all = FrequencyTable.merge(groups);
    return new PooledRanks(all.n(), null, all);
  }

  private static long[] doubled(LongIndex values, long[] counts) {
    double[] sorted = new double[values.size()];
    Arrays.setAll(sorted, number -> Double.longBitsToDouble(values.key(number)));
    Arrays.sort(sorted);
    long[] doubled = new long[sorted.length];
    long below = 0;
    for (double value : sorted) {
      int number = values.of(Double.doubleToRawLongBits(value));
      doubled[number] = 2 * below + counts[number] + 1;
      below += counts[number];
    }
    return doubled;
  }

  /** Observations of all groups. */
  long n() {
    return n;
  }

  /** Twice the mean rank of each distinct value of one of the groups. */
  long[] of(FrequencyTable group) {
    long[] doubled = new long[group.distinct()];
    for (int i = 0, at = 0; i < doubled.length; i++) {
      if (byBits != null) {
        doubled[i] = byBits.applyAsLong(Double.doubleToRawLongBits(group.value(i)));
      } else {
        while (merged.compare(at, group, i) < 0) {
          at++;
        }
        doubled[i] = merged.below(at) + merged.below(at + 1) + 1;
      }
    }
    return doubled;
  }

  /** n, Σ and Σ² of the doubled ranks of one of the groups. */
  PowerSums sums(FrequencyTable group) {
    long[] doubled = of(group);
    if (4.0 * n * n * group.n() >= 0x1p62) {
      return large(doubled, group);
    }
    long sum = 0;
    long squares = 0;
    for (int i = 0; i < doubled.length; i++) {
      sum += doubled[i] * group.count(i);
      squares += doubled[i] * doubled[i] * group.count(i);
    }
    return new PowerSums(group.n(), BigDecimal.valueOf(sum), BigDecimal.valueOf(squares));
  }

  /** The same where the sum of squares may outgrow a long. */
  private static PowerSums large(long[] doubled, FrequencyTable group) {
    ExactSum sum = new ExactSum();
    ExactSum squares = new ExactSum();
    for (int i = 0; i < doubled.length; i++) {
      sum.add(doubled[i], group.count(i));
      squares.addSquare(doubled[i], group.count(i));
    }
    return new PowerSums(group.n(), sum.value(), squares.value());
  }
}

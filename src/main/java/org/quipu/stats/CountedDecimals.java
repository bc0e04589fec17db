package org.quipu.stats;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Decimals with counts, in any order, on their way into a table. */
final class CountedDecimals {
  private CountedDecimals() {}

  /** A decimal beside its double, which compares faster and has the same order. */
  private record Counted(BigDecimal decimal, double rounded, long count) {
    static final Comparator<Counted> ASCENDING =
        Comparator.comparingDouble(Counted::rounded).thenComparing(Counted::decimal);
  }

  static FrequencyTable table(BigDecimal[] decimals, long[] counts) {
    List<Counted> sorted = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      double rounded = Rounding.of(decimals[i]);
      CountedDoubles.check(rounded, counts[i]);
      if (counts[i] > 0) {
        sorted.add(new Counted(decimals[i], rounded, counts[i]));
      }
    }
    sorted.sort(Counted.ASCENDING);
    double[] values = new double[sorted.size()];
    BigDecimal[] exact = new BigDecimal[sorted.size()];
    long[] upTo = new long[sorted.size()];
    int distinct = 0;
    long seen = 0;
    for (Counted next : sorted) {
      if (distinct == 0 || exact[distinct - 1].compareTo(next.decimal) != 0) {
        values[distinct] = next.rounded + 0.0; // −0.0 becomes 0.0
        exact[distinct] = next.decimal.stripTrailingZeros();
        distinct++;
      }
      seen = Math.addExact(seen, next.count);
      upTo[distinct - 1] = seen;
    }
    return new FrequencyTable(
        Arrays.copyOf(values, distinct),
        Arrays.copyOf(exact, distinct),
        Arrays.copyOf(upTo, distinct),
        false);
  }

  /**
   * The same, where it is known how the decimals round to doubles: these are sorted instead, and
   * decimals looked at only to see whether those of one double are one.
   */
  static FrequencyTable table(
      BigDecimal[] decimals, double[] rounded, double[] rests, long[] counts) {
    double[] values = ascending(rounded, counts);
    double[] more = new double[values.length];
    BigDecimal[] exact = new BigDecimal[values.length];
    long[] upTo = new long[values.length];
    for (int i = 0; i < counts.length; i++) {
      CountedDoubles.check(rounded[i], counts[i]);
      if (counts[i] == 0) {
        continue;
      }
      int at = Arrays.binarySearch(values, rounded[i] + 0.0);
      if (exact[at] != null && exact[at].compareTo(decimals[i]) != 0) {
        return table(decimals, counts);
      }
      exact[at] = decimals[i];
      more[at] = rests[i];
      upTo[at] = Math.addExact(upTo[at], counts[i]);
    }
    FrequencyTable table = new FrequencyTable(values, exact, CountedDoubles.cumulated(upTo), false);
    table.keepRests(more);
    return table;
  }

  /** The distinct values that are counted, −0.0 as 0.0. */
  private static double[] ascending(double[] values, long[] counts) {
    double[] sorted = new double[values.length];
    int found = 0;
    for (int i = 0; i < values.length; i++) {
      if (counts[i] != 0) {
        sorted[found++] = values[i] + 0.0;
      }
    }
    Arrays.sort(sorted, 0, found);
    int distinct = 0;
    for (int i = 0; i < found; i++) {
      if (distinct == 0 || sorted[distinct - 1] != sorted[i]) {
        sorted[distinct++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, distinct);
  }
}

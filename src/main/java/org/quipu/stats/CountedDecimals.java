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

  static FrequencyTable ascending(KnownDecimal[] known, long[] counts) {
    BigDecimal[] decimals = new BigDecimal[known.length];
    double[] rounded = new double[known.length];
    for (int i = 0; i < known.length; i++) {
      decimals[i] = known[i].decimal();
      rounded[i] = known[i].rounded();
      CountedDoubles.check(rounded[i], counts[i]);
      boolean above =
          i == 0
              || rounded[i - 1] < rounded[i]
              || rounded[i - 1] == rounded[i] && decimals[i - 1].compareTo(decimals[i]) < 0;
      if (!above || counts[i] == 0) {
        throw new IllegalArgumentException(
            "value " + decimals[i] + " with count " + counts[i] + " at place " + i);
      }
    }
    FrequencyTable table =
        new FrequencyTable(rounded, decimals, CountedDoubles.cumulated(counts), false);
    table.keep(known);
    return table;
  }
}

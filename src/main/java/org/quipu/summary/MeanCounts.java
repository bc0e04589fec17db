package org.quipu.summary;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import org.quipu.stats.FrequencyTable;
import org.quipu.stats.KnownDecimal;

/**
 * Means of whole answers in ascending order, with how often each occurred: the values of an item or
 * a score in one unit, as compact as units are many.
 *
 * @param means sum and number of answers of each, see {@link AscendingMeans#key}
 * @param counts of each
 */
record MeanCounts(WholeNumbers means, WholeNumbers counts) {

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
      long[] sums = new long[means.size()];
      Arrays.setAll(sums, this::sum);
      return FrequencyTable.ofWhole(sums, counts.toArray());
    }
    KnownDecimal[] values = new KnownDecimal[means.size()];
    Arrays.setAll(values, i -> Means.known(sum(i), parts(i)));
    return FrequencyTable.ofAscending(values, counts.toArray());
  }

  private long sum(int i) {
    return AscendingMeans.sum(means.get(i));
  }

  private int parts(int i) {
    return AscendingMeans.parts(means.get(i));
  }

  private boolean areWhole() {
    for (int i = 0; i < means.size(); i++) {
      if (parts(i) != 1 || Math.abs(sum(i)) > FrequencyTable.LARGEST_WHOLE) {
        return false;
      }
    }
    return true;
  }

  private FrequencyTable withDecimals(Map<BigDecimal, Long> decimals) {
    int size = means.size();
    BigDecimal[] values =
        Arrays.copyOf(decimals.keySet().toArray(BigDecimal[]::new), size + decimals.size());
    long[] found = new long[values.length];
    for (int i = 0; i < decimals.size(); i++) {
      found[i] = decimals.get(values[i]);
    }
    for (int i = 0; i < size; i++) {
      values[decimals.size() + i] = Means.of(sum(i), parts(i));
      found[decimals.size() + i] = counts.get(i);
    }
    return FrequencyTable.ofDecimals(values, found);
  }
}

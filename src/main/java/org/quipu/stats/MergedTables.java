package org.quipu.stats;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** The table of all observations of several tables, merged two by two. */
final class MergedTables {
  private MergedTables() {}

  static FrequencyTable merge(List<FrequencyTable> tables) {
    List<FrequencyTable> filled = tables.stream().filter(table -> table.n() > 0).toList();
    boolean exact = filled.stream().allMatch(FrequencyTable::isDecimal);
    return filled.isEmpty()
        ? FrequencyTable.of()
        : mergeRange(exact ? filled : filled.stream().map(FrequencyTable::inDoubles).toList());
  }

  private static FrequencyTable mergeRange(List<FrequencyTable> tables) {
    if (tables.size() == 1) {
      return tables.get(0);
    }
    int half = tables.size() / 2;
    return mergePair(
        mergeRange(tables.subList(0, half)), mergeRange(tables.subList(half, tables.size())));
  }

  private static FrequencyTable mergePair(FrequencyTable a, FrequencyTable b) {
    int most = a.distinct() + b.distinct();
    double[] values = new double[most];
    BigDecimal[] decimals = a.isDecimal() ? new BigDecimal[most] : null;
    long[] upTo = new long[most];
    int k = 0;
    for (int i = 0, j = 0; i < a.distinct() || j < b.distinct(); k++) {
      int order = i == a.distinct() ? 1 : j == b.distinct() ? -1 : a.compare(i, b, j);
      FrequencyTable source = order <= 0 ? a : b;
      int position = order <= 0 ? i : j;
      values[k] = source.value(position);
      if (decimals != null) {
        decimals[k] = source.decimal(position);
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
      upTo[k] = Math.addExact(a.below(i), b.below(j));
    }
    return new FrequencyTable(
        Arrays.copyOf(values, k),
        decimals == null ? null : Arrays.copyOf(decimals, k),
        Arrays.copyOf(upTo, k),
        a.isWhole() && b.isWhole() && a.n() + b.n() <= FrequencyTable.MOST_WHOLE);
  }
}

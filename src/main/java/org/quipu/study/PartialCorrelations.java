package org.quipu.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quipu.stats.Correlations;
import org.quipu.table.row.CorrelationRow;

/**
 * A correlation once what else may tell units apart is held constant: each of these variables by
 * itself and, where there are several, all of them together.
 */
final class PartialCorrelations {
  private PartialCorrelations() {}

  /** Over the units that have a value of every variable concerned. */
  static List<CorrelationRow> rows(
      PairedUnits pairs,
      SortedMap<String, SortedMap<String, BigDecimal>> context,
      double confidence) {
    List<CorrelationRow> rows = new ArrayList<>();
    context.forEach(
        (name, values) -> rows.add(row(pairs, new TreeMap<>(Map.of(name, values)), confidence)));
    if (context.size() > 1) {
      rows.add(row(pairs, context, confidence));
    }
    return rows;
  }

  private static CorrelationRow row(
      PairedUnits pairs,
      SortedMap<String, SortedMap<String, BigDecimal>> controls,
      double confidence) {
    List<String> incomplete =
        pairs.units().stream()
            .filter(unit -> controls.values().stream().anyMatch(of -> !of.containsKey(unit)))
            .toList();
    PairedUnits complete = pairs.without(incomplete);
    double[][] held =
        controls.values().stream()
            .map(
                values ->
                    complete.units().stream()
                        .mapToDouble(unit -> values.get(unit).doubleValue())
                        .toArray())
            .toArray(double[][]::new);
    return StatisticRows.correlation(
        pairs.study(),
        pairs.level().id(),
        pairs.xName(),
        pairs.yName(),
        Correlations.partial(complete.x(), complete.y(), confidence, held),
        String.join(",", controls.keySet()),
        null);
  }
}

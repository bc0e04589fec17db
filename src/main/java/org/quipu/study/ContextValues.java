package org.quipu.study;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quipu.quality.AcceptedRow;
import org.quipu.quality.SmallSource;

/** What else may tell the groups apart, such as infant mortality. */
final class ContextValues {
  private ContextValues() {}

  /**
   * {@code INDICATOR_PERIOD} → DIRESA → value, all sorted: the indicators asked for, in every
   * period that the source has.
   */
  static SortedMap<String, SortedMap<String, BigDecimal>> of(
      SmallSource context, List<String> indicators) {
    SortedMap<String, SortedMap<String, BigDecimal>> variables = new TreeMap<>();
    for (AcceptedRow row : context.rows()) {
      BigDecimal value = row.decimal("value");
      if (value != null && indicators.contains(row.text("indicator_id"))) {
        variables
            .computeIfAbsent(
                row.text("indicator_id") + "_" + row.text("period"), k -> new TreeMap<>())
            .put(row.text("diresa_id"), value);
      }
    }
    return variables;
  }
}

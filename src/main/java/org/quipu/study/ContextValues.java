package org.quipu.study;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quipu.quality.AcceptedRow;
import org.quipu.quality.SmallSource;

/** What else may tell the groups apart, such as infant mortality. */
public final class ContextValues {
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

  /**
   * The indicators asked for, each in its latest period that is not after the given one or, where
   * it has none so early, in its latest of all: {@code INDICATOR_PERIOD} → DIRESA → value, sorted.
   *
   * @param period a year or a month
   */
  public static SortedMap<String, SortedMap<String, BigDecimal>> upTo(
      String period, SmallSource context, List<String> indicators) {
    SortedMap<String, SortedMap<String, BigDecimal>> latest = new TreeMap<>();
    for (String indicator : indicators) {
      SortedMap<String, SortedMap<String, BigDecimal>> periods = of(context, List.of(indicator));
      if (!periods.isEmpty()) {
        // A month belongs to its year: 2007 is not after 2007-03, and 2007-12 not after 2007.
        String last = indicator + "_" + period.substring(0, Math.min(4, period.length())) + "~";
        SortedMap<String, SortedMap<String, BigDecimal>> before = periods.headMap(last);
        String chosen = before.isEmpty() ? periods.lastKey() : before.lastKey();
        latest.put(chosen, periods.get(chosen));
      }
    }
    return latest;
  }
}

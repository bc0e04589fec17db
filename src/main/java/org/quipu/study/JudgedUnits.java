package org.quipu.study;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quipu.registry.Level;
import org.quipu.stats.Descriptives;
import org.quipu.stats.FrequencyTable;
import org.quipu.study.JudgedPeriod.IndicatorTally;
import org.quipu.table.row.IndicatorSummaryRow;

/**
 * The judged goals of one period summed up by unit.
 *
 * @param units in the order of levels and ids
 * @param confidence level of intervals
 */
record JudgedUnits(JudgedPeriod period, List<Unit> units, double confidence) {
  /** Indicators that are described beside each other: enough for a machine's cores. */
  private static final int AT_ONCE = 16;

  /**
   * A unit of the tree.
   *
   * @param facilities positions of its facilities in the period
   */
  record Unit(Level level, String id, int[] facilities) {}

  /**
   * Some indicators are described beside each other, and their rows taken before the next are: all
   * rows of a period are a hundred thousand.
   */
  Stream<IndicatorSummaryRow> indicators() {
    PeriodUnits of = new PeriodUnits(units, period.facilityIds().size());
    int indicators = period.indicatorIds().size();
    return IntStream.iterate(0, from -> from < indicators, from -> from + AT_ONCE)
        .mapToObj(
            from ->
                IntStream.range(from, Math.min(indicators, from + AT_ONCE))
                    .parallel()
                    .mapToObj(indicator -> rows(indicator, of))
                    .toList())
        .flatMap(List::stream)
        .flatMap(Arrays::stream)
        .filter(Objects::nonNull);
  }

  /** An indicator in each unit; null where none of the unit's facilities has it. */
  private IndicatorSummaryRow[] rows(int indicator, PeriodUnits of) {
    IndicatorTally[] tallies = period.tallies(indicator, of);
    IndicatorSummaryRow[] rows = new IndicatorSummaryRow[tallies.length];
    Arrays.setAll(rows, unit -> row(units.get(unit), indicator, tallies[unit]));
    return rows;
  }

  private IndicatorSummaryRow row(Unit unit, int indicator, IndicatorTally tally) {
    if (tally.present() == 0) {
      return null;
    }
    long missing = tally.present() - tally.attainments().length;
    return new IndicatorSummaryRow(
        period.period(),
        unit.level.id(),
        unit.id,
        period.indicatorIds().get(indicator),
        StatisticRows.summary(
            Descriptives.of(FrequencyTable.ofAscending(tally.attainments()), missing, confidence)),
        Percent.of(tally.met(), tally.computable()));
  }
}

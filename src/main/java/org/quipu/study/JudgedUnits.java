package org.quipu.study;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quipu.registry.FacilityRegistry;
import org.quipu.registry.Level;
import org.quipu.stats.Descriptives;
import org.quipu.stats.FrequencyTable;
import org.quipu.study.JudgedPeriod.IndicatorTally;
import org.quipu.table.row.IndicatorSummaryRow;
import org.quipu.table.row.UnitPerformanceRow;

/**
 * The judged goals of one period summed up by unit.
 *
 * @param units in the order of levels and ids
 * @param share of its computable indicators that a facility has to meet
 */
record JudgedUnits(
    JudgedPeriod period, List<Unit> units, FacilityRegistry registry, BigDecimal share) {
  /** Indicators that are described beside each other: enough for a machine's cores. */
  private static final int AT_ONCE = 16;

  /**
   * A unit of the tree.
   *
   * @param facilities positions of its facilities in the period
   */
  record Unit(Level level, String id, int[] facilities) {}

  /** Whether a facility is under CLAS; null where that is unknown. */
  Boolean clas(int facility) {
    String id = period.facilityIds().get(facility);
    return registry.knowsClas() && registry.has(id) ? registry.facility(id).clas() : null;
  }

  Stream<UnitPerformanceRow> performance() {
    Boolean[] clas = new Boolean[period.facilityIds().size()];
    Boolean[] meets = new Boolean[clas.length];
    for (int i = 0; i < clas.length; i++) {
      clas[i] = clas(i);
      meets[i] = period.goalsMet(i, share);
    }
    return units.stream()
        .flatMap(
            unit -> {
              int[] all = IntStream.of(unit.facilities).filter(i -> meets[i] != null).toArray();
              int[] ofClas = IntStream.of(all).filter(i -> Boolean.TRUE.equals(clas[i])).toArray();
              UnitPerformanceRow row = performance(unit, Population.ALL, all, meets);
              return registry.knowsClas()
                  ? Stream.of(row, performance(unit, Population.CLAS, ofClas, meets))
                  : Stream.of(row);
            });
  }

  private UnitPerformanceRow performance(
      Unit unit, String population, int[] facilities, Boolean[] meets) {
    long meeting = IntStream.of(facilities).filter(i -> meets[i]).count();
    return new UnitPerformanceRow(
        period.period(),
        unit.level.id(),
        unit.id,
        population,
        facilities.length,
        meeting,
        Percent.of(meeting, facilities.length));
  }

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
            Descriptives.of(FrequencyTable.ofAscending(tally.attainments()), missing)),
        Percent.of(tally.met(), tally.computable()));
  }
}

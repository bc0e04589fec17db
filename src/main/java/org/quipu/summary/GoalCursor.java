package org.quipu.summary;

import java.util.Arrays;
import java.util.List;

/**
 * Goes through goal sums by period, then facility, both in the order of their texts, and answers
 * for each indicator of the facility at hand. No object is made for a cell whose sums fit longs, so
 * that millions of cells cost no more than reading them.
 */
public final class GoalCursor {
  private static final long EXACT_DOUBLE = 1L << 53;

  private final Ids periods;
  private final Ids facilities;
  private final List<List<DecimalSums>> cells;
  private final int[] periodOrder;
  private final int[] facilityOrder;
  private final int[] indicatorOrder;
  private final List<String> indicatorIds;
  private int period;
  private int facility = -1;
  private DecimalSums sums;

  /**
   * @param periodOrder the periods to go through
   */
  GoalCursor(
      Ids periods,
      Ids facilities,
      Ids indicators,
      List<List<DecimalSums>> cells,
      int[] periodOrder) {
    this.periods = periods;
    this.facilities = facilities;
    this.cells = cells;
    this.periodOrder = periodOrder;
    this.facilityOrder = facilities.sorted();
    this.indicatorOrder = indicators.sorted();
    this.indicatorIds = Arrays.stream(indicatorOrder).mapToObj(indicators::text).toList();
  }

  /** The indicators, sorted; they are addressed by their position here. */
  public List<String> indicatorIds() {
    return indicatorIds;
  }

  /** Goes on to the next facility of a period that has any sums; false when there is none. */
  public boolean next() {
    do {
      facility++;
      if (facility == facilityOrder.length) {
        facility = 0;
        period++;
      }
      if (period >= periodOrder.length || facilityOrder.length == 0) {
        return false;
      }
      sums = at(periodOrder[period], facilityOrder[facility]);
    } while (sums == null);
    return true;
  }

  private DecimalSums at(int periodId, int facilityId) {
    if (periodId >= cells.size() || facilityId >= cells.get(periodId).size()) {
      return null;
    }
    return cells.get(periodId).get(facilityId);
  }

  /** The goal period at hand. */
  public String period() {
    return periods.text(periodOrder[period]);
  }

  /** The facility at hand. */
  public String facilityId() {
    return facilities.text(facilityOrder[facility]);
  }

  /** Whether an indicator has a target or an achievement here. */
  public boolean isPresent(int indicator) {
    return sums.has(target(indicator)) || sums.has(achieved(indicator));
  }

  /** As {@link GoalCell#isComputable}. */
  public boolean isComputable(int indicator) {
    int target = target(indicator);
    return sums.has(target)
        && sums.has(achieved(indicator))
        && (sums.isSmall(target) ? sums.unscaled(target) != 0 : sums.get(target).signum() != 0);
  }

  /** As {@link GoalCell#isMet}; of a computable indicator. */
  public boolean isMet(int indicator, boolean lowerIsBetter) {
    int target = target(indicator);
    int achieved = achieved(indicator);
    int order =
        isSmall(indicator)
            ? Long.compare(sums.unscaled(achieved), sums.unscaled(target))
            : sums.get(achieved).compareTo(sums.get(target));
    return lowerIsBetter ? order <= 0 : order >= 0;
  }

  /** As {@link GoalCell#attainment}, with NaN where there is none. */
  public double attainment(int indicator, boolean lowerIsBetter) {
    if (!isComputable(indicator)) {
      return Double.NaN;
    }
    int above = lowerIsBetter ? target(indicator) : achieved(indicator);
    int below = lowerIsBetter ? achieved(indicator) : target(indicator);
    if (isSmall(indicator)
        && Math.abs(sums.unscaled(above)) <= EXACT_DOUBLE
        && Math.abs(sums.unscaled(below)) <= EXACT_DOUBLE) {
      // Both are doubles without loss and of one scale, so that one division rounds once.
      return sums.unscaled(below) == 0
          ? Double.NaN
          : (double) sums.unscaled(above) / sums.unscaled(below) + 0.0;
    }
    Double exact = cell(indicator).attainment(lowerIsBetter);
    return exact == null ? Double.NaN : exact;
  }

  private boolean isSmall(int indicator) {
    return sums.isSmall(target(indicator)) && sums.isSmall(achieved(indicator));
  }

  /** The cell of an indicator that is present here. */
  public GoalCell cell(int indicator) {
    return new GoalCell(
        period(),
        facilityId(),
        indicatorIds.get(indicator),
        sums.get(target(indicator)),
        sums.get(achieved(indicator)));
  }

  private int target(int indicator) {
    return 2 * indicatorOrder[indicator];
  }

  private int achieved(int indicator) {
    return 2 * indicatorOrder[indicator] + 1;
  }
}

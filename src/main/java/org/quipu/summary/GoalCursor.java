package org.quipu.summary;

import java.util.Arrays;
import java.util.List;

/**
 * Goes through goal sums by period, then facility, both in the order of their texts, then to any
 * indicator of the facility at hand. No object is made for a cell whose sums fit longs, so that
 * millions of cells cost no more than reading them.
 */
public final class GoalCursor {
  private static final long EXACT_DOUBLE = 1L << 53;

  private final Ids periods;
  private final Ids facilities;
  private final GoalCells cells;
  private final int[] periodOrder;
  private final int[] facilityOrder;
  private final int[] indicatorOrder;
  private final List<String> indicatorIds;
  private int period;
  private int facility = -1;
  private DecimalSums sums;

  /** The indicator at hand, and whether it has a target, an achievement, and both in longs. */
  private int indicator;

  private int target;
  private boolean hasTarget;
  private boolean hasAchieved;
  private boolean small;

  /**
   * @param periodOrder the periods to go through
   */
  GoalCursor(Ids periods, Ids facilities, Ids indicators, GoalCells cells, int[] periodOrder) {
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
      sums = cells.get(periodOrder[period], facilityOrder[facility]);
    } while (sums == null);
    return true;
  }

  /** The goal period at hand. */
  public String period() {
    return periods.text(periodOrder[period]);
  }

  /** The facility at hand. */
  public String facilityId() {
    return facilities.text(facilityOrder[facility]);
  }

  /** Goes to an indicator of the facility at hand. */
  public void go(int indicator) {
    this.indicator = indicator;
    target = 2 * indicatorOrder[indicator];
    hasTarget = sums.has(target);
    hasAchieved = sums.has(target + 1);
    small = sums.isSmall(target) && sums.isSmall(target + 1);
  }

  /** Whether the indicator at hand has a target or an achievement here. */
  public boolean isPresent() {
    return hasTarget || hasAchieved;
  }

  /** As {@link GoalCell#isComputable}. */
  public boolean isComputable() {
    return hasTarget
        && hasAchieved
        && (small ? sums.unscaled(target) != 0 : sums.get(target).signum() != 0);
  }

  /** As {@link GoalCell#isMet}; of a computable indicator. */
  public boolean isMet(boolean lowerIsBetter) {
    int order =
        small
            ? Long.compare(sums.unscaled(target + 1), sums.unscaled(target))
            : sums.get(target + 1).compareTo(sums.get(target));
    return lowerIsBetter ? order <= 0 : order >= 0;
  }

  /** As {@link GoalCell#attainment}, with NaN where there is none; of a computable indicator. */
  public double attainment(boolean lowerIsBetter) {
    if (small) {
      long above = sums.unscaled(lowerIsBetter ? target : target + 1);
      long below = sums.unscaled(lowerIsBetter ? target + 1 : target);
      if (Math.abs(above) <= EXACT_DOUBLE && Math.abs(below) <= EXACT_DOUBLE) {
        // Both are doubles without loss and of one scale, so that one division rounds once.
        return below == 0 ? Double.NaN : (double) above / below + 0.0;
      }
    }
    Double exact = cell().attainment(lowerIsBetter);
    return exact == null ? Double.NaN : exact;
  }

  /** The cell of the indicator at hand, which is present here. */
  public GoalCell cell() {
    return new GoalCell(
        period(),
        facilityId(),
        indicatorIds.get(indicator),
        sums.get(target),
        sums.get(target + 1));
  }
}

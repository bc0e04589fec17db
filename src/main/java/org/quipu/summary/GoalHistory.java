package org.quipu.summary;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Achievements of each facility and indicator over the goal periods: which are there, and which
 * jump out of their own history.
 *
 * <p>A value jumps when its modified z-score is beyond 3.5, or what the user sets: 0.6745 (x −
 * median) / MAD, or (x − median) / (1.253314 × mean absolute deviation) where more than half of the
 * values are the median (B. Iglewicz and D. C. Hoaglin, How to Detect and Handle Outliers, 1993).
 * It is judged from five periods on.
 */
public final class GoalHistory {
  private static final int LEAST_PERIODS = 5;

  /** So many values are sorted by moving each to its place. */
  private static final int FEW = 32;

  /** Facilities that are looked at together. */
  private static final int FACILITIES = 256;

  private static final long EXACT_DOUBLE = 1L << 53;
  private static final long[] POWERS_OF_TEN =
      LongStream.iterate(1, power -> power * 10).limit(19).toArray();

  /** The largest modified z-score of a value that does not jump, unless the user says otherwise. */
  public static final BigDecimal LARGEST_SCORE = new BigDecimal("3.5");

  private static final double NORMAL_QUARTILE = 0.6745;
  private static final double MEAN_DEVIATION = 1.253314;

  private final Ids periods;
  private final Ids facilities;
  private final Ids indicators;
  private final GoalCells cells;

  GoalHistory(Ids periods, Ids facilities, Ids indicators, GoalCells cells) {
    this.periods = periods;
    this.facilities = facilities;
    this.indicators = indicators;
    this.cells = cells;
  }

  /**
   * What is there, and values held against their history.
   *
   * @param present achievements that are there, of all facilities, indicators and periods that
   *     occur
   * @param judged values of facilities and indicators with enough periods
   * @param jumping those that jump
   * @param furthest the one that jumps furthest; null where none does
   */
  public record Jumps(long present, long judged, long jumping, Jump furthest) {}

  /** A value far from the others of its facility and indicator. */
  public record Jump(
      String facilityId, String indicatorId, String period, double value, double median) {}

  /**
   * Of each facility, sorted, how many indicators have an achievement in a goal period.
   *
   * @param facilityIds those that are to report; one without any row has reported none
   */
  public SortedMap<String, Integer> reported(String goalPeriod, Collection<String> facilityIds) {
    SortedMap<String, Integer> byFacility = new TreeMap<>();
    facilityIds.forEach(id -> byFacility.put(id, 0));
    int period = periods.of(goalPeriod);
    for (int facility = 0; facility < cells.facilities(period); facility++) {
      if (cells.has(period, facility)) {
        int present = cells.get(period, facility).present(1, 2);
        byFacility.put(facilities.text(facility), present);
      }
    }
    return byFacility;
  }

  /** The goal periods that occur, sorted. */
  public List<String> goalPeriods() {
    return IntStream.of(periods.sorted()).mapToObj(periods::text).toList();
  }

  /** Indicators that occur. */
  public int indicators() {
    return indicators.size();
  }

  /** Indicators times periods: what a facility that reports everything has. */
  public long expectedOfAFacility() {
    return (long) indicators.size() * periods.size();
  }

  /**
   * Holds every value against its history.
   *
   * @param largest modified z-score of a value that does not jump
   */
  public Jumps jumps(double largest) {
    int[] order = periods.sorted();
    int[] inOrder = indicators.sorted();
    int[] sorted = facilities.sorted();
    // Of jumps that are as far the first counts: the parts are put together in order.
    List<JumpSearch> parts =
        IntStream.range(0, (sorted.length + FACILITIES - 1) / FACILITIES)
            .parallel()
            .mapToObj(
                part -> {
                  JumpSearch search = new JumpSearch(largest, order);
                  int end = Math.min(sorted.length, (part + 1) * FACILITIES);
                  for (int i = part * FACILITIES; i < end; i++) {
                    search.judge(sorted[i], inOrder);
                  }
                  return search;
                })
            .toList();
    JumpSearch all = new JumpSearch(largest, order);
    parts.forEach(all::add);
    return new Jumps(all.present, all.judged, all.jumping, all.jump);
  }

  /** Looks for jumps in the histories of some facilities. */
  private final class JumpSearch {
    private final double largest;
    private final int[] order;

    /** The sums of the facility at hand, by period in order; null where there are none. */
    private final DecimalSums[] sums;

    private final double[] values;
    private final double[] sorted;
    private final int[] at;
    private long present;
    private long judged;
    private long jumping;
    private double furthest;
    private Jump jump;

    JumpSearch(double largest, int[] order) {
      this.largest = largest;
      this.order = order;
      this.sums = new DecimalSums[order.length];
      this.values = new double[order.length];
      this.sorted = new double[order.length];
      this.at = new int[order.length];
    }

    void judge(int facility, int[] indicators) {
      for (int i = 0; i < order.length; i++) {
        sums[i] = cells.get(order[i], facility);
      }
      for (int indicator : indicators) {
        int n = series(2 * indicator + 1);
        present += n;
        if (n >= LEAST_PERIODS) {
          judge(facility, indicator, n);
        }
      }
    }

    /** The values that a slot has, by period. */
    private int series(int slot) {
      int n = 0;
      for (int i = 0; i < sums.length; i++) {
        if (sums[i] != null && sums[i].has(slot)) {
          values[n] = value(sums[i], slot);
          at[n++] = order[i];
        }
      }
      return n;
    }

    private void judge(int facility, int indicator, int n) {
      judged += n;
      System.arraycopy(values, 0, sorted, 0, n);
      sort(sorted, n);
      double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
      double unit = unit(values, sorted, n, median);
      for (int i = 0; i < n && unit > 0; i++) {
        double score = Math.abs(values[i] - median) / unit;
        jumping += score > largest ? 1 : 0;
        if (score > largest && score > furthest) {
          furthest = score;
          jump =
              new Jump(
                  facilities.text(facility),
                  indicators.text(indicator),
                  periods.text(at[i]),
                  values[i],
                  median);
        }
      }
    }

    void add(JumpSearch behind) {
      present += behind.present;
      judged += behind.judged;
      jumping += behind.jumping;
      if (behind.furthest > furthest) {
        furthest = behind.furthest;
        jump = behind.jump;
      }
    }
  }

  /**
   * Sorts the first of some values, of which there are as many as periods: mostly a dozen years.
   */
  static void sort(double[] values, int n) {
    if (n > FEW) {
      Arrays.sort(values, 0, n);
      return;
    }
    for (int i = 1; i < n; i++) {
      double value = values[i];
      int to = i;
      for (; to > 0 && values[to - 1] > value; to--) {
        values[to] = values[to - 1];
      }
      values[to] = value;
    }
  }

  /** The double nearest to a sum; of two doubles without loss one division rounds once. */
  private static double value(DecimalSums sums, int slot) {
    return sums.isSmall(slot) && Math.abs(sums.unscaled(slot)) <= EXACT_DOUBLE
        ? sums.unscaled(slot) / (double) POWERS_OF_TEN[sums.scale()]
        : sums.get(slot).doubleValue();
  }

  /** What a score is measured in; 0 where all values are the same. */
  private static double unit(double[] values, double[] sorted, int n, double median) {
    double mad = medianDistance(sorted, n, median);
    if (mad > 0) {
      return mad / NORMAL_QUARTILE;
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.abs(values[i] - median);
    }
    return MEAN_DEVIATION * sum / n;
  }

  /** The median distance from the median: the farthest values are left out from either end. */
  static double medianDistance(double[] sorted, int n, double median) {
    int first = 0;
    int last = n - 1;
    double farther = 0;
    double farthest = 0;
    for (int left = n; left > (n - 1) / 2; left--) {
      double below = median - sorted[first];
      double above = sorted[last] - median;
      farther = farthest;
      if (below > above) {
        farthest = below;
        first++;
      } else {
        farthest = above;
        last--;
      }
    }
    return n % 2 == 1 ? farthest : (farthest + farther) / 2;
  }
}

package org.quipu.study;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quipu.stats.AscendingOrder;
import org.quipu.summary.GoalCursor;

/** Every goal of one period judged, in arrays by indicator and facility. */
final class JudgedPeriod {
  /** What became of a goal; a facility may lack the indicator altogether. */
  private static final byte NOT_COMPUTABLE = 1;

  private static final byte MISSED = 2;
  private static final byte MET = 3;

  /** Beside what became of a goal: that there is an attainment. */
  private static final byte ATTAINED = 4;

  private static final int VERDICTS = 8;
  private static final int FIRST = 64;

  private final String period;
  private final List<String> indicatorIds;
  private final List<String> facilityIds = new ArrayList<>();
  private final Map<String, Integer> positions = new HashMap<>();

  /** By indicator, then by facility; longer than there are facilities. */
  private final double[][] attainments;

  private final byte[][] verdicts;

  /** By facility, likewise. */
  private int[] computable = new int[FIRST];

  private int[] met = new int[FIRST];

  private JudgedPeriod(String period, List<String> indicatorIds) {
    this.period = period;
    this.indicatorIds = indicatorIds;
    this.attainments = new double[indicatorIds.size()][FIRST];
    this.verdicts = new byte[indicatorIds.size()][FIRST];
  }

  /** Judges every goal that a cursor over one period goes through. */
  static JudgedPeriod of(GoalCursor cursor, IndicatorCatalog catalog) {
    List<String> indicatorIds = cursor.indicatorIds();
    boolean[] lowerIsBetter = new boolean[indicatorIds.size()];
    for (int i = 0; i < lowerIsBetter.length; i++) {
      lowerIsBetter[i] = catalog.lowerIsBetter().contains(indicatorIds.get(i));
    }
    JudgedPeriod period = new JudgedPeriod(cursor.period(), indicatorIds);
    while (cursor.next()) {
      period.add(cursor, lowerIsBetter);
    }
    return period;
  }

  /** Judges the facility at hand; one that has no target and no achievement is left out. */
  private void add(GoalCursor cursor, boolean[] lowerIsBetter) {
    int at = facilityIds.size();
    reserve(at + 1);
    computable[at] = 0;
    met[at] = 0;
    boolean any = false;
    for (int indicator = 0; indicator < lowerIsBetter.length; indicator++) {
      boolean lower = lowerIsBetter[indicator];
      byte verdict = 0;
      double attainment = Double.NaN;
      cursor.go(indicator);
      if (cursor.isComputable()) {
        verdict = cursor.isMet(lower) ? MET : MISSED;
        computable[at]++;
        met[at] += verdict == MET ? 1 : 0;
        attainment = cursor.attainment(lower);
      } else if (cursor.isPresent()) {
        verdict = NOT_COMPUTABLE;
      }
      any |= verdict != 0;
      attainments[indicator][at] = attainment;
      verdicts[indicator][at] = Double.isNaN(attainment) ? verdict : (byte) (verdict | ATTAINED);
    }
    if (any) {
      positions.put(cursor.facilityId(), at);
      facilityIds.add(cursor.facilityId());
    }
  }

  private void reserve(int facilities) {
    if (facilities > met.length) {
      int length = 2 * met.length;
      computable = Arrays.copyOf(computable, length);
      met = Arrays.copyOf(met, length);
      Arrays.setAll(attainments, i -> Arrays.copyOf(attainments[i], length));
      Arrays.setAll(verdicts, i -> Arrays.copyOf(verdicts[i], length));
    }
  }

  String period() {
    return period;
  }

  /** The indicators, sorted. */
  List<String> indicatorIds() {
    return indicatorIds;
  }

  /** The facilities that have any indicator, sorted. */
  List<String> facilityIds() {
    return facilityIds;
  }

  /** Positions in {@link #facilityIds} of those of the given facilities that stand there. */
  int[] positions(List<String> facilities) {
    return facilities.stream()
        .map(positions::get)
        .filter(position -> position != null)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Computable indicators of a facility. */
  int computable(int facility) {
    return computable[facility];
  }

  /** Indicators that a facility meets. */
  int met(int facility) {
    return met[facility];
  }

  /**
   * Whether the indicators met are at least the share of the computable ones; null where none is
   * computable.
   */
  Boolean goalsMet(int facility, BigDecimal share) {
    if (computable[facility] == 0) {
      return null;
    }
    BigDecimal needed = share.multiply(BigDecimal.valueOf(computable[facility]));
    return met[facility] >= needed.setScale(0, RoundingMode.CEILING).intValue();
  }

  /** One indicator over the facilities of each unit. */
  IndicatorTally[] tallies(int indicator, PeriodUnits units) {
    byte[] verdicts = this.verdicts[indicator];
    double[] attainments = this.attainments[indicator];
    IndicatorTally[] tallies = new IndicatorTally[units.size()];
    for (int unit = 0; unit < tallies.length; unit++) {
      int[] of = new int[VERDICTS];
      for (int facility : units.facilities(unit)) {
        of[verdicts[facility]]++;
      }
      int met = of[MET] + of[MET | ATTAINED];
      int computable = met + of[MISSED] + of[MISSED | ATTAINED];
      int present = computable + of[NOT_COMPUTABLE] + of[NOT_COMPUTABLE | ATTAINED];
      int n = 0;
      for (int verdict = ATTAINED; verdict < VERDICTS; verdict++) {
        n += of[verdict];
      }
      tallies[unit] = new IndicatorTally(new double[n], present, computable, met);
    }
    int[] dealt = new int[tallies.length];
    for (int facility : AscendingOrder.of(attainments, facilityIds.size())) {
      for (int unit : units.of(facility)) {
        tallies[unit].attainments[dealt[unit]++] = attainments[facility];
      }
    }
    return tallies;
  }

  /**
   * An indicator over some facilities.
   *
   * @param attainments of those that have one, ascending
   * @param present facilities that have a target or an achievement
   * @param computable facilities whose goal can be judged
   * @param met facilities that meet it
   */
  record IndicatorTally(double[] attainments, int present, int computable, int met) {}
}

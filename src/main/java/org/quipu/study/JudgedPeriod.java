package org.quipu.study;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quipu.summary.GoalCursor;

/** Every goal of one period judged, in arrays by indicator and facility. */
final class JudgedPeriod {
  /** What became of a goal; a facility may lack the indicator altogether. */
  private static final byte NOT_COMPUTABLE = 1;

  private static final byte MISSED = 2;
  private static final byte MET = 3;

  private final String period;
  private final List<String> facilityIds = new ArrayList<>();
  private final Map<String, Integer> positions = new HashMap<>();
  private final List<double[]> attainments = new ArrayList<>();
  private final List<byte[]> verdicts = new ArrayList<>();

  private JudgedPeriod(String period) {
    this.period = period;
  }

  /** Judges every goal that a cursor over one period goes through. */
  static JudgedPeriod of(GoalCursor cursor, IndicatorCatalog catalog) {
    List<String> indicatorIds = cursor.indicatorIds();
    boolean[] lowerIsBetter = new boolean[indicatorIds.size()];
    for (int i = 0; i < lowerIsBetter.length; i++) {
      lowerIsBetter[i] = catalog.lowerIsBetter().contains(indicatorIds.get(i));
    }
    JudgedPeriod period = new JudgedPeriod(cursor.period());
    while (cursor.next()) {
      period.add(cursor, lowerIsBetter);
    }
    return period;
  }

  /** Judges the facility at hand; one that has no target and no achievement is left out. */
  private void add(GoalCursor cursor, boolean[] lowerIsBetter) {
    double[] attainment = new double[lowerIsBetter.length];
    byte[] verdict = new byte[lowerIsBetter.length];
    boolean any = false;
    for (int indicator = 0; indicator < lowerIsBetter.length; indicator++) {
      boolean lower = lowerIsBetter[indicator];
      attainment[indicator] = cursor.attainment(indicator, lower);
      if (cursor.isComputable(indicator)) {
        verdict[indicator] = cursor.isMet(indicator, lower) ? MET : MISSED;
      } else if (cursor.isPresent(indicator)) {
        verdict[indicator] = NOT_COMPUTABLE;
      }
      any |= verdict[indicator] != 0;
    }
    if (any) {
      positions.put(cursor.facilityId(), facilityIds.size());
      facilityIds.add(cursor.facilityId());
      attainments.add(attainment);
      verdicts.add(verdict);
    }
  }

  String period() {
    return period;
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
    return count(verdicts.get(facility), MISSED);
  }

  /** Indicators that a facility meets. */
  int met(int facility) {
    return count(verdicts.get(facility), MET);
  }

  private static int count(byte[] verdicts, byte least) {
    int count = 0;
    for (byte verdict : verdicts) {
      count += verdict >= least ? 1 : 0;
    }
    return count;
  }

  /**
   * Whether the indicators met are at least the share of the computable ones; null where none is
   * computable.
   */
  Boolean goalsMet(int facility, BigDecimal share) {
    int computable = computable(facility);
    if (computable == 0) {
      return null;
    }
    int needed =
        share.multiply(BigDecimal.valueOf(computable)).setScale(0, RoundingMode.CEILING).intValue();
    return met(facility) >= needed;
  }

  /** Adds all that {@link #tally} goes by to a digest, facility by facility. */
  void digest(MessageDigest digest) {
    for (int facility = 0; facility < verdicts.size(); facility++) {
      double[] attainment = attainments.get(facility);
      ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * attainment.length);
      bytes.asDoubleBuffer().put(attainment);
      digest.update(bytes);
      digest.update(verdicts.get(facility));
    }
  }

  /** One indicator over some facilities. */
  IndicatorTally tally(int indicator, int[] facilities) {
    double[] found = new double[facilities.length];
    int n = 0;
    int present = 0;
    int computable = 0;
    int met = 0;
    for (int facility : facilities) {
      byte verdict = verdicts.get(facility)[indicator];
      present += verdict >= NOT_COMPUTABLE ? 1 : 0;
      computable += verdict >= MISSED ? 1 : 0;
      met += verdict == MET ? 1 : 0;
      double attainment = attainments.get(facility)[indicator];
      if (!Double.isNaN(attainment)) {
        found[n++] = attainment;
      }
    }
    return new IndicatorTally(Arrays.copyOf(found, n), present, computable, met);
  }

  /**
   * An indicator over some facilities.
   *
   * @param attainments of those that have one
   * @param present facilities that have a target or an achievement
   * @param computable facilities whose goal can be judged
   * @param met facilities that meet it
   */
  record IndicatorTally(double[] attainments, int present, int computable, int met) {}
}

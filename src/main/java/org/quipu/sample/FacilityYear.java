package org.quipu.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Goals and achievements of one facility in one year, of which two months are reported. */
final class FacilityYear {
  private static final List<String> PERIODS = List.of("2007-06", "2007-12");

  /** The first indicators of the catalog have a target everywhere. */
  private static final int ALWAYS_COMPUTABLE = 4;

  private static final int MOST_UNMET = 3;

  private FacilityYear() {}

  /**
   * Rows of the file: facility, period, indicator, target, achieved.
   *
   * @param meeting whether each computable indicator is met over the year; otherwise one to three
   *     of them are not
   */
  static List<Object[]> of(
      Facility facility, boolean meeting, boolean reportsDropouts, Random random) {
    List<Integer> computable =
        IntStream.range(0, IndicatorCatalog.HIGHER.size())
            .filter(i -> i < ALWAYS_COMPUTABLE || random.nextDouble() < 0.85)
            .boxed()
            .toList();
    List<Integer> unmet = new ArrayList<>(computable);
    Collections.shuffle(unmet, random);
    int failures = meeting ? 0 : 1 + random.nextInt(MOST_UNMET);
    int size = size(facility);
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < IndicatorCatalog.HIGHER.size(); i++) {
      boolean missed = unmet.subList(0, failures).contains(i);
      int target = 2 * size * (2 + i) + 2 * random.nextInt(size);
      int achieved = missed ? missed(target, random) : reached(target, random);
      rows.addAll(
          computable.contains(i)
              ? months(facility, IndicatorCatalog.HIGHER.get(i), target, achieved, random)
              : notComputable(facility, IndicatorCatalog.HIGHER.get(i), target, random));
    }
    if (reportsDropouts) {
      int most = 4 + 2 * random.nextInt(size);
      int dropouts = meeting ? 2 + random.nextInt(most - 1) : 2 + random.nextInt(2 * most);
      rows.addAll(months(facility, IndicatorCatalog.VACCINATION_DROPOUTS, most, dropouts, random));
    }
    return rows;
  }

  private static int size(Facility facility) {
    return switch (facility.category()) {
      case "I-1" -> 5;
      case "I-2" -> 9;
      case "I-3" -> 16;
      default -> 30;
    };
  }

  /** At least the target, sometimes just the target. */
  private static int reached(int target, Random random) {
    return target + (int) (target * 0.25 * random.nextDouble() * random.nextDouble());
  }

  /** Less than the target. */
  private static int missed(int target, Random random) {
    return Math.min(target - 1, (int) (target * (0.55 + 0.44 * random.nextDouble())));
  }

  /** Shares the target evenly and the achievement unevenly between the two months. */
  private static List<Object[]> months(
      Facility facility, String indicator, int target, int achieved, Random random) {
    int first = Math.max(1, (int) (achieved * (0.4 + 0.2 * random.nextDouble())));
    boolean prorated = random.nextDouble() < 0.03;
    String firstTarget = target / 2 + (prorated ? ".5" : "");
    String secondTarget =
        prorated ? target - target / 2 - 1 + ".5" : String.valueOf(target - target / 2);
    return List.of(
        row(facility, 0, indicator, firstTarget, String.valueOf(first)),
        row(facility, 1, indicator, secondTarget, String.valueOf(achieved - first)));
  }

  /** No target, a target of 0, or no report of what was achieved, in both months alike. */
  private static List<Object[]> notComputable(
      Facility facility, String indicator, int target, Random random) {
    double reason = random.nextDouble();
    String goal = reason < 0.7 ? "" : reason < 0.85 ? "0" : String.valueOf(target / 2);
    String achieved = reason < 0.85 ? String.valueOf(random.nextInt(target)) : "";
    return List.of(
        row(facility, 0, indicator, goal, achieved), row(facility, 1, indicator, goal, achieved));
  }

  private static Object[] row(
      Facility facility, int period, String indicator, String target, String achieved) {
    return new Object[] {facility.id(), PERIODS.get(period), indicator, target, achieved};
  }
}

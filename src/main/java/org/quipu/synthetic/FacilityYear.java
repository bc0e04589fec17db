package org.quipu.synthetic;

/**
 * What one facility reports in one year, month by month. Reused from year to year.
 *
 * <p>Targets are the same in every month. Achievements of the months are differences of rounded
 * running totals, plus a noise that is handed from month to month and adds up to nothing over the
 * year; so the year's sum is the planned thousandth of the year's target, rounded towards the
 * planned verdict, and the verdict is certain.
 */
final class FacilityYear {
  private static final int NOISE_PART = 5;
  private static final int THOUSAND = 1_000;

  private final GoalModel model;
  private final Noise noise;
  private final long[] targets;
  private final int[] permille;
  private int facility = -1;
  private int year = -1;
  private int months;

  FacilityYear(GoalModel model) {
    this.model = model;
    this.noise = new Noise(model.extent().seed(), "month");
    this.targets = new long[model.extent().indicators()];
    this.permille = new int[targets.length];
  }

  /** Turns to a facility and a year; nothing is done where it is already there. */
  FacilityYear of(int toFacility, int toYear) {
    if (facility != toFacility || year != toYear) {
      facility = toFacility;
      year = toYear;
      months = model.extent().monthsOfYear(year);
      boolean attains = model.attains(facility, year);
      int anchor = model.anchor(facility);
      double missChance = model.missChance(facility, year);
      for (int i = 0; i < targets.length; i++) {
        boolean met = attains || (i != anchor && model.missDraw(facility, year, i) >= missChance);
        targets[i] = model.target(facility, year, i);
        permille[i] = model.permille(facility, year, i, met);
      }
    }
    return this;
  }

  long target(int indicator) {
    return targets[indicator];
  }

  /**
   * @param month of the year, from 0
   */
  long achieved(int indicator, int month) {
    long target = targets[indicator];
    if (target == 0) {
      return 0;
    }
    long planned = total(indicator, month + 1) - total(indicator, month);
    int next = month + 1 == months ? 0 : month + 1;
    return planned + swing(indicator, month) - swing(indicator, next);
  }

  /** The achievement planned up to a month; rounded up where lower is better. */
  private long total(int indicator, int untilMonth) {
    long thousandths = targets[indicator] * permille[indicator] * untilMonth;
    return GoalModel.lowerIsBetter(indicator)
        ? (thousandths + THOUSAND - 1) / THOUSAND
        : thousandths / THOUSAND;
  }

  /** What a month takes over from the one before: up to a fifth of the target. */
  private long swing(int indicator, int month) {
    long most = targets[indicator] / NOISE_PART;
    return most == 0
        ? 0
        : Noise.below(noise.at(facility, (long) year * 16 + month, indicator), most + 1);
  }
}

package org.quipu.synthetic;

/**
 * What is known of the staff's answers: counts and sums by item over the nation, of the rows that
 * are accepted, under the rules of {@code synthetic.conf}. Whole numbers, so that they may be added
 * in any order.
 */
final class StaffTally {
  private static final double LEAST_ANSWERED_SHARE = 0.5;

  private final long[] answered;
  private final long[] sums;
  private long respondents;
  private long inexperienced;
  private long otherRole;
  private long outOfScale;
  private long leftOut;

  StaffTally(int items) {
    this.answered = new long[items];
    this.sums = new long[items];
  }

  /**
   * Counts a respondent.
   *
   * @param spoiled the item whose answer is outside the scale; −1: none
   */
  void add(StaffModel.Person person, int spoiled) {
    respondents++;
    if (person.years() < 1) {
      inexperienced++;
    } else if (person.role() == StaffModel.Role.CLINICAL) {
      otherRole++;
    } else {
      outOfScale += spoiled < 0 ? 0 : 1;
      addAnswers(person, spoiled);
    }
  }

  private void addAnswers(StaffModel.Person person, int spoiled) {
    int given = 0;
    for (int item = 0; item < sums.length; item++) {
      given += isClean(person, item, spoiled) ? 1 : 0;
    }
    if (given < LEAST_ANSWERED_SHARE * sums.length) {
      leftOut++;
      return;
    }
    for (int item = 0; item < sums.length; item++) {
      if (isClean(person, item, spoiled)) {
        answered[item]++;
        sums[item] += person.answer(item);
      }
    }
  }

  private static boolean isClean(StaffModel.Person person, int item, int spoiled) {
    return item != spoiled && person.answer(item) != StaffModel.Person.NONE;
  }

  void add(StaffTally other) {
    respondents += other.respondents;
    inexperienced += other.inexperienced;
    otherRole += other.otherRole;
    outOfScale += other.outOfScale;
    leftOut += other.leftOut;
    for (int item = 0; item < sums.length; item++) {
      answered[item] += other.answered[item];
      sums[item] += other.sums[item];
    }
  }

  /** Regular rows. */
  long respondents() {
    return respondents;
  }

  /** Those with less than a year of experience. */
  long inexperienced() {
    return inexperienced;
  }

  /** Those with a year at least, but a role that is not asked. */
  long otherRole() {
    return otherRole;
  }

  /** Eligible respondents with an answer outside the scale. */
  long outOfScale() {
    return outOfScale;
  }

  /** Eligible respondents who answered less than half of the items. */
  long leftOut() {
    return leftOut;
  }

  /** Clean answers to an item. */
  long answered(int item) {
    return answered[item];
  }

  /** Sum of clean answers to an item, as they were answered. */
  long sum(int item) {
    return sums[item];
  }
}

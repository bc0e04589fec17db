package org.quipu.summary;

import java.io.Serializable;

/** What eligible respondents of one facility answered and {@link AnswerWindows} do not foresee. */
final class UnitTallies implements Serializable {
  private static final long serialVersionUID = 1L;
  private final Tally[] items;

  /** One a dimension, and the score over all items last. */
  private final Tally[] scores;

  private final JointScores joint;
  private long respondents;

  UnitTallies(AnswerWindows windows) {
    this.items = tallies(windows.items);
    this.scores = tallies(windows.dimensions + 1);
    this.joint = new JointScores(windows.dimensions, windows.multiple);
  }

  private static Tally[] tallies(int length) {
    Tally[] tallies = new Tally[length];
    for (int i = 0; i < length; i++) {
      tallies[i] = new Tally();
    }
    return tallies;
  }

  void addRespondents(long count) {
    respondents += count;
  }

  void addAll(UnitTallies other, int sign) {
    respondents += sign * other.respondents;
    for (int i = 0; i < items.length; i++) {
      items[i].addAll(other.items[i], sign);
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i].addAll(other.scores[i], sign);
    }
    joint.addAll(other.joint, sign);
  }

  Tally item(int item) {
    return items[item];
  }

  Tally score(int dimension) {
    return scores[dimension];
  }

  JointScores joint() {
    return joint;
  }

  long respondents() {
    return respondents;
  }
}

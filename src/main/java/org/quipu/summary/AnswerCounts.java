package org.quipu.summary;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * How often each answer and each score occurred, by facility: a row of counters a facility for what
 * {@link AnswerWindows} foresee, one table for other whole answers and for the scores of
 * respondents who left items out, tallies for the rest. Counting costs no object.
 */
final class AnswerCounts implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SUM_BITS = 20;
  private static final int PARTS_BITS = 10;
  private static final int VARIABLE_BITS = 10;
  private static final int FACILITY_BITS = 24;
  private static final int SUM_OFFSET = 1 << (SUM_BITS - 1);

  private final AnswerWindows windows;

  private final CounterRows rows;

  private final List<JointScores> joint = new ArrayList<>();

  /** Facility, item or score, number of answers and their sum → count. */
  private final LongCounts others = new LongCounts();

  private final HashMap<Integer, UnitTallies> rest = new HashMap<>();

  /** Work space of one respondent. */
  private transient long[] sums;

  private transient int[] parts;
  private transient long[] scaled;

  AnswerCounts(AnswerWindows windows) {
    this.windows = windows;
    this.rows = new CounterRows(windows.length);
  }

  /** Counts a respondent whose answers are all whole, or {@link AnswerWindows#MISSING}. */
  void add(int facility, int[] answers) {
    char[] row = rows.row(facility);
    begin();
    count(row, facility, 0);
    int dimensions = windows.dimensions;
    for (int item = 0; item < answers.length; item++) {
      int answer = answers[item];
      if (answer == AnswerWindows.MISSING) {
        count(row, facility, windows.itemAt[item]);
        continue;
      }
      int place = answer - windows.itemMin[item];
      if (place >= 0 && place < windows.itemWidth[item]) {
        count(row, facility, windows.itemAt[item] + 1 + place);
      } else {
        addOther(facility, item, answer, 1, 1);
      }
      int dimension = windows.dimensionOf[item];
      sums[dimension] += windows.reversed[item] ? windows.turnedFrom[item] - answer : answer;
      parts[dimension]++;
    }
    boolean complete = true;
    for (int dimension = 0; dimension < dimensions; dimension++) {
      sums[dimensions] += sums[dimension];
      parts[dimensions] += parts[dimension];
      complete &= parts[dimension] > 0;
    }
    for (int score = 0; score <= dimensions; score++) {
      addScore(row, facility, score);
    }
    if (complete) {
      joint(facility).add(sums, parts, scaled);
    }
  }

  private void count(char[] row, int facility, int counter) {
    if (++row[counter] == 0) {
      rows.carry(facility, counter);
    }
  }

  private void begin() {
    int scores = windows.dimensions + 1;
    if (sums == null) {
      sums = new long[scores];
      parts = new int[scores];
      scaled = new long[scores];
    }
    for (int score = 0; score < scores; score++) {
      sums[score] = 0;
      parts[score] = 0;
    }
  }

  private void addScore(char[] row, int facility, int score) {
    int answered = parts[score];
    if (answered == 0) {
      count(row, facility, windows.scoreAt[score]);
      return;
    }
    int leftOut = windows.scoreItems[score] - answered;
    if (leftOut < windows.scoreSums[score].length) {
      AnswerWindows.Sums window = windows.scoreSums[score][leftOut];
      long place = sums[score] - window.min();
      if (place >= 0 && place < window.width()) {
        count(row, facility, window.at() + (int) place);
        return;
      }
    }
    addOther(facility, windows.items + score, sums[score], answered, 1);
  }

  /** Counts the mean of some whole answers, of which there is at least one. */
  private void addOther(int facility, int variable, long sum, int answers, long count) {
    long shifted = sum + SUM_OFFSET;
    if (shifted >>> SUM_BITS == 0
        && answers >>> PARTS_BITS == 0
        && variable >>> VARIABLE_BITS == 0
        && facility >>> FACILITY_BITS == 0) {
      long key = ((long) facility << VARIABLE_BITS | variable) << PARTS_BITS | answers;
      others.add(key << SUM_BITS | shifted, count);
    } else {
      tally(rest(facility), variable).add(sum, answers, count);
    }
  }

  private Tally tally(UnitTallies tallies, int variable) {
    return variable < windows.items
        ? tallies.item(variable)
        : tallies.score(variable - windows.items);
  }

  /** Tallies of a facility for what is not whole. */
  UnitTallies rest(int facility) {
    return rest.computeIfAbsent(facility, k -> none());
  }

  private UnitTallies none() {
    return new UnitTallies(windows);
  }

  private JointScores joint(int facility) {
    while (joint.size() <= facility) {
      joint.add(null);
    }
    if (joint.get(facility) == null) {
      joint.set(facility, new JointScores(windows.dimensions, windows.multiple));
    }
    return joint.get(facility);
  }

  /** Adds, or takes out, all that another holds, whose facilities have other numbers here. */
  void addAll(AnswerCounts other, int[] facilitiesHere, int sign) {
    rows.addAll(other.rows, facilitiesHere, sign);
    for (int facility = 0; facility < other.joint.size(); facility++) {
      if (other.joint.get(facility) != null) {
        joint(facilitiesHere[facility]).addAll(other.joint.get(facility), sign);
      }
    }
    int below = SUM_BITS + PARTS_BITS + VARIABLE_BITS;
    long lower = (1L << below) - 1;
    other.others.forEach(
        (key, count) -> {
          long facility = facilitiesHere[(int) (key >>> below)];
          others.add(facility << below | (key & lower), sign * count);
        });
    other.rest.forEach((facility, tallies) -> rest(facilitiesHere[facility]).addAll(tallies, sign));
  }

  /** Reads what was counted facility by facility, from the first on. */
  final class Reader {
    private final long[] keys = others.keys();
    private int position;

    /** Adds what was counted in the next facility to tallies. */
    void addTo(int facility, UnitTallies into) {
      if (rows.has(facility)) {
        addRow(facility, into);
      }
      if (facility < joint.size() && joint.get(facility) != null) {
        into.joint().addAll(joint.get(facility), 1);
      }
      int below = SUM_BITS + PARTS_BITS + VARIABLE_BITS;
      for (; position < keys.length && keys[position] >>> below == facility; position++) {
        long key = keys[position];
        int sum = (int) (key & ((1L << SUM_BITS) - 1)) - SUM_OFFSET;
        int answers = (int) (key >>> SUM_BITS) & ((1 << PARTS_BITS) - 1);
        int variable = (int) (key >>> (SUM_BITS + PARTS_BITS)) & ((1 << VARIABLE_BITS) - 1);
        tally(into, variable).add(sum, answers, others.count(key));
      }
      if (rest.containsKey(facility)) {
        into.addAll(rest.get(facility), 1);
      }
    }
  }

  private void addRow(int facility, UnitTallies into) {
    into.addRespondents(rows.count(facility, 0));
    for (int item = 0; item < windows.items; item++) {
      int at = windows.itemAt[item];
      into.item(item).addMissing(rows.count(facility, at));
      addCounters(
          facility, at + 1, windows.itemWidth[item], windows.itemMin[item], 1, into.item(item));
    }
    for (int score = 0; score <= windows.dimensions; score++) {
      Tally tally = into.score(score);
      tally.addMissing(rows.count(facility, windows.scoreAt[score]));
      for (AnswerWindows.Sums sums : windows.scoreSums[score]) {
        addCounters(facility, sums.at(), sums.width(), sums.min(), sums.parts(), tally);
      }
    }
  }

  /** Adds the counters from one on, of sums of some parts from the least on. */
  private void addCounters(int facility, int at, int width, long min, int parts, Tally into) {
    for (int place = 0; place < width; place++) {
      long count = rows.count(facility, at + place);
      if (count != 0) {
        into.add(min + place, parts, count);
      }
    }
  }
}

package org.quipu.summary;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
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

  /**
   * One less than there is room for: keys are never negative, so that they are searched as they are
   * sorted.
   */
  private static final int FACILITY_BITS = 23;

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
    int all = windows.dimensions;
    boolean complete = true;
    for (int dimension = 0; dimension < all; dimension++) {
      addDimension(row, facility, answers, dimension);
      sums[all] += sums[dimension];
      parts[all] += parts[dimension];
      complete &= parts[dimension] > 0;
    }
    for (int score = 0; score <= all; score++) {
      addScore(row, facility, score);
    }
    if (complete) {
      joint(facility).add(sums, parts, scaled);
    }
  }

  /** Counts the answers to a dimension's items, and adds them up. */
  private void addDimension(char[] row, int facility, int[] answers, int dimension) {
    long sum = 0;
    int answered = 0;
    for (int item : windows.itemsOf[dimension]) {
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
      sum += windows.reversed[item] ? windows.turnedFrom[item] - answer : answer;
      answered++;
    }
    sums[dimension] = sum;
    parts[dimension] = answered;
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
    sums[scores - 1] = 0;
    parts[scores - 1] = 0;
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

  /** Whether anything was ever counted of a facility. */
  boolean has(int facility) {
    return rows.has(facility) || rest.containsKey(facility);
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

  /** Reads what some counts hold together; several threads may. */
  static final class Reader {
    private static final int BELOW_FACILITY = SUM_BITS + PARTS_BITS + VARIABLE_BITS;

    private final AnswerWindows windows;
    private final List<AnswerCounts> parts;

    /** Of each part, in order: a facility's stand together. */
    private final List<long[]> others;

    Reader(AnswerWindows windows, List<AnswerCounts> parts) {
      this.windows = windows;
      this.parts = parts;
      this.others = parts.stream().map(part -> part.others.keys()).toList();
    }

    /** All that was counted in some facilities. */
    UnitAnswers of(int... facilities) {
      long[] counters = new long[windows.length];
      JointScores joint = new JointScores(windows.dimensions, windows.multiple);
      UnitTallies rest = new UnitTallies(windows);
      boolean any = false;
      for (int i = 0; i < parts.size(); i++) {
        AnswerCounts part = parts.get(i);
        for (int facility : facilities) {
          part.rows.addTo(counters, facility);
          if (facility < part.joint.size() && part.joint.get(facility) != null) {
            joint.addAll(part.joint.get(facility), 1);
          }
          any |= addOthers(part, others.get(i), facility, rest);
          if (part.rest.containsKey(facility)) {
            rest.addAll(part.rest.get(facility), 1);
            any = true;
          }
        }
      }
      return new UnitAnswers(windows, counters, joint, any ? rest : null);
    }

    /** Respondents counted in a facility. */
    long respondents(int facility) {
      long respondents = 0;
      for (AnswerCounts part : parts) {
        respondents += part.rows.count(facility, 0);
        UnitTallies more = part.rest.get(facility);
        respondents += more == null ? 0 : more.respondents();
      }
      return respondents;
    }

    /** Whether there are any. */
    private boolean addOthers(AnswerCounts part, long[] keys, int facility, UnitTallies into) {
      int at = Arrays.binarySearch(keys, (long) facility << BELOW_FACILITY);
      int from = at < 0 ? -at - 1 : at;
      int i = from;
      for (; i < keys.length && keys[i] >>> BELOW_FACILITY == facility; i++) {
        long key = keys[i];
        int sum = (int) (key & ((1L << SUM_BITS) - 1)) - SUM_OFFSET;
        int answers = (int) (key >>> SUM_BITS) & ((1 << PARTS_BITS) - 1);
        int variable = (int) (key >>> (SUM_BITS + PARTS_BITS)) & ((1 << VARIABLE_BITS) - 1);
        part.tally(into, variable).add(sum, answers, part.others.count(key));
      }
      return i > from;
    }
  }
}

package org.quipu.summary;

import java.util.Map;
import org.quipu.stats.FrequencyTable;

/** What the eligible respondents of one unit answered, under one cleaning: what studies read. */
final class UnitAnswers {
  private final AnswerWindows windows;

  /** Those of items; the others went into {@link #scores}. */
  private final WholeNumbers counters;

  /** One a dimension, and the score over all items last. */
  private final MeanCounts[] scores;

  private final long[] scoresMissing;
  private final JointScores joint;
  private final UnitTallies rest;

  /**
   * @param counters as the windows foresee them
   * @param joint what is not in the rest
   * @param rest what has no counter; null where there is nothing
   */
  UnitAnswers(AnswerWindows windows, long[] counters, JointScores joint, UnitTallies rest) {
    this.windows = windows;
    this.counters = WholeNumbers.of(counters, windows.scoreAt[0]);
    this.scores = new MeanCounts[windows.dimensions + 1];
    this.scoresMissing = new long[scores.length];
    this.joint = joint;
    this.rest = rest;
    for (int i = 0; i < scores.length; i++) {
      Tally others = rest == null ? null : rest.score(i);
      scores[i] = AscendingMeans.of(counters, windows.scoreSums[i], others).kept();
      scoresMissing[i] = counters[windows.scoreAt[i]] + (others == null ? 0 : others.missing());
    }
    if (rest != null) {
      joint.addAll(rest.joint(), 1);
    }
  }

  /** The answers of nobody. */
  static UnitAnswers none(AnswerWindows windows) {
    return new UnitAnswers(
        windows,
        new long[windows.length],
        new JointScores(windows.dimensions, windows.multiple),
        null);
  }

  long respondents() {
    return counters.get(0) + (rest == null ? 0 : rest.respondents());
  }

  FrequencyTable item(int item) {
    Tally others = rest == null ? null : rest.item(item);
    boolean counted = others == null || others.isEmpty();
    if (counted && Math.abs(windows.itemMin[item]) < FrequencyTable.LARGEST_WHOLE / 2) {
      return whole(windows.itemAt[item] + 1, windows.itemMin[item], windows.itemWidth[item]);
    }
    int width = windows.itemWidth[item];
    long[] counts = counters.toArray(windows.itemAt[item] + 1, width);
    AnswerWindows.Sums window = new AnswerWindows.Sums(0, windows.itemMin[item], width, 1);
    return AscendingMeans.of(counts, new AnswerWindows.Sums[] {window}, others)
        .kept()
        .table(others == null ? Map.of() : others.decimals());
  }

  /** The table of some counters: nearly all that are asked for, and so without a detour. */
  private FrequencyTable whole(int at, int min, int width) {
    int distinct = 0;
    for (int place = 0; place < width; place++) {
      distinct += counters.get(at + place) != 0 ? 1 : 0;
    }
    long[] values = new long[distinct];
    long[] counts = new long[distinct];
    for (int place = 0, i = 0; i < distinct; place++) {
      long count = counters.get(at + place);
      if (count != 0) {
        values[i] = min + place;
        counts[i++] = count;
      }
    }
    return FrequencyTable.ofWhole(values, counts);
  }

  long itemMissing(int item) {
    return counters.get(windows.itemAt[item]) + (rest == null ? 0 : rest.item(item).missing());
  }

  FrequencyTable score(int score) {
    return scores[score].table(rest == null ? Map.of() : rest.score(score).decimals());
  }

  long scoreMissing(int score) {
    return scoresMissing[score];
  }

  JointScores joint() {
    return joint;
  }
}

package org.quipu.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quipu.quality.RowView;
import org.quipu.stats.PairwiseMoments;
import org.quipu.summary.SurveySummary.Part;
import org.quipu.survey.Item;

/**
 * One respondent's answers on their way into a summary: every numeric answer (raw), and those that
 * the cleaning rules leave (clean). Reused from row to row.
 */
final class Respondent {
  private final SurveyPlan plan;
  private final Item[] items;
  private final List<String> dimensions;
  private final int[] dimensionOf;
  private final Answer[] raw;
  private final Answer[] clean;
  private final Answer[] scored;
  private final List<Removal> removals = new ArrayList<>();
  private final AnswerWindows windows;
  private final int[] wholes;
  private boolean isWhole;
  private boolean leftOut;

  Respondent(SurveyPlan plan) {
    this.plan = plan;
    this.items = plan.instrument().items().toArray(Item[]::new);
    this.dimensions = plan.instrument().dimensions();
    this.dimensionOf = new int[items.length];
    for (int item = 0; item < items.length; item++) {
      dimensionOf[item] = dimensions.indexOf(items[item].dimensionId());
    }
    this.raw = new Answer[items.length];
    this.clean = new Answer[items.length];
    this.scored = new Answer[items.length];
    this.windows = new AnswerWindows(plan.instrument());
    this.wholes = new int[items.length];
  }

  /** Takes the answers of a row and applies the cleaning rules that look at one respondent. */
  void read(RowView row, int[] columns, String file) {
    removals.clear();
    int answered = 0;
    isWhole = windows.isWhole;
    for (int item = 0; item < items.length; item++) {
      raw[item] = row.isMissing(columns[item]) ? null : Answer.of(row, columns[item]);
      clean[item] = raw[item];
      if (raw[item] != null && plan.scaleBounds() && !items[item].allows(raw[item].value())) {
        clean[item] = null;
        removals.add(outsideScale(items[item], raw[item], file, row.record().line()));
      }
      answered += clean[item] == null ? 0 : 1;
      isWhole &= raw[item] == null || raw[item].isWhole();
    }
    BigDecimal share = plan.minAnsweredShare();
    leftOut =
        share.signum() > 0
            && BigDecimal.valueOf(answered)
                    .compareTo(share.multiply(BigDecimal.valueOf(items.length)))
                < 0;
    if (leftOut) {
      removals.add(
          Removal.answeredShare(
              file, row.record().line(), answered, items.length, share.toPlainString()));
    }
  }

  private static Removal outsideScale(Item item, Answer answer, String file, long line) {
    return Removal.scaleBounds(
        file,
        line,
        item.itemId(),
        answer.value().toPlainString(),
        item.min().toPlainString(),
        item.max().toPlainString());
  }

  /** Counts the respondent in a facility. */
  void addTo(SurveySummary summary, int facility, String file, long line) {
    if (removals.isEmpty() && plan.fences().isEmpty()) {
      count(summary, Part.BOTH, facility, raw, null);
      return;
    }
    List<Removal> fenced = new ArrayList<>();
    count(summary, Part.RAW_ONLY, facility, raw, null);
    if (!leftOut) {
      Fence fence = plan.fences().isEmpty() ? null : new Fence(file, line, fenced);
      count(summary, Part.CLEAN_ONLY, facility, clean, fence);
    }
    removals.forEach(summary::addRemoval);
    fenced.forEach(summary::addRemoval);
  }

  private void count(
      SurveySummary summary, Part part, int facility, Answer[] answers, Fence fence) {
    if (isWhole && fence == null) {
      addWhole(summary, part, facility, wholes(answers));
    } else {
      count(summary.counts(part).rest(facility), answers, fence);
      addMoments(summary.moments(facility, plan, part), answers);
    }
  }

  /**
   * Counts a respondent whose answers are all small whole numbers; they are 0 where missing then.
   */
  void addWhole(SurveySummary summary, Part part, int facility, int[] answers) {
    summary.counts(part).add(facility, answers);
    if (areSmall(answers)) {
      summary.moments(facility, plan, part).add(answers);
    } else {
      summary.moments(facility, plan, part).add(decimals(answers));
    }
  }

  private int[] wholes(Answer[] answers) {
    for (int item = 0; item < answers.length; item++) {
      wholes[item] = answers[item] == null ? AnswerWindows.MISSING : (int) answers[item].whole();
    }
    return wholes;
  }

  private static boolean areSmall(int[] answers) {
    boolean small = true;
    for (int answer : answers) {
      small &= answer == AnswerWindows.MISSING || Math.abs(answer) <= PairwiseMoments.LARGEST_WHOLE;
    }
    return small;
  }

  private static BigDecimal[] decimals(int[] answers) {
    return Arrays.stream(answers)
        .mapToObj(answer -> answer == AnswerWindows.MISSING ? null : BigDecimal.valueOf(answer))
        .toArray(BigDecimal[]::new);
  }

  /** Adds the products of answers; small whole ones, nearly all there are, without an object. */
  private void addMoments(PairwiseMoments moments, Answer[] answers) {
    if (isWhole && areSmall(wholes(answers))) {
      moments.add(wholes);
      return;
    }
    moments.add(
        Arrays.stream(answers)
            .map(answer -> answer == null ? null : answer.value())
            .toArray(BigDecimal[]::new));
  }

  /** Where a fenced score is noted. */
  private record Fence(String file, long line, List<Removal> removals) {}

  private void count(UnitTallies tallies, Answer[] answers, Fence fence) {
    BigDecimal[] joint = new BigDecimal[dimensions.size()];
    tallies.addRespondents(1);
    for (int item = 0; item < items.length; item++) {
      Answer answer = answers[item];
      if (answer == null) {
        tallies.item(item).addMissing(1);
      } else if (answer.isWhole()) {
        tallies.item(item).add(answer.whole(), 1, 1);
      } else {
        tallies.item(item).add(answer.value(), 1);
      }
      scored[item] = answer == null ? null : answer.scored(items[item]);
    }
    boolean complete = true;
    for (int dimension = 0; dimension < dimensions.size(); dimension++) {
      joint[dimension] = score(tallies.score(dimension), dimension, fence);
      complete &= joint[dimension] != null;
    }
    score(tallies.score(dimensions.size()), -1, null);
    if (complete) {
      tallies.joint().add(joint);
    }
  }

  /** Counts the score of a dimension, or with −1 over all items; null where there is none. */
  private BigDecimal score(Tally tally, int dimension, Fence fence) {
    long whole = 0;
    BigDecimal rest = null;
    int parts = 0;
    for (int item = 0; item < items.length; item++) {
      if (scored[item] != null && (dimension < 0 || dimensionOf[item] == dimension)) {
        parts++;
        if (scored[item].isWhole()) {
          whole += scored[item].whole();
        } else {
          rest = rest == null ? scored[item].value() : rest.add(scored[item].value());
        }
      }
    }
    if (parts == 0) {
      tally.addMissing(1);
      return null;
    }
    BigDecimal mean =
        rest == null
            ? Means.of(whole, parts)
            : Means.of(BigDecimal.valueOf(whole).add(rest), parts);
    if (fence != null && isFenced(dimension, mean, fence)) {
      tally.addMissing(1);
      return null;
    }
    if (rest == null) {
      tally.add(whole, parts, 1);
    } else {
      tally.add(mean, 1);
    }
    return mean;
  }

  private boolean isFenced(int dimension, BigDecimal score, Fence fence) {
    List<BigDecimal> bounds = plan.fences().get(dimensions.get(dimension));
    if (bounds == null
        || (score.compareTo(bounds.get(0)) >= 0 && score.compareTo(bounds.get(1)) <= 0)) {
      return false;
    }
    fence.removals.add(
        Removal.fence(
            fence.file,
            fence.line,
            dimensions.get(dimension),
            score.toPlainString(),
            bounds.get(0).toPlainString(),
            bounds.get(1).toPlainString()));
    return true;
  }
}

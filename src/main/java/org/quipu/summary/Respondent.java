package org.quipu.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
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
  private final long[] wholes;
  private final boolean[] answered;
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
    this.wholes = new long[items.length];
    this.answered = new boolean[items.length];
  }

  /** Takes the answers of a row and applies the cleaning rules that look at one respondent. */
  void read(RowView row, int[] columns, String file) {
    removals.clear();
    int answered = 0;
    for (int item = 0; item < items.length; item++) {
      raw[item] = row.isMissing(columns[item]) ? null : Answer.of(row, columns[item]);
      clean[item] = raw[item];
      if (raw[item] != null && plan.scaleBounds() && !items[item].allows(raw[item].value())) {
        clean[item] = null;
        removals.add(outsideScale(items[item], raw[item], file, row.record().line()));
      }
      answered += clean[item] == null ? 0 : 1;
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
    BigDecimal[] rawScores = new BigDecimal[dimensions.size()];
    if (removals.isEmpty() && plan.fences().isEmpty()) {
      count(summary.tallies(facility, Part.BOTH), raw, rawScores, null);
      addMoments(summary.moments(facility, plan, Part.BOTH), raw);
      return;
    }
    List<Removal> fenced = new ArrayList<>();
    BigDecimal[] cleanScores = new BigDecimal[dimensions.size()];
    count(summary.tallies(facility, Part.RAW_ONLY), raw, rawScores, null);
    addMoments(summary.moments(facility, plan, Part.RAW_ONLY), raw);
    if (!leftOut) {
      UnitTallies tallies = summary.tallies(facility, Part.CLEAN_ONLY);
      count(tallies, clean, cleanScores, new Fence(file, line, fenced));
      addMoments(summary.moments(facility, plan, Part.CLEAN_ONLY), clean);
    }
    removals.forEach(summary::addRemoval);
    fenced.forEach(summary::addRemoval);
  }

  /** Adds the products of answers; small whole ones, nearly all there are, without an object. */
  private void addMoments(PairwiseMoments moments, Answer[] answers) {
    boolean small = true;
    boolean complete = true;
    for (int item = 0; item < answers.length; item++) {
      Answer answer = answers[item];
      answered[item] = answer != null;
      wholes[item] = answer == null ? 0 : answer.whole();
      complete &= answer != null;
      small &=
          answer == null
              || (answer.isWhole() && Math.abs(answer.whole()) <= PairwiseMoments.LARGEST_WHOLE);
    }
    if (!small) {
      BigDecimal[] values = new BigDecimal[answers.length];
      for (int item = 0; item < answers.length; item++) {
        values[item] = answers[item] == null ? null : answers[item].value();
      }
      moments.add(values);
    } else if (complete) {
      moments.addComplete(wholes);
    } else {
      moments.addPartial(wholes, answered);
    }
  }

  /** Where a fenced score is noted. */
  private record Fence(String file, long line, List<Removal> removals) {}

  private void count(UnitTallies tallies, Answer[] answers, BigDecimal[] joint, Fence fence) {
    tallies.addRespondent();
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

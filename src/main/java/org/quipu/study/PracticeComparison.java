package org.quipu.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.quipu.config.PracticesConfig;
import org.quipu.stats.Confidence;
import org.quipu.stats.Contingency;
import org.quipu.stats.Fisher;
import org.quipu.stats.PAdjust;
import org.quipu.survey.Practice;
import org.quipu.table.row.PracticeComparisonRow;

/**
 * Each practice between the groups: who uses it, whether a majority does, whether group 1 does more
 * often. Shares are compared as fractions, so that 2 of 6 exceeds 0.33 and does not fall short of a
 * rounded third.
 */
final class PracticeComparison {
  private final PracticeAnswers answers;
  private final GroupSplit split;
  private final PracticesConfig config;

  PracticeComparison(PracticeAnswers answers, GroupSplit split, PracticesConfig config) {
    this.answers = answers;
    this.split = split;
    this.config = config;
  }

  /**
   * DIRESAs of which it is known whether they use a practice.
   *
   * @param used those that do
   */
  private record Use(long used, long n) {
    long unused() {
      return n - used;
    }
  }

  /**
   * A p-value adjusted over the options that have one.
   *
   * @param fisher as it is
   */
  private record PValues(Double fisher, Double holm, Double bonferroni, Double hochberg) {}

  /** One row an option. */
  List<PracticeComparisonRow> rows() {
    List<Practice> practices = answers.codebook().practices();
    List<PracticeComparisonRow> rows = new ArrayList<>();
    List<Double> fisher = new ArrayList<>();
    for (Practice practice : practices) {
      fisher.add(fisher(use(practice, 1), use(practice, 2)));
    }
    List<Double> holm = PAdjust.holm(fisher);
    List<Double> bonferroni = PAdjust.bonferroni(fisher);
    List<Double> hochberg = PAdjust.benjaminiHochberg(fisher);
    for (int i = 0; i < practices.size(); i++) {
      PValues p = new PValues(fisher.get(i), holm.get(i), bonferroni.get(i), hochberg.get(i));
      rows.add(row(practices.get(i), p));
    }
    return rows;
  }

  private PracticeComparisonRow row(Practice practice, PValues p) {
    Use all = use(practice, GroupSplit.EVERYONE);
    Use first = use(practice, 1);
    Use second = use(practice, 2);
    boolean comparable = first.n > 0 && second.n > 0;
    long excess = first.used * second.n - second.used * first.n;
    long whole = first.n * second.n;
    long[][] counts = counts(first, second);
    Contingency.ExpectedCounts expected = Contingency.expectedCounts(counts);
    return new PracticeComparisonRow(
        practice.questionId(),
        practice.optionId(),
        practice.function(),
        practice.classification(),
        all.used,
        all.n,
        first.used,
        first.n,
        second.used,
        second.n,
        Percent.of(excess, whole),
        all.n == 0 ? null : (Boolean) (compare(all.used, config.majorityShare(), all.n) > 0),
        comparable ? (Boolean) (compare(excess, config.moreFrequentShare(), whole) >= 0) : null,
        p.fisher,
        p.holm,
        p.bonferroni,
        p.hochberg,
        Contingency.gTest(counts, Confidence.USUAL).pValue(),
        expected == null ? null : (Integer) expected.below5());
  }

  /** How a part stands to a share of the whole. */
  private static int compare(long part, BigDecimal share, long whole) {
    return BigDecimal.valueOf(part).compareTo(share.multiply(BigDecimal.valueOf(whole)));
  }

  private Use use(Practice practice, int group) {
    List<Boolean> known =
        split.members(group).stream()
            .map(diresa -> answers.used(diresa, practice))
            .filter(used -> used != null)
            .toList();
    return new Use(known.stream().filter(used -> used).count(), known.size());
  }

  private static Double fisher(Use first, Use second) {
    return Fisher.test(counts(first, second), Confidence.USUAL).pValue();
  }

  private static long[][] counts(Use first, Use second) {
    return new long[][] {{first.used, first.unused()}, {second.used, second.unused()}};
  }
}

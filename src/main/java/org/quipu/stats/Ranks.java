package org.quipu.stats;

import java.math.BigDecimal;
import java.util.List;

/**
 * Comparison of independent groups by the ranks of their values.
 *
 * <p>Ranks run from 1 over all observations of all groups; equal values share the mean of their
 * ranks. They are kept twice as large, as whole numbers, so that their sums are exact.
 */
public final class Ranks {
  private Ranks() {}

  /**
   * Kruskal–Wallis test, corrected for ties, with p from chi-square; the effect is ε² = H / (n −
   * 1). R's {@code kruskal.test} and {@code effectsize::rank_epsilon_squared}.
   *
   * <p>Edge cases:
   *
   * <ul>
   *   <li>groups without observations are left out; fewer than 2 others: {@code too_few}
   *   <li>all values are the same: {@code no_variance}
   *   <li>the order of groups has no influence, to the bit
   * </ul>
   *
   * <p>Method: H is n − 1 times the share of the ranks' squared deviations that lies between
   * groups, which includes the correction for ties. Reference: W. H. Kruskal, W. A. Wallis, "Use of
   * ranks in one-criterion variance analysis", JASA 47 (1952) 583–621.
   * https://doi.org/10.1080/01621459.1952.10483441
   */
  public static TestResult kruskalWallis(List<FrequencyTable> groups) {
    String method = "kruskal_wallis";
    VarianceSplit split = VarianceSplit.of(doubledRanks(groups));
    if (split.groups() < 2) {
      return TestResult.undefined(
          method, split.n(), split.groups(), UndefinedComparison.fewGroups(split.groups()));
    }
    if (split.whole().signum() == 0) {
      return TestResult.undefined(method, split.n(), split.groups(), UndefinedComparison.allSame());
    }
    double h =
        PowerSums.quotient(
            split.between().multiply(BigDecimal.valueOf(split.n() - 1)), split.whole());
    double df = split.groups() - 1;
    return new TestResult(
        method,
        split.n(),
        split.groups(),
        h,
        df,
        null,
        Tails.chiSquareUpper(h, df),
        "epsilon_squared",
        split.etaSquared(),
        null,
        null,
        null);
  }

  /** The sums of the doubled ranks of each group, in the order of groups. */
  static List<PowerSums> doubledRanks(List<FrequencyTable> groups) {
    boolean exact = groups.stream().allMatch(group -> group.n() == 0 || group.isDecimal());
    List<FrequencyTable> alike =
        exact ? groups : groups.stream().map(FrequencyTable::inDoubles).toList();
    PooledRanks ranks = PooledRanks.of(alike);
    return alike.stream().map(ranks::sums).toList();
  }
}

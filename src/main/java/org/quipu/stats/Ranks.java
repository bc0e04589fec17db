package org.quipu.stats;

import java.math.BigDecimal;
import java.util.ArrayList;
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
    FrequencyTable all = FrequencyTable.merge(alike);
    List<PowerSums> sums = new ArrayList<>();
    for (FrequencyTable group : alike) {
      if (4.0 * all.n() * all.n() * group.n() < 0x1p62) {
        sums.add(smallRanks(all, group));
        continue;
      }
      ExactSum sum = new ExactSum();
      ExactSum squares = new ExactSum();
      int position = 0;
      for (int i = 0; i < group.distinct(); i++) {
        position = find(all, position, group, i);
        // Ranks below(position) + 1 to below(position + 1): their mean, twice.
        double rank = (double) all.below(position) + all.below(position + 1) + 1;
        sum.add(rank, group.count(i));
        squares.addSquare(rank, group.count(i));
      }
      sums.add(new PowerSums(group.n(), sum.value(), squares.value()));
    }
    return sums;
  }

  /** The sums of a group's doubled ranks where those of the squares fit in a long. */
  private static PowerSums smallRanks(FrequencyTable all, FrequencyTable group) {
    long sum = 0;
    long squares = 0;
    int position = 0;
    for (int i = 0; i < group.distinct(); i++) {
      position = find(all, position, group, i);
      long rank = all.below(position) + all.below(position + 1) + 1;
      sum += rank * group.count(i);
      squares += rank * rank * group.count(i);
    }
    return new PowerSums(group.n(), BigDecimal.valueOf(sum), BigDecimal.valueOf(squares));
  }

  /** Where the i-th value of the group stands among all, at or after a position: it does. */
  private static int find(FrequencyTable all, int from, FrequencyTable group, int i) {
    int step = 1;
    while (from + step < all.distinct() && all.compare(from + step, group, i) <= 0) {
      step *= 2;
    }
    int low = from + step / 2;
    for (int high = Math.min(from + step, all.distinct()); low + 1 < high; ) {
      int middle = (low + high) >>> 1;
      if (all.compare(middle, group, i) <= 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return all.compare(from, group, i) == 0 ? from : low;
  }
}

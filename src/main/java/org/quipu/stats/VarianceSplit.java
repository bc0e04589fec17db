package org.quipu.stats;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The sum of squared deviations of all observations, split into that between the means of groups
 * and that within groups. Both parts are known to some fifty digits, so that neither a large common
 * offset of the values nor the order of groups has any influence.
 *
 * <p>Edge cases:
 *
 * <ul>
 *   <li>groups without observations are left out
 *   <li>a part below 1e-45 of the whole is 0: it is what rounding left of equal means
 * </ul>
 *
 * @param n observations
 * @param groups groups with observations
 * @param between Σ n<sub>g</sub> (mean<sub>g</sub> − mean)²
 * @param within Σ (x − mean<sub>g</sub>)²
 */
record VarianceSplit(long n, int groups, BigDecimal between, BigDecimal within) {
  private static final int NEGLIGIBLE = 45;

  static VarianceSplit of(List<PowerSums> groups) {
    return of(SummedGroups.of(groups));
  }

  static VarianceSplit of(SummedGroups groups) {
    if (groups.size() == 0) {
      return new VarianceSplit(0, 0, BigDecimal.ZERO, BigDecimal.ZERO);
    }
    BigDecimal whole = groups.all().squaredDeviations();
    BigDecimal within = within(groups);
    return new VarianceSplit(
        groups.n(), groups.size(), kept(whole.subtract(within), whole), kept(within, whole));
  }

  /**
   * Σ (n<sub>g</sub> Σx² − (Σx)²) / n<sub>g</sub>. Groups of one size are added before they are
   * divided: of ten thousand facilities there are but a hundred sizes.
   */
  private static BigDecimal within(SummedGroups groups) {
    LongIndex sizes = new LongIndex();
    List<BigDecimal> bySize = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      int size = sizes.of(groups.filled().get(g).n());
      BigDecimal deviation = groups.deviations().get(g);
      if (size == bySize.size()) {
        bySize.add(deviation);
      } else {
        bySize.set(size, bySize.get(size).add(deviation));
      }
    }
    BigDecimal within = BigDecimal.ZERO;
    for (int size = 0; size < bySize.size(); size++) {
      BigDecimal n = BigDecimal.valueOf(sizes.key(size));
      within = within.add(bySize.get(size).divide(n, PowerSums.QUOTIENT));
    }
    return within;
  }

  private static BigDecimal kept(BigDecimal part, BigDecimal whole) {
    return part.compareTo(whole.movePointLeft(NEGLIGIBLE)) <= 0 ? BigDecimal.ZERO : part;
  }

  BigDecimal whole() {
    return between.add(within);
  }

  BigDecimal dfBetween() {
    return BigDecimal.valueOf(groups - 1L);
  }

  BigDecimal dfWithin() {
    return BigDecimal.valueOf(n - groups);
  }

  /** (between / df) / (within / df); within is not 0. */
  Double f() {
    return PowerSums.quotient(between.multiply(dfWithin()), within.multiply(dfBetween()));
  }

  /** η² = between / whole. */
  Double etaSquared() {
    return PowerSums.quotient(between, whole());
  }

  /** ω² = (between − df · MSE) / (whole + MSE), at least 0. */
  Double omegaSquared() {
    return PowerSums.quotient(lessChance(), whole().multiply(dfWithin()).add(within));
  }

  /** ε² = (between − df · MSE) / whole, at least 0. */
  Double epsilonSquared() {
    return PowerSums.quotient(lessChance(), whole().multiply(dfWithin()));
  }

  /** (between − df · MSE) times the degrees of freedom within. */
  private BigDecimal lessChance() {
    return between.multiply(dfWithin()).subtract(within.multiply(dfBetween())).max(BigDecimal.ZERO);
  }
}

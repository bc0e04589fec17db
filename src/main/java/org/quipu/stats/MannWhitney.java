package org.quipu.stats;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * Comparison of two independent groups by the share of pairs in which the one's value is the
 * greater. Where the groups change places, U becomes the number of the other pairs, the effects
 * change their sign, and p stays.
 *
 * <p>Edge cases:
 *
 * <ul>
 *   <li>a group without observations: {@code too_few}
 *   <li>all values are the same: {@code no_variance}
 *   <li>no overlap (effect −1 or 1): no interval of the rank-biserial correlation
 * </ul>
 */
public final class MannWhitney {
  /** Below this many observations in each group, and without ties, p is exact, as in R. */
  private static final int EXACT = 50;

  private MannWhitney() {}

  /**
   * The Mann–Whitney U test, two-sided; the statistic is U of the first group, R's W: pairs in
   * which its value is the greater, ties counting one half. The effect is the rank-biserial
   * correlation with its interval. R's {@code wilcox.test} and {@code effectsize::rank_biserial}.
   *
   * <p>Method: exact where both groups have fewer than 50 observations and no two values are equal;
   * else normal with correction for ties and continuity. Reference: H. B. Mann, D. R. Whitney, "On
   * a test of whether one of two random variables is stochastically larger than the other", Annals
   * of Mathematical Statistics 18 (1947) 50–60. https://doi.org/10.1214/aoms/1177730491
   */
  public static TestResult test(FrequencyTable first, FrequencyTable second, double confidence) {
    String method = "mann_whitney";
    long n = first.n() + second.n();
    Reason reason = undefined(first, second);
    if (reason != null) {
      return TestResult.undefined(method, n, 2, reason);
    }
    Dominance dominance = Dominance.of(first, second);
    boolean exact = first.n() < EXACT && second.n() < EXACT && dominance.ties().signum() == 0;
    double p =
        exact
            ? exactP(dominance.u().longValueExact(), (int) first.n(), (int) second.n())
            : normalP(dominance);
    EffectSize effect = rankBiserial(dominance, Confidence.z(confidence));
    return new TestResult(
        method,
        n,
        2,
        dominance.u().doubleValue(),
        null,
        null,
        Tails.atLeast(p),
        effect.name(),
        effect.estimate(),
        effect.confLow(),
        effect.confHigh(),
        null);
  }

  /**
   * {@code rank_biserial} and {@code cliffs_delta}: both are the share of pairs in which the first
   * group's value is the greater less the share in which it is the less. They differ in their
   * intervals: the former's by Fisher's z, the latter's by Cliff's variance, which does not suppose
   * that the distributions are alike. Empty where {@link #test} is undefined.
   *
   * <p>References: D. S. Kerby, "The simple difference formula", Comprehensive Psychology 3 (2014),
   * https://doi.org/10.2466/11.IT.3.1; D. Feng, N. Cliff, "Monte Carlo evaluation of ordinal d with
   * improved confidence interval", Journal of Modern Applied Statistical Methods 3 (2004) 322–332,
   * https://doi.org/10.22237/jmasm/1099267560
   */
  public static List<EffectSize> effectSizes(
      FrequencyTable first, FrequencyTable second, double confidence) {
    if (undefined(first, second) != null) {
      return List.of();
    }
    Dominance dominance = Dominance.of(first, second);
    double z = Confidence.z(confidence);
    return List.of(rankBiserial(dominance, z), dominance.cliffsDelta(z));
  }

  private static Reason undefined(FrequencyTable first, FrequencyTable second) {
    if (first.n() == 0 || second.n() == 0) {
      return UndefinedComparison.emptyGroup();
    }
    boolean same =
        first.distinct() == 1
            && second.distinct() == 1
            && FrequencyTable.merge(first, second).distinct() == 1;
    return same ? UndefinedComparison.allSame() : null;
  }

  private static EffectSize rankBiserial(Dominance dominance, double z) {
    double r = dominance.delta();
    if (Math.abs(r) == 1) {
      return new EffectSize("rank_biserial", r, null, null);
    }
    double m = dominance.m();
    double n = dominance.n();
    double centre = ProductMoment.of(r).fisherZ();
    double margin = z * Math.sqrt((m + n + 1) / (3 * m * n));
    return new EffectSize(
        "rank_biserial", r, Math.tanh(centre - margin), Math.tanh(centre + margin));
  }

  private static double normalP(Dominance dominance) {
    double m = dominance.m();
    double n = dominance.n();
    double all = m + n;
    double pairs = m * n;
    double distance = Math.max(0, Math.abs(dominance.delta()) * pairs / 2 - 0.5);
    double tied = dominance.ties().doubleValue() / (all * (all - 1));
    return Tails.normalTwoSided(distance / Math.sqrt(pairs / 12 * (all + 1 - tied)));
  }

  /** Twice the lesser tail of U over all ways to deal the ranks to the groups. */
  static double exactP(long u, int m, int n) {
    BigInteger[] ways = ways(m, n);
    BigInteger all = Arrays.stream(ways).reduce(BigInteger.ZERO, BigInteger::add);
    long tail = Math.min(u, (long) m * n - u);
    BigInteger lesser = BigInteger.ZERO;
    for (int i = 0; i <= tail; i++) {
      lesser = lesser.add(ways[i]);
    }
    return Math.min(
        1,
        PowerSums.quotient(new BigDecimal(lesser.multiply(BigInteger.TWO)), new BigDecimal(all)));
  }

  /** For each U, in how many ways it arises: the coefficients of a Gaussian binomial. */
  private static BigInteger[] ways(int m, int n) {
    BigInteger[] ways = new BigInteger[m * n + 1];
    Arrays.fill(ways, BigInteger.ZERO);
    ways[0] = BigInteger.ONE;
    for (int i = 1; i <= m; i++) {
      for (int u = ways.length - 1; u >= n + i; u--) {
        ways[u] = ways[u].subtract(ways[u - n - i]);
      }
      for (int u = i; u < ways.length; u++) {
        ways[u] = ways[u].add(ways[u - i]);
      }
    }
    return ways;
  }
}

package org.quipu.stats;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Comparison of the means, or of the spread, of independent groups.
 *
 * <p>Edge cases, common to all:
 *
 * <ul>
 *   <li>groups without observations are left out; fewer than 2 others: {@code too_few}
 *   <li>no more observations than groups: {@code too_few}
 *   <li>all values are the same, or the same within each group: {@code no_variance}
 *   <li>the order of groups has no influence, to the bit
 * </ul>
 */
public final class OneWay {
  private OneWay() {}

  /**
   * Analysis of variance with equal variances; the effect is η² with its interval. R's {@code aov}
   * and {@code effectsize::eta_squared(alternative = "two.sided")}.
   *
   * <p>Method: sums of squares from exact sums, see {@link VarianceSplit}; p from the F
   * distribution, the interval from the noncentral one. Reference: R. A. Fisher, "Statistical
   * Methods for Research Workers", 1925.
   */
  public static TestResult anova(List<FrequencyTable> groups, double confidence) {
    return anova(SummedGroups.ofTables(groups), confidence);
  }

  /** {@link #anova(List)} of groups of which only the sums are known. */
  public static TestResult anova(SummedGroups groups, double confidence) {
    return fTest("anova", VarianceSplit.of(groups), confidence);
  }

  /** The same test without an effect, the interval of which takes longer than all the rest. */
  public static TestResult anovaAlone(SummedGroups groups) {
    return fTest("anova", VarianceSplit.of(groups), null);
  }

  /**
   * The effect sizes of the analysis of variance, with intervals: {@code eta_squared}, {@code
   * omega_squared}, {@code epsilon_squared}; the latter two, less biased, are 0 where they would be
   * negative. Their intervals are those of the F that they correspond to, as the R package
   * effectsize has them. Empty where {@link #anova(List)} is undefined.
   *
   * <p>Reference: K. Okada, "Is omega squared less biased?", Behaviormetrika 40 (2013) 129–147.
   * https://doi.org/10.2333/bhmk.40.129
   */
  public static List<EffectSize> effectSizes(List<FrequencyTable> groups, double confidence) {
    VarianceSplit split = VarianceSplit.of(SummedGroups.ofTables(groups));
    return undefined(split) != null
        ? List.of()
        : List.of(
            share("eta_squared", split.etaSquared(), split.f(), split, confidence),
            share("omega_squared", split.omegaSquared(), null, split, confidence),
            share("epsilon_squared", split.epsilonSquared(), null, split, confidence));
  }

  /** A share of variance with its interval, from its F; null: from the one it corresponds to. */
  private static EffectSize share(
      String name, double share, Double knownF, VarianceSplit split, double confidence) {
    double df1 = split.groups() - 1;
    double df2 = split.n() - split.groups();
    double f = knownF == null ? share / df1 / ((1 - share) / df2) : knownF;
    NoncentralF distribution = new NoncentralF(f, df1, df2);
    double tail = Confidence.tail(confidence);
    return new EffectSize(name, share, distribution.share(1 - tail), distribution.share(tail));
  }

  /**
   * Welch's analysis of variance, which lets variances differ; the effect is the η² that its F and
   * degrees of freedom correspond to, with its interval. R's {@code oneway.test} and {@code
   * effectsize::F_to_eta2}.
   *
   * <p>Edge cases beside the common ones: a group of one observation: {@code too_few}; a group in
   * which all values are the same: {@code no_variance}, as its weight would be infinite.
   *
   * <p>Reference: B. L. Welch, "On the comparison of several mean values: an alternative approach",
   * Biometrika 38 (1951) 330–336. https://doi.org/10.1093/biomet/38.3-4.330
   */
  public static TestResult welchAnova(List<FrequencyTable> groups, double confidence) {
    return welchAnova(SummedGroups.ofTables(groups), confidence);
  }

  /** {@link #welchAnova(List)} of groups of which only the sums are known. */
  public static TestResult welchAnova(SummedGroups groups, double confidence) {
    String method = "welch_anova";
    long n = groups.n();
    int k = groups.size();
    if (k < 2) {
      return TestResult.undefined(method, n, k, UndefinedComparison.fewGroups(k));
    }
    if (groups.filled().stream().anyMatch(group -> group.n() < 2)) {
      return TestResult.undefined(method, n, k, UndefinedComparison.smallGroup());
    }
    if (groups.anyConstant()) {
      return TestResult.undefined(method, n, k, UndefinedComparison.constantGroup());
    }
    WelchWeights weights = WelchWeights.of(groups);
    double lambda = 3 * weights.imbalance() / ((double) k * k - 1);
    double df1 = k - 1;
    double df2 = 1 / lambda;
    double f = Math.max(0, weights.spread()) / df1 / (1 + 2.0 * (k - 2) * lambda / 3);
    if (!Double.isFinite(f) || !Double.isFinite(df2)) {
      return TestResult.undefined(method, n, k, UndefinedComparison.outOfRange());
    }
    NoncentralF distribution = new NoncentralF(f, df1, df2);
    double tail = Confidence.tail(confidence);
    return new TestResult(
        method,
        n,
        k,
        f,
        df1,
        df2,
        Tails.fUpper(f, df1, df2),
        "eta_squared",
        f * df1 / (f * df1 + df2),
        distribution.share(1 - tail),
        distribution.share(tail),
        null);
  }

  /**
   * Levene's test of equal spread in the form of Brown and Forsythe: analysis of variance of the
   * distances from each group's median. R's {@code car::leveneTest}.
   *
   * <p>Edge case beside the common ones: groups of two or fewer observations each: {@code
   * no_variance}, as their distances do not differ.
   *
   * <p>Reference: M. B. Brown, A. B. Forsythe, "Robust tests for the equality of variances", JASA
   * 69 (1974) 364–367. https://doi.org/10.1080/01621459.1974.10482955
   */
  public static TestResult levene(List<FrequencyTable> groups) {
    return levene(groups, groups.stream().map(FrequencyTable::powerSums).toList());
  }

  /**
   * The same of groups whose sums are known.
   *
   * @param sums of each group, in the same order
   */
  public static TestResult levene(List<FrequencyTable> groups, List<PowerSums> sums) {
    List<PowerSums> distances =
        IntStream.range(0, groups.size())
            .filter(group -> groups.get(group).n() > 0)
            .mapToObj(
                group -> OrderStatistics.distancesFromMedian(groups.get(group), sums.get(group)))
            .toList();
    return fTest("levene", VarianceSplit.of(distances), null);
  }

  /**
   * @param confidence of the interval of η²; null: without an effect
   */
  private static TestResult fTest(String method, VarianceSplit split, Double confidence) {
    Reason reason = undefined(split);
    if (reason != null) {
      return TestResult.undefined(method, split.n(), split.groups(), reason);
    }
    double f = split.f();
    double df1 = split.groups() - 1;
    double df2 = split.n() - split.groups();
    EffectSize size =
        confidence == null
            ? new EffectSize(null, null, null, null)
            : share("eta_squared", split.etaSquared(), f, split, confidence);
    return new TestResult(
        method,
        split.n(),
        split.groups(),
        f,
        df1,
        df2,
        Tails.fUpper(f, df1, df2),
        size.name(),
        size.estimate(),
        size.confLow(),
        size.confHigh(),
        null);
  }

  static Reason undefined(VarianceSplit split) {
    if (split.groups() < 2) {
      return UndefinedComparison.fewGroups(split.groups());
    }
    if (split.n() <= split.groups()) {
      return UndefinedComparison.noRepetition(split.n(), split.groups());
    }
    if (split.whole().signum() == 0) {
      return UndefinedComparison.allSame();
    }
    if (split.within().signum() == 0) {
      return UndefinedComparison.sameWithin();
    }
    return split.f() == null ? UndefinedComparison.outOfRange() : null;
  }
}

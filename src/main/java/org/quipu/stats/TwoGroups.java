package org.quipu.stats;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.gamma.GammaRatio;

/**
 * Comparison of the means of two independent groups. Where the groups change places, statistic and
 * effect change their sign and nothing else.
 *
 * <p>Edge cases:
 *
 * <ul>
 *   <li>a group without observations, or fewer than 3 in all (Student), or fewer than 2 in a group
 *       (Welch): {@code too_few}
 *   <li>no variation within the groups: {@code no_variance}
 * </ul>
 */
public final class TwoGroups {
  private TwoGroups() {}

  /**
   * Student's t test, with equal variances; the effect is Cohen's d with its interval. R's {@code
   * t.test(var.equal = TRUE)} and {@code effectsize::cohens_d}.
   *
   * <p>References: Student, "The probable error of a mean", Biometrika 6 (1908) 1–25,
   * https://doi.org/10.1093/biomet/6.1.1; interval from the noncentral t distribution: J. H.
   * Steiger, "Beyond the F test", Psychological Methods 9 (2004) 164–182,
   * https://doi.org/10.1037/1082-989X.9.2.164
   */
  public static TestResult student(FrequencyTable first, FrequencyTable second, double confidence) {
    return studentOfSums(first.powerSums(), second.powerSums(), confidence);
  }

  /** {@link #student} of groups of which only the sums are known. */
  public static TestResult studentOfSums(PowerSums first, PowerSums second, double confidence) {
    return result("t", first, second, pooled(first, second), confidence);
  }

  /**
   * Welch's t test, which lets the variances differ; the effect is the difference by the root of
   * the mean variance, with its interval. R's {@code t.test} and {@code
   * effectsize::cohens_d(pooled_sd = FALSE)}.
   *
   * <p>Reference: B. L. Welch, "The generalization of Student's problem when several different
   * population variances are involved", Biometrika 34 (1947) 28–35.
   * https://doi.org/10.1093/biomet/34.1-2.28
   */
  public static TestResult welch(FrequencyTable first, FrequencyTable second, double confidence) {
    return welchOfSums(first.powerSums(), second.powerSums(), confidence);
  }

  /** {@link #welch} of groups of which only the sums are known. */
  public static TestResult welchOfSums(PowerSums first, PowerSums second, double confidence) {
    return result("welch_t", first, second, separate(first, second), confidence);
  }

  /**
   * The sizes of the difference with intervals, those that are defined: {@code cohens_d} and {@code
   * hedges_g}, its correction for small samples, as {@link #student} has them; {@code
   * rank_biserial} and {@code cliffs_delta}, see {@link MannWhitney}.
   *
   * <p>Reference: L. V. Hedges, "Distribution theory for Glass's estimator of effect size", Journal
   * of Educational Statistics 6 (1981) 107–128. https://doi.org/10.3102/10769986006002107
   */
  public static List<EffectSize> effectSizes(
      FrequencyTable first, FrequencyTable second, double confidence) {
    List<EffectSize> sizes = new ArrayList<>();
    Contrast contrast = pooled(first.powerSums(), second.powerSums());
    if (contrast.reason() == null) {
      double df = contrast.df();
      sizes.add(contrast.effect("cohens_d", 1, confidence));
      if (df > 1) {
        double correction = GammaRatio.delta(df / 2, -0.5) / Math.sqrt(df / 2);
        sizes.add(contrast.effect("hedges_g", correction, confidence));
      }
    }
    sizes.addAll(MannWhitney.effectSizes(first, second, confidence));
    return List.copyOf(sizes);
  }

  private static TestResult result(
      String method, PowerSums first, PowerSums second, Contrast contrast, double confidence) {
    long n = first.n() + second.n();
    if (contrast.reason() != null) {
      return TestResult.undefined(method, n, 2, contrast.reason());
    }
    EffectSize effect = contrast.effect("cohens_d", 1, confidence);
    return new TestResult(
        method,
        n,
        2,
        contrast.t(),
        contrast.df(),
        null,
        Tails.tTwoSided(contrast.t(), contrast.df()),
        effect.name(),
        effect.estimate(),
        effect.confLow(),
        effect.confHigh(),
        null);
  }

  private static Contrast pooled(PowerSums first, PowerSums second) {
    if (first.n() == 0 || second.n() == 0) {
      return Contrast.undefined(UndefinedComparison.emptyGroup());
    }
    long df = first.n() + second.n() - 2;
    if (df < 1) {
      return Contrast.undefined(UndefinedComparison.noRepetition(df + 2, 2));
    }
    BigDecimal variance =
        first
            .squaredDeviations()
            .add(second.squaredDeviations())
            .divide(whole(df), PowerSums.QUOTIENT);
    return Contrast.of(
        first.distanceTo(second),
        variance,
        variance.multiply(inverse(first.n()).add(inverse(second.n()))),
        df);
  }

  private static Contrast separate(PowerSums first, PowerSums second) {
    if (first.n() < 2 || second.n() < 2) {
      return Contrast.undefined(UndefinedComparison.smallGroup());
    }
    if (first.constant() && second.constant()) {
      return Contrast.undefined(UndefinedComparison.sameWithin());
    }
    WelchError error = WelchError.of(first, second);
    return Contrast.of(
        first.distanceTo(second),
        first.exactVariance().add(second.exactVariance()).divide(whole(2), PowerSums.QUOTIENT),
        error.squared(),
        error.df());
  }

  private static BigDecimal whole(long n) {
    return BigDecimal.valueOf(n);
  }

  private static BigDecimal inverse(long n) {
    return BigDecimal.ONE.divide(whole(n), PowerSums.QUOTIENT);
  }

  /**
   * A difference of means beside its error.
   *
   * @param d the difference by the standard deviation
   * @param t the difference by its standard error
   * @param unit standard error by standard deviation
   * @param df degrees of freedom
   * @param reason null where the difference can be judged
   */
  private record Contrast(double d, double t, double unit, double df, Reason reason) {
    static Contrast undefined(Reason reason) {
      return new Contrast(0, 0, 0, 0, reason);
    }

    static Contrast of(
        BigDecimal difference, BigDecimal variance, BigDecimal squaredError, double df) {
      if (squaredError.signum() == 0) {
        return undefined(UndefinedComparison.sameWithin());
      }
      Double d = PowerSums.rootOfQuotient(difference.pow(2), variance);
      Double t = PowerSums.rootOfQuotient(difference.pow(2), squaredError);
      Double unit = PowerSums.rootOfQuotient(squaredError, variance);
      return d == null || t == null
          ? undefined(UndefinedComparison.outOfRange())
          : new Contrast(difference.signum() * d, difference.signum() * t, unit, df, null);
    }

    /** The standardized difference, times a factor, with its interval. */
    EffectSize effect(String name, double factor, double confidence) {
      if (t == 0) {
        // The distribution is normal here; by its quantile both ends are equally far, to the bit.
        double reach = factor * unit * Confidence.z(confidence);
        return new EffectSize(name, factor * d, -reach, reach);
      }
      double tail = Confidence.tail(confidence);
      NoncentralT distribution = new NoncentralT(Math.abs(t), df);
      double near = factor * unit * distribution.noncentrality(1 - tail);
      double far = factor * unit * distribution.noncentrality(tail);
      return t < 0
          ? new EffectSize(name, factor * d, -far, -near)
          : new EffectSize(name, factor * d, near, far);
    }
  }
}

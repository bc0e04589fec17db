package org.quipu.stats;

import java.math.BigDecimal;
import java.util.List;

/**
 * What answers are worth that come in clusters: staff of one facility answer alike, so that 500 of
 * them in 23 facilities tell less than 500 drawn one by one.
 *
 * <p>The intraclass correlation is that of analysis of variance, (MSB − MSW)/(MSB + (n₀ − 1) MSW)
 * with n₀ = (n − Σn<sub>c</sub>²/n)/(clusters − 1); the design effect 1 + (Σn<sub>c</sub>²/n − 1) ·
 * icc, and the effective number n / design effect.
 *
 * <ul>
 *   <li>fewer than 2 clusters, or not more answers than clusters: {@code too_few}
 *   <li>no variance at all: {@code no_variance}
 *   <li>a negative correlation makes a design effect below 1, and is not hidden; where it brings
 *       the design effect to 0 or below there is no effective number
 * </ul>
 *
 * L. Kish, Survey Sampling (1965); A. Donner, International Statistical Review 54 (1986) 67–82,
 * https://doi.org/10.2307/1403259.
 *
 * @param n answers
 * @param clusters clusters with answers
 * @param icc intraclass correlation
 * @param designEffect by which the variance of a mean is larger than that of as many answers drawn
 *     one by one
 * @param effectiveN as many answers drawn one by one would tell as much; null where the design
 *     effect is not above 0, as where clusters differ less than chance would have them
 * @param reason null when there is a design effect
 */
public record DesignEffect(
    long n, int clusters, Double icc, Double designEffect, Double effectiveN, Reason reason) {

  /** The design effect of the mean of all answers; each element is a cluster. */
  public static DesignEffect of(List<PowerSums> clusters) {
    return of(SummedGroups.of(clusters));
  }

  /** As {@link #of(List)}. */
  public static DesignEffect of(SummedGroups clusters) {
    VarianceSplit split = VarianceSplit.of(clusters);
    int groups = split.groups();
    Reason problem = null;
    if (groups < 2) {
      problem = Undefined.tooFew("conglomerados con datos", "clusters with data", groups, 2);
    } else if (split.n() <= groups) {
      problem = UndefinedComparison.noRepetition(split.n(), groups);
    } else if (split.whole().signum() == 0) {
      problem =
          Undefined.noVariance("Todas las respuestas son iguales.", "All answers are the same.");
    }
    if (problem != null) {
      return new DesignEffect(split.n(), groups, null, null, null, problem);
    }
    BigDecimal n = BigDecimal.valueOf(split.n());
    BigDecimal squares =
        clusters.filled().stream()
            .map(cluster -> BigDecimal.valueOf(cluster.n()).pow(2))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal meanSize = squares.divide(n, PowerSums.QUOTIENT);
    BigDecimal size = n.subtract(meanSize).divide(split.dfBetween(), PowerSums.QUOTIENT);
    BigDecimal between = split.between().divide(split.dfBetween(), PowerSums.QUOTIENT);
    BigDecimal within = split.within().divide(split.dfWithin(), PowerSums.QUOTIENT);
    BigDecimal icc =
        between
            .subtract(within)
            .divide(
                between.add(size.subtract(BigDecimal.ONE).multiply(within)), PowerSums.QUOTIENT);
    // Clusters of four whose means are the same have an ICC of −1/3: 1 − 3/3 is 0.
    BigDecimal more = meanSize.subtract(BigDecimal.ONE).multiply(icc);
    double effect = Residue.of(BigDecimal.ONE.add(more), BigDecimal.ONE).doubleValue();
    return new DesignEffect(
        split.n(), groups, icc.doubleValue(), effect, effect > 0 ? split.n() / effect : null, null);
  }

  public State state() {
    return reason == null ? State.OK : reason.state();
  }
}

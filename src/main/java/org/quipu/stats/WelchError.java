package org.quipu.stats;

import java.math.BigDecimal;

/**
 * The standard error of a difference of two means whose variances may differ; each group has at
 * least 2 observations, and one of them varies.
 *
 * <p>Reference: F. E. Satterthwaite, "An approximate distribution of estimates of variance
 * components", Biometrics Bulletin 2 (1946) 110–114. https://doi.org/10.2307/3002019
 *
 * @param squared the error, squared
 * @param df the degrees of freedom of Welch and Satterthwaite
 */
record WelchError(BigDecimal squared, double df) {
  static WelchError of(PowerSums first, PowerSums second) {
    BigDecimal a = share(first);
    BigDecimal b = share(second);
    BigDecimal squared = a.add(b);
    BigDecimal spread = part(a, first).add(part(b, second));
    return new WelchError(squared, squared.pow(2).divide(spread, PowerSums.QUOTIENT).doubleValue());
  }

  private static BigDecimal share(PowerSums group) {
    return group.exactVariance().divide(BigDecimal.valueOf(group.n()), PowerSums.QUOTIENT);
  }

  private static BigDecimal part(BigDecimal share, PowerSums group) {
    return share.pow(2).divide(BigDecimal.valueOf(group.n() - 1), PowerSums.QUOTIENT);
  }
}

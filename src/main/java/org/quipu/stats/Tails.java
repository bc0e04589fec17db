package org.quipu.stats;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErfc;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * Tail probabilities of the normal, t, F and chi-square distributions, each computed as a tail and
 * never as one minus the rest, so that a p-value of 1e-300 has as many digits as one of 0.05; and
 * the quantiles that intervals need.
 *
 * <p>Edge cases:
 *
 * <ul>
 *   <li>a probability below {@link Double#MIN_NORMAL} (2.2e-308) is given as that: a p-value is
 *       never 0, and such a one reads "at most"
 *   <li>an infinite statistic: the same
 *   <li>degrees of freedom need not be whole
 * </ul>
 *
 * <p>Method: incomplete beta and gamma functions of Commons Numbers, after Boost.
 */
final class Tails {
  private static final double SQRT_2 = Math.sqrt(2);

  /** The least p-value that is reported. */
  static final double LEAST = Double.MIN_NORMAL;

  private Tails() {}

  /** P(|Z| ≥ |z|) of a standard normal. */
  static double normalTwoSided(double z) {
    return atLeast(Erfc.value(Math.abs(z) / SQRT_2));
  }

  /** P(Z ≥ z) of a standard normal. */
  static double normalUpper(double z) {
    return atLeast(Erfc.value(z / SQRT_2) / 2);
  }

  /** P(|T| ≥ |t|). */
  static double tTwoSided(double t, double df) {
    return fUpper(t * t, 1, df);
  }

  /** P(F ≥ f). */
  static double fUpper(double f, double df1, double df2) {
    if (f <= 0) {
      return 1;
    }
    if (Double.isInfinite(f)) {
      return LEAST;
    }
    double scaled = df1 * f;
    double x = df2 / (df2 + scaled);
    // The form whose argument is at most a half keeps all digits of it.
    return atLeast(
        x <= 0.5
            ? RegularizedBeta.value(x, df2 / 2, df1 / 2)
            : RegularizedBeta.complement(scaled / (df2 + scaled), df1 / 2, df2 / 2));
  }

  /** P(X ≥ x) of chi-square. */
  static double chiSquareUpper(double x, double df) {
    if (x <= 0) {
      return 1;
    }
    return Double.isInfinite(x) ? LEAST : atLeast(RegularizedGamma.Q.value(df / 2, x / 2));
  }

  /** The z that a standard normal exceeds with the given probability. */
  static double normalQuantile(double upper) {
    return SQRT_2 * InverseErfc.value(2 * upper);
  }

  /**
   * The t that Student's t exceeds with the given probability, at most a half: Newton steps on the
   * logarithm of the tail, which bends little, so that they find a root far out as well.
   */
  static double tQuantile(double upper, double df) {
    double target = Math.log(2 * upper);
    double t = 0;
    double step = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 200 && Math.abs(step) > 1e-15 * t; i++) {
      double tail = fUpper(t * t, 1, df);
      double density = 2 * Math.exp(logTDensity(t, df));
      step = (Math.log(tail) - target) * tail / density;
      t = t + step > 0 ? t + step : t / 2;
    }
    return t;
  }

  private static double logTDensity(double t, double df) {
    return -(df + 1) / 2 * Math.log1p(t * t / df) - Math.log(df) / 2 - LogBeta.value(0.5, df / 2);
  }

  /**
   * P(X ≤ k) of a binomial with probability one half, n not negative and k from 0 to n − 1; n may
   * go beyond the range of an int.
   */
  static double fairBinomialUpTo(double k, double n) {
    return RegularizedBeta.value(0.5, n - k, k + 1);
  }

  static double atLeast(double p) {
    return Math.min(1, Math.max(LEAST, p));
  }
}

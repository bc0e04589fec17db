package org.quipu.stats;

import java.util.function.DoubleUnaryOperator;

/**
 * The distribution of the range of k independent standard normal values, divided by an independent
 * estimate of their standard deviation with ν degrees of freedom. R's {@code ptukey} and {@code
 * qtukey} with {@code nranges = 1}.
 *
 * <p>Edge cases:
 *
 * <ul>
 *   <li>ν is positive and need not be whole
 *   <li>q ≤ 0 is exceeded with probability 1
 *   <li>a probability below {@link Tails#LEAST} is given as that, as in {@link Tails}
 * </ul>
 *
 * <p>Method: {@link NormalRange} of q s averaged over s, the root of a chi-square divided by ν.
 * Over log s the integrand is positive, smooth and falls off at least exponentially, so that the
 * trapezoidal rule is as exact as doubles are. R's {@code ptukey} takes one minus the lower tail,
 * which has no digits left far out, refuses ν &lt; 2 and takes ν &gt; 25,000 for infinite.
 *
 * <p>Reference: J. W. Tukey, "The problem of multiple comparisons", Princeton University 1953.
 */
final class StudentizedRange {
  /** What a term must reach of the sum to be worth adding. */
  private static final double NEGLIGIBLE = 1e-19;

  /** A tail whose largest term has a lesser logarithm is below the least double. */
  private static final double LOWEST = -800;

  private final NormalRange range;
  private final double df;

  /** Between the points of the trapezoidal rule, over log s. */
  private final double step;

  /** The sum of the density of log s over these points. */
  private final double total;

  /**
   * @param range the range of k values, which other degrees of freedom may use as well
   * @param df ν
   */
  StudentizedRange(NormalRange range, double df) {
    this.range = range;
    this.df = df;
    this.step = Math.min(0.1, 0.5 / Math.sqrt(2 * df));
    this.total = sum(0, step, u -> Math.exp(fall(u)));
  }

  /** P(Q ≥ q). */
  double upper(double q) {
    if (q <= 0) {
      return 1;
    }
    if (Double.isInfinite(q)) {
      return Tails.LEAST;
    }
    // Far out only small s matter: where the density of s times exp(−q² s² / 4) has its peak.
    double peak = -Math.log(Math.hypot(1, q / Math.sqrt(2 * df)));
    double height = fall(peak) + range.logUpper(q * Math.exp(peak));
    if (height < LOWEST) {
      return Tails.LEAST;
    }
    double exceeded =
        sum(peak, step, u -> Math.exp(fall(u) + range.logUpper(q * Math.exp(u)) - height));
    return Tails.atLeast(exceeded / total * Math.exp(height));
  }

  /** The q that is exceeded with a probability between 0 and 1. */
  double quantile(double upper) {
    double target = Math.log(upper);
    double low = 0;
    double lowError = -target;
    double high = 2;
    double highError = error(high, target);
    while (highError > 0) {
      low = high;
      lowError = highError;
      high *= 2;
      highError = error(high, target);
    }
    // Regula falsi that halves the weight of an end that stays (Illinois).
    for (int i = 0; i < 200 && Math.abs(high - low) > 1e-14 * high; i++) {
      double next = high - highError * (high - low) / (highError - lowError);
      double nextError = error(next, target);
      if (nextError == 0 || next == low || next == high) {
        return next;
      }
      if (nextError > 0 == highError > 0) {
        lowError /= 2;
      } else {
        low = high;
        lowError = highError;
      }
      high = next;
      highError = nextError;
    }
    return high;
  }

  private double error(double q, double target) {
    return Math.log(upper(q)) - target;
  }

  /** The logarithm of the density over u = log s, less that at its peak, u = 0. */
  private double fall(double u) {
    return df * (u - Math.expm1(2 * u) / 2);
  }

  private static double sum(double centre, double step, DoubleUnaryOperator f) {
    double sum = f.applyAsDouble(centre);
    for (int direction = -1; direction <= 1; direction += 2) {
      for (int i = 1; ; i++) {
        double term = f.applyAsDouble(centre + direction * i * step);
        sum += term;
        if (term <= NEGLIGIBLE * sum) {
          break;
        }
      }
    }
    return sum;
  }
}

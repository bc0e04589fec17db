package org.quipu.stats;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The noncentral t distribution, as far as intervals of standardized differences need it: the
 * noncentrality at which a t that was seen would lie at a given quantile.
 *
 * <p>Method: P(T ≤ t) is the mean of Φ(t s − δ) over s, the root of a chi-square divided by its
 * degrees of freedom. Over log s the integrand is smooth and falls off at both ends faster than
 * exponentially, or exponentially, so that the trapezoidal rule is as exact as doubles are: L. N.
 * Trefethen, J. A. C. Weideman, "The exponentially convergent trapezoidal rule", SIAM Review 56
 * (2014) 385–458. https://doi.org/10.1137/130932132
 *
 * <p>Where t is large beside the spread of s, Φ(t s − δ) is a step that no such rule can resolve.
 * There the two are exchanged: with Z normal the probability is the mean over Z of P(s ≥ (δ + Z) /
 * t), which is smooth in Z, so that some hundred terms do however large t is: H. Takahasi, M. Mori,
 * "Double exponential formulas for numerical integration", Publications of RIMS 9 (1974) 721–741.
 * https://doi.org/10.2977/prims/1195192451
 */
final class NoncentralT {
  private static final double SQRT_2 = Math.sqrt(2);
  private static final double SQRT_2_PI = Math.sqrt(2 * Math.PI);

  /** Terms below e^-45 of the largest add nothing to a double. */
  private static final double NEGLIGIBLE = -45;

  /** From here on t is large beside the spread of s. */
  private static final double STEEP = 20;

  /** Beyond ten standard deviations a normal has nothing that a double could hold. */
  private static final double NORMAL_END = 10;

  /** Of the double exponential rule: step, and terms on either side of the middle. */
  private static final double STEP = 1.0 / 40;

  private static final int TERMS = 140;

  private final double t;
  private final double df;

  NoncentralT(double t, double df) {
    this.t = t;
    this.df = df;
  }

  /**
   * The noncentrality of which {@code P(T ≤ t)} is the given probability: less than t for a large
   * probability, more for a small one.
   */
  double noncentrality(double probability) {
    double z = Tails.normalQuantile(probability);
    double delta = t + z * Math.sqrt(1 + t * t / (2 * df));
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 100; i++) {
      double[] tail = upTo(delta);
      if (tail[0] > probability) {
        low = delta;
      } else {
        high = delta;
      }
      double next = delta + (tail[0] - probability) / tail[1];
      // Far out the slope is next to nothing, and a step by it would lead nowhere.
      boolean near = Math.abs(next - delta) <= 4 * (1 + Math.abs(delta));
      if (!(next >= low && next <= high && near)) {
        next =
            Double.isInfinite(low)
                ? high - 1 - Math.abs(high)
                : Double.isInfinite(high) ? low + 1 + Math.abs(low) : (low + high) / 2;
      }
      if (Math.abs(next - delta) <= 1e-14 * Math.max(1, Math.abs(t))) {
        return next;
      }
      delta = next;
    }
    return delta;
  }

  /** P(T ≤ t) at a noncentrality, and how fast it falls with it. */
  double[] upTo(double delta) {
    if (Math.abs(t) <= STEEP * Math.sqrt(2 * df)) {
      return overSpread(delta);
    }
    if (t > 0) {
      return overNormal(t, delta);
    }
    double[] mirrored = overNormal(-t, -delta);
    return new double[] {1 - mirrored[0], mirrored[1]};
  }

  /** The mean over a normal Z; t is positive. */
  private double[] overNormal(double steep, double delta) {
    ChiSquaredDistribution chiSquare = ChiSquaredDistribution.of(df);
    // Below −δ every s is large enough; there the integrand has a corner, so it starts here.
    double from = Math.max(-NORMAL_END, Math.min(-delta, NORMAL_END));
    double half = (NORMAL_END - from) / 2;
    double sum = Erfc.value(-from / SQRT_2) / 2;
    double slope = 0;
    for (int i = -TERMS; half > 0 && i <= TERMS; i++) {
      double u = i * STEP;
      double sinh = Math.PI / 2 * Math.sinh(u);
      double cosh = Math.cosh(sinh);
      // The distance from the near end keeps its digits where the ends are close.
      double distance = half * Math.exp(sinh) / cosh;
      double z = from + distance;
      double weight =
          STEP
              * half
              * Math.PI
              / 2
              * Math.cosh(u)
              / (cosh * cosh)
              * Math.exp(-z * z / 2)
              / SQRT_2_PI;
      double s = Math.max(0, from == -delta ? distance : delta + z) / steep;
      sum += weight * chiSquare.survivalProbability(df * s * s);
      if (s > 0) {
        slope += weight * 2 * df * s * chiSquare.density(df * s * s) / steep;
      }
    }
    return new double[] {sum, slope};
  }

  /** The mean over the spread s. */
  private double[] overSpread(double delta) {
    // Narrow where degrees of freedom are many or Φ rises steeply: as t at s = 1, as δ at s = δ /
    // t.
    double steepness = Math.max(Math.abs(t), Math.abs(delta) / 2.5);
    double step = Math.min(0.1, 0.3 / Math.max(Math.sqrt(2 * df), steepness));
    double total = 0;
    double sum = 0;
    double slope = 0;
    for (int direction = -1; direction <= 1; direction += 2) {
      for (int i = direction < 0 ? -1 : 0; ; i += direction) {
        double u = i * step;
        // The logarithm of the density over u, less that at its peak, u = 0.
        double fall = df * (u - Math.expm1(2 * u) / 2);
        if (fall < NEGLIGIBLE) {
          break;
        }
        double weight = Math.exp(fall);
        double z = t * Math.exp(u) - delta;
        total += weight;
        sum += weight * Erfc.value(-z / SQRT_2) / 2;
        slope += weight * Math.exp(-z * z / 2) / SQRT_2_PI;
      }
    }
    return new double[] {sum / total, slope / total};
  }
}

package org.quipu.stats;

import org.apache.commons.numbers.gamma.Erfc;

/**
 * The noncentral t distribution, as far as intervals of standardized differences need it: the
 * noncentrality at which a t that was seen would lie at a given quantile.
 *
 * <p>Method: P(T ≤ t) is the mean of Φ(t s − δ) over s, the root of a chi-square divided by its
 * degrees of freedom. Over log s the integrand is smooth and falls off at both ends faster than
 * exponentially, or exponentially, so that the trapezoidal rule is as exact as doubles are: L. N.
 * Trefethen, J. A. C. Weideman, "The exponentially convergent trapezoidal rule", SIAM Review 56
 * (2014) 385–458. https://doi.org/10.1137/130932132
 */
final class NoncentralT {
  private static final double SQRT_2 = Math.sqrt(2);
  private static final double SQRT_2_PI = Math.sqrt(2 * Math.PI);

  /** Terms below e^-45 of the largest add nothing to a double. */
  private static final double NEGLIGIBLE = -45;

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
      if (!(next >= low && next <= high)) {
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
    // Narrow where degrees of freedom are many or t is large.
    double step = Math.min(0.1, 0.3 / Math.max(Math.sqrt(2 * df), Math.abs(t)));
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

package org.quipu.stats;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.commons.numbers.gamma.Erfc;

/**
 * The distribution of the range of k independent standard normal values, w ≥ 0.
 *
 * <p>Method: with a = Φ(z) and b = Φ(z − w) the range exceeds w with probability k ∫ φ(z)
 * (a<sup>k−1</sup> − (a − b)<sup>k−1</sup>) dz, where z is the greatest value. The integrand is
 * positive, smooth and falls off fast, so that the trapezoidal rule is as exact as doubles are, in
 * the far tail too. As averages over w need it often, its logarithm is interpolated between
 * Chebyshev points of intervals of length one, which are computed when first needed. References: L.
 * N. Trefethen, J. A. C. Weideman, "The exponentially convergent trapezoidal rule", SIAM Review 56
 * (2014) 385–458, https://doi.org/10.1137/130932132; J.-P. Berrut, L. N. Trefethen, "Barycentric
 * Lagrange interpolation", SIAM Review 46 (2004) 501–517, https://doi.org/10.1137/S0036144502417715
 */
final class NormalRange {
  private static final double SQRT_2 = Math.sqrt(2);
  private static final double SQRT_2_PI = Math.sqrt(2 * Math.PI);

  /** What a term must reach of the sum to be worth adding. */
  private static final double NEGLIGIBLE = 1e-19;

  /** The greatest of any number of values that could be had is not expected above. */
  private static final double GREATEST = 10;

  /** Beyond, even e^(−w²/4) is near the least double. */
  private static final int INTERVALS = 48;

  private static final int POINTS = 24;
  private static final double[] POINT = points();
  private static final double[] WEIGHT = weights();

  /** Ranges of fewer values are kept: those of few groups are asked for by every variable. */
  private static final int KEPT_BELOW = 64;

  private static final AtomicReferenceArray<NormalRange> KEPT =
      new AtomicReferenceArray<>(KEPT_BELOW);

  private final int k;

  /** For each interval the logarithms at its points; threads that race find the same. */
  private final AtomicReferenceArray<double[]> logarithms = new AtomicReferenceArray<>(INTERVALS);

  private NormalRange(int k) {
    this.k = k;
  }

  /** Of k values, at least 2. */
  static NormalRange of(int k) {
    if (k < 2) {
      throw new IllegalArgumentException("range of " + k + " values; at least 2");
    }
    if (k >= KEPT_BELOW) {
      return new NormalRange(k);
    }
    NormalRange kept = KEPT.get(k);
    if (kept == null) {
      KEPT.compareAndSet(k, null, new NormalRange(k));
      kept = KEPT.get(k);
    }
    return kept;
  }

  /** The logarithm of P(range ≥ w); −∞ where that is below the least double. */
  double logUpper(double w) {
    int interval = (int) w;
    if (interval >= INTERVALS) {
      return Math.log(integral(w));
    }
    double[] known = logarithms.get(interval);
    if (known == null) {
      known = new double[POINTS + 1];
      for (int i = 0; i <= POINTS; i++) {
        known[i] = Math.log(integral(interval + POINT[i]));
      }
      logarithms.set(interval, known);
    }
    double numerator = 0;
    double denominator = 0;
    for (int i = 0; i <= POINTS; i++) {
      double distance = w - interval - POINT[i];
      if (distance == 0) {
        return known[i];
      }
      double weight = WEIGHT[i] / distance;
      numerator += weight * known[i];
      denominator += weight;
    }
    return numerator / denominator;
  }

  private static double[] points() {
    double[] points = new double[POINTS + 1];
    for (int i = 0; i <= POINTS; i++) {
      points[i] = (1 - Math.cos(Math.PI * i / POINTS)) / 2;
    }
    return points;
  }

  /** Of alternating sign, those of both ends half as large. */
  private static double[] weights() {
    double[] weights = new double[POINTS + 1];
    for (int i = 0; i <= POINTS; i++) {
      weights[i] = ((i & 1) == 0 ? 1 : -1) * (i == 0 || i == POINTS ? 0.5 : 1);
    }
    return weights;
  }

  private double integral(double w) {
    // The more values, the narrower the density of the greatest.
    double step = k <= 10 ? 0.25 : k <= 100 ? 0.2 : 0.08;
    double sum = 0;
    for (int i = 0; ; i++) {
      double z = w / 2 + i * step;
      double term = greatestAt(z, w);
      sum += term;
      if (z > GREATEST && term <= NEGLIGIBLE * sum) {
        break;
      }
    }
    for (int i = 1; ; i++) {
      double term = greatestAt(w / 2 - i * step, w);
      sum += term;
      if (term <= NEGLIGIBLE * sum) {
        break;
      }
    }
    return Math.min(1, k * step * sum / SQRT_2_PI);
  }

  /** √2π times the density of the greatest value at z while the least is below z − w. */
  private double greatestAt(double z, double w) {
    double a = Erfc.value(-z / SQRT_2) / 2;
    double b = Erfc.value((w - z) / SQRT_2) / 2;
    if (a == 0 || b == 0) {
      return 0;
    }
    return Math.exp(-z * z / 2)
        * Math.pow(a, k - 1)
        * (b >= a ? 1 : -Math.expm1((k - 1) * Math.log1p(-b / a)));
  }
}

package org.quipu.stats;

/**
 * The noncentral F distribution, as far as intervals of shares of variance need it: the
 * noncentrality at which an F that was seen would lie at a given quantile.
 *
 * <p>Method: P(F ≤ f) is the mean of central distributions with df1 + 2 j degrees of freedom over
 * Poisson numbers j of mean λ/2, and its slope the same with each weight's own slope; so Newton
 * steps cost no more than others, and on the scale of log odds, which bends little, four of them
 * find a root to some 1e-14 of its size. Reference: J. H. Steiger, "Beyond the F test",
 * Psychological Methods 9 (2004) 164–182. https://doi.org/10.1037/1082-989X.9.2.164
 */
final class NoncentralF {
  /** Below, F is so large that no noncentrality can be told from an infinite one. */
  private static final double LEAST_REST = 1e-15;

  /** The next step of Newton's after one of this size is below a double's precision. */
  private static final double LAST_STEP = 1e-8;

  private static final int MOST_STEPS = 200;

  private final double df1;
  private final double df2;

  /** df2 / (df1 f + df2), the share of variance that is not explained. */
  private final double rest;

  /** df1 f. */
  private final double scaled;

  private CentralTerms central;

  NoncentralF(double f, double df1, double df2) {
    this.df1 = df1;
    this.df2 = df2;
    this.scaled = df1 * f;
    this.rest = df2 / (scaled + df2);
    this.central = CentralTerms.around(0, scaled, df1, df2);
  }

  /** λ / (λ + df2), the share of variance explained that a noncentrality stands for. */
  double share(double probability) {
    double lambda = noncentrality(probability);
    return Double.isInfinite(lambda) ? 1 : lambda / (lambda + df2);
  }

  /**
   * The noncentrality λ of which {@code P(F ≤ f)} is the given probability; 0 where that is less
   * even without any, infinite where f is beyond measure.
   */
  double noncentrality(double probability) {
    if (rest < LEAST_REST) {
      return Double.POSITIVE_INFINITY;
    }
    if (upTo(0) <= probability) {
      return 0;
    }
    double target = logit(probability);
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double lambda = guess(probability);
    for (int i = 0; i < MOST_STEPS; i++) {
      PoissonMean at = at(lambda);
      // The slope is that along λ/2, and the log odds change 1 / (P (1 − P)) as fast as P.
      double distance = (logit(at.value()) - target) * at.value() * (1 - at.value());
      double next = lambda - 2 * distance / at.slope();
      if (Math.abs(next - lambda) <= LAST_STEP * next) {
        return next;
      }
      if (at.value() > probability) {
        low = lambda;
      } else {
        high = lambda;
      }
      boolean inside = next > low && next < high;
      lambda = inside ? next : Double.isInfinite(high) ? 2 * lambda : (low + high) / 2;
    }
    return lambda;
  }

  private static double logit(double probability) {
    return Math.log(probability / (1 - probability));
  }

  /**
   * Where the root would be if df1 F were normal, with the mean m = df1 + λ and the variance 2 (m +
   * λ) + 2 m² / df2 that it nearly has: the equation is quadratic in m.
   */
  private double guess(double probability) {
    double z = Tails.normalQuantile(probability);
    double a = 1 - 2 * z * z / df2;
    double b = scaled + 2 * z * z;
    double c = scaled * scaled + 2 * z * z * df1;
    double root = Math.sqrt(b * b - a * c);
    double mean = a > 0 && root > 0 ? (b + Math.signum(z) * root) / a : scaled;
    return Math.max(mean - df1, scaled / 100);
  }

  /** P(F ≤ f) at a noncentrality. */
  double upTo(double lambda) {
    return at(lambda).value();
  }

  private PoissonMean at(double lambda) {
    if (!central.serves(lambda / 2)) {
      central = CentralTerms.around(lambda / 2, scaled, df1, df2);
    }
    return PoissonMean.of(central, lambda / 2);
  }
}

package org.quipu.stats;

/**
 * The mean of terms over Poisson numbers j, and its slope.
 *
 * <p>Method: from the most likely number outwards. Where the mean of j is large every third, tenth
 * or hundredth will do, as sums of smooth terms at equal steps are the trapezoidal rule: of Poisson
 * weights every s-th adds up to 1/s but for a share of exp(−mean (1 − cos(2π/s))).
 */
final class PoissonMean {
  /** Weights below this share of the largest add nothing to a double. */
  private static final double NEGLIGIBLE = 0x1p-65;

  /** Steps of this part of the root of the mean lose less than that. */
  private static final double STRIDE = 0.3;

  private final double mean;
  private final double step;

  /** The most likely number, in steps; distances are taken from it, so that nothing cancels. */
  private final double centre;

  private double weights;
  private double sum;
  private double distances;
  private double products;

  private PoissonMean(double mean, double step) {
    this.mean = mean;
    this.step = step;
    this.centre = Math.floor(mean / step);
  }

  static PoissonMean of(CentralTerms terms, double mean) {
    PoissonMean found = new PoissonMean(mean, terms.step());
    int stride = terms.step() == 1 ? (int) Math.max(1, STRIDE * Math.sqrt(mean)) : 1;
    double weight = 1;
    for (double i = found.centre; weight >= NEGLIGIBLE; i += stride) {
      found.add(i, weight, terms.get(i));
      weight = found.above(i, stride, weight);
    }
    weight = found.below(found.centre, stride, 1);
    for (double i = found.centre - stride; i >= 0 && weight >= NEGLIGIBLE; i -= stride) {
      found.add(i, weight, terms.get(i));
      weight = found.below(i, stride, weight);
    }
    return found;
  }

  /** Σ p<sub>j</sub> term<sub>j</sub>. */
  double value() {
    return sum / weights;
  }

  /** How fast the value changes with the mean of j, above 0: Σ p (j / mean − 1) term. */
  double slope() {
    return (products - value() * distances) / weights * step / mean;
  }

  private void add(double i, double weight, double term) {
    weights += weight;
    sum += weight * term;
    distances += weight * (i - centre);
    products += weight * term * (i - centre);
  }

  /** The weight a stride above a number in steps, by that of the most likely one. */
  private double above(double i, int stride, double weight) {
    double next = weight;
    for (int k = 1; step == 1 && k <= stride; k++) {
      next *= mean / (i + k);
    }
    return step == 1 ? next : weight(i + 1);
  }

  /** The same below. */
  private double below(double i, int stride, double weight) {
    double next = weight;
    for (int k = 0; step == 1 && k < stride; k++) {
      next *= (i - k) / mean;
    }
    return step == 1 ? next : weight(i - 1);
  }

  /** Of numbers far apart, each on its own. */
  private double weight(double i) {
    return Math.exp(logarithm(i * step, mean) - logarithm(centre * step, mean));
  }

  /** The logarithm of the Poisson probability of j, up to a constant, without cancellation. */
  private static double logarithm(double j, double mean) {
    if (j <= 0) {
      return -mean;
    }
    // Loader's deviance, of which the leading terms j log(j / mean) and j − mean cancel.
    double d = (j - mean) / mean;
    return -mean * Deviance.of(d) - Math.log(j) / 2 - 1 / (12 * j) + 1 / (360 * j * j * j);
  }
}

package org.quipu.stats;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * P(X ≤ x) of the beta distributions with df1/2 + j and df2/2, for every step-th number j: what an
 * F is compared with if j of its noncentrality's Poisson events happened. Found when asked for, and
 * kept.
 *
 * <p>Method: neighbours differ by a term that follows from its neighbour, I<sub>x</sub>(a, b) =
 * I<sub>x</sub>(a + 1, b) + x<sup>a</sup> (1 − x)<sup>b</sup> / (a B(a, b)); going down only what
 * is positive is added, so that a block keeps the precision of its last one. Reference: NIST,
 * Digital Library of Mathematical Functions, 8.17.20, https://dlmf.nist.gov/8.17
 */
final class CentralTerms {
  /** Up to this mean of j every number is looked at: its term costs less than its weight. */
  private static final double LARGEST_WHOLE_MEAN = 1 << 13;

  /** Of these, one is computed from scratch. */
  private static final int BLOCK = 64;

  /** Places for numbers far apart, to both sides of the mean; a fifth of them is used. */
  private static final int REACH = 512;

  /** A last term below this could be one of a block in which the first are not small. */
  private static final double LEAST_TERM = 1e-250;

  private final double x;

  /** 1 − x. */
  private final double rest;

  private final double a;
  private final double b;
  private final double step;

  /** The number, in steps, of the first place. */
  private final double first;

  /** NaN where it was not asked for. */
  private double[] known;

  private CentralTerms(double scaled, double df1, double df2, double step, double first) {
    this.x = scaled / (scaled + df2);
    this.rest = df2 / (scaled + df2);
    this.a = df1 / 2;
    this.b = df2 / 2;
    this.step = step;
    this.first = first;
    this.known = unknown(step == 1 ? 4 * BLOCK : 2 * REACH);
  }

  /**
   * Those that a Poisson number of the given mean asks for.
   *
   * @param scaled df1 times the F
   */
  static CentralTerms around(double mean, double scaled, double df1, double df2) {
    double step = mean <= LARGEST_WHOLE_MEAN ? 1 : Math.floor(0.3 * Math.sqrt(mean));
    double first = step == 1 ? 0 : Math.max(0, Math.floor(mean / step) - REACH);
    return new CentralTerms(scaled, df1, df2, step, first);
  }

  /** Whether these are the terms for a mean: steps of 0.2 to 0.4 of its root, if any. */
  boolean serves(double mean) {
    if (mean <= LARGEST_WHOLE_MEAN || step == 1) {
      return mean <= LARGEST_WHOLE_MEAN && step == 1;
    }
    double share = step / Math.sqrt(mean);
    return share > 0.2 && share < 0.4 && Math.abs(mean / step - (first + REACH)) < REACH / 2.0;
  }

  /** What numbers j are multiples of. */
  double step() {
    return step;
  }

  /** The one of j = i times the step. */
  double get(double i) {
    int at = (int) (i - first);
    if (at >= known.length) {
      int length = known.length;
      known = Arrays.copyOf(known, (at / BLOCK + 1) * 2 * BLOCK);
      Arrays.fill(known, length, known.length, Double.NaN);
    }
    if (Double.isNaN(known[at])) {
      if (step == 1) {
        fill(at / BLOCK * BLOCK);
      } else {
        known[at] = computed(i * step);
      }
    }
    return known[at];
  }

  private static double[] unknown(int length) {
    double[] places = new double[length];
    Arrays.fill(places, Double.NaN);
    return places;
  }

  private void fill(int from) {
    int to = from + BLOCK - 1;
    double last = a + to;
    double term = density(last) * x * rest / last;
    if (!(term > LEAST_TERM)) {
      for (int j = from; j <= to; j++) {
        known[j] = computed(j);
      }
      return;
    }
    double sum = computed(to);
    known[to] = sum;
    for (int j = to - 1; j >= from; j--) {
      term *= (a + j + 1) / (x * (a + j + b));
      sum += term;
      known[j] = sum;
    }
  }

  // The forms whose argument is at most a half keep all digits of it.

  private double computed(double j) {
    return x <= 0.5
        ? RegularizedBeta.value(x, a + j, b)
        : RegularizedBeta.complement(rest, b, a + j);
  }

  private double density(double alpha) {
    return x <= 0.5
        ? RegularizedBeta.derivative(x, alpha, b)
        : RegularizedBeta.derivative(rest, b, alpha);
  }
}

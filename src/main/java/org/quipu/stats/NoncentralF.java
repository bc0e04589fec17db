package org.quipu.stats;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * The noncentral F distribution, as far as intervals of shares of variance need it: the
 * noncentrality at which an F that was seen would lie at a given quantile.
 *
 * <p>Method: P(F ≤ f) is the mean of central distributions with df1 + 2 j degrees of freedom over
 * Poisson numbers j of mean λ/2. Where that is large, every tenth or hundredth j will do, as sums
 * of smooth terms at equal steps are the trapezoidal rule. Reference: J. H. Steiger, "Beyond the F
 * test", Psychological Methods 9 (2004) 164–182. https://doi.org/10.1037/1082-989X.9.2.164
 */
final class NoncentralF {
  /** Terms below e^-45 of the largest add nothing to a double. */
  private static final double NEGLIGIBLE = -45;

  /** Below, F is so large that no noncentrality can be told from an infinite one. */
  private static final double LEAST_REST = 1e-15;

  /** Beyond this number, central distributions are rarely met twice. */
  private static final int MOST_KNOWN = 1 << 14;

  private static final int SHARE_BITS = 17;
  private static final int SHARE_SHIFT = Integer.SIZE - SHARE_BITS;

  /** By hash; one that comes later takes the place of another. */
  private static final AtomicReferenceArray<Share> SHARES =
      new AtomicReferenceArray<>(1 << SHARE_BITS);

  private static final double[] LOG_FACTORIALS =
      IntStream.range(0, 256).mapToDouble(j -> LogGamma.value(j + 1.0)).toArray();

  /** df2 / (df1 f + df2), the share of variance that is not explained. */
  private final double rest;

  private final double df1;
  private final double df2;

  /**
   * The central distributions met so far, by number, NaN where there is none: most are met again at
   * the next noncentrality, and each takes as long as fifty other terms.
   */
  private double[] known = {};

  NoncentralF(double f, double df1, double df2) {
    this.rest = df2 / (df1 * f + df2);
    this.df1 = df1;
    this.df2 = df2;
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
    double low = 0;
    double high = 1 + df2 * (1 / rest - 1);
    while (upTo(high) > probability) {
      low = high;
      high *= 2;
    }
    double lowError = upTo(low) - probability;
    double highError = upTo(high) - probability;
    // Regula falsi that halves the weight of an end that stays (Illinois).
    for (int i = 0; i < 200 && Math.abs(high - low) > 1e-13 * high; i++) {
      double next = high - highError * (high - low) / (highError - lowError);
      double error = upTo(next) - probability;
      if (error == 0) {
        return next;
      }
      if (error > 0 == highError > 0) {
        lowError /= 2;
      } else {
        low = high;
        lowError = highError;
      }
      high = next;
      highError = error;
    }
    return high;
  }

  /**
   * λ / (λ + df2), the share of variance explained that a noncentrality stands for. Most units have
   * the same F before and after cleaning, and one F serves several effect sizes: shares are
   * remembered.
   */
  double share(double probability) {
    int hash = Double.hashCode(rest) * 31 + Double.hashCode(df1);
    hash = (hash * 31 + Double.hashCode(df2)) * 31 + Double.hashCode(probability);
    int slot = (hash * 0x9e3779b9) >>> SHARE_SHIFT;
    Share share = SHARES.get(slot);
    if (share == null || !share.isOf(this, probability)) {
      double lambda = noncentrality(probability);
      double value = Double.isInfinite(lambda) ? 1 : lambda / (lambda + df2);
      share = new Share(rest, df1, df2, probability, value);
      SHARES.set(slot, share);
    }
    return share.value;
  }

  /** A share of variance with all it depends on. */
  private record Share(double rest, double df1, double df2, double probability, double value) {
    boolean isOf(NoncentralF of, double asked) {
      return rest == of.rest && df1 == of.df1 && df2 == of.df2 && probability == asked;
    }
  }

  /** P(F ≤ f) at a noncentrality. */
  double upTo(double lambda) {
    double mean = lambda / 2;
    if (mean == 0) {
      return central(0);
    }
    double step = Math.max(1, Math.floor(0.3 * Math.sqrt(mean)));
    double centre = Math.floor(mean);
    double total = 0;
    double sum = 0;
    for (int direction = -1; direction <= 1; direction += 2) {
      for (double j = direction < 0 ? centre - step : centre; j >= 0; j += direction * step) {
        double fall = logPoisson(j, mean) - logPoisson(centre, mean);
        if (fall < NEGLIGIBLE) {
          break;
        }
        double weight = Math.exp(fall);
        total += weight;
        sum += weight * central(j);
      }
    }
    return sum / total;
  }

  private double central(double j) {
    if (j >= MOST_KNOWN) {
      return beta(j);
    }
    int at = (int) j;
    if (at >= known.length) {
      int length = known.length;
      known = Arrays.copyOf(known, Math.max(64, Integer.highestOneBit(at) * 2));
      Arrays.fill(known, length, known.length, Double.NaN);
    }
    if (Double.isNaN(known[at])) {
      known[at] = beta(j);
    }
    return known[at];
  }

  private double beta(double j) {
    return RegularizedBeta.complement(rest, df2 / 2, df1 / 2 + j);
  }

  /** log Γ(j + 1). */
  private static double logFactorial(double j) {
    return j < LOG_FACTORIALS.length ? LOG_FACTORIALS[(int) j] : LogGamma.value(j + 1);
  }

  /** The logarithm of the Poisson probability of j, up to a constant, without cancellation. */
  private static double logPoisson(double j, double mean) {
    if (mean < 50) {
      return j * Math.log(mean) - logFactorial(j);
    }
    if (j == 0) {
      return -mean;
    }
    // Loader's deviance, of which the leading terms j log(j / mean) and j − mean cancel.
    double d = (j - mean) / mean;
    double deviance = mean * ((1 + d) * Math.log1p(d) - d);
    return -deviance - Math.log(j) / 2 - 1 / (12 * j) + 1 / (360 * j * j * j);
  }
}

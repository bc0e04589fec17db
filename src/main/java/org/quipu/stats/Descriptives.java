package org.quipu.stats;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Location, spread and shape of a sample, with intervals of mean and median.
 *
 * <p>Edge cases:
 *
 * <ul>
 *   <li>n = 0: all but {@code n} and {@code missing} are null
 *   <li>n = 1: no sd, standard error or interval of the mean
 *   <li>n &lt; 3 or no variance: no skewness; n &lt; 4 or no variance: no kurtosis
 *   <li>n too small, below 6 at a confidence of 0.95: no interval of the median, as even the whole
 *       range covers it too rarely
 *   <li>a result beyond the range of a double: null
 * </ul>
 *
 * <p>Mean, sd, quartiles, fences and trimmed mean are computed without rounding and rounded once.
 *
 * @param n values
 * @param missing observations without a value
 * @param mean arithmetic mean
 * @param sd standard deviation with n − 1
 * @param min least value
 * @param q1 first quartile, type 7 of Hyndman and Fan (1996),
 *     https://doi.org/10.1080/00031305.1996.10473566
 * @param median second quartile
 * @param q3 third quartile
 * @param max greatest value
 * @param iqr q3 − q1
 * @param mad median absolute deviation from the median × 1.4826, which estimates the sd of normal
 *     values
 * @param trimmedMean mean without the lowest and the highest fifth, ⌊n/5⌋ values at either end
 * @param skewness G1, the adjusted Fisher–Pearson coefficient: D. N. Joanes, C. A. Gill, "Comparing
 *     measures of sample skewness and kurtosis", The Statistician 47 (1998) 183–189,
 *     https://doi.org/10.1111/1467-9884.00122
 * @param kurtosis G2 of the same source, in excess of the normal distribution's
 * @param lowerFence q1 − 1.5 iqr (Tukey)
 * @param upperFence q3 + 1.5 iqr
 * @param outliers values outside the fences, see {@link OutlierLimits}
 * @param standardError sd / √n
 * @param meanLow lower end of the t interval of the mean
 * @param meanHigh its upper end
 * @param medianLow lower end of the interval of the median between two sorted values, whose
 *     coverage by the binomial distribution is at least the level of confidence: W. J. Conover,
 *     "Practical Nonparametric Statistics", 3rd ed., Wiley 1999, section 3.2
 * @param medianHigh its upper end
 */
public record Descriptives(
    long n,
    long missing,
    Double mean,
    Double sd,
    Double min,
    Double q1,
    Double median,
    Double q3,
    Double max,
    Double iqr,
    Double mad,
    Double trimmedMean,
    Double skewness,
    Double kurtosis,
    Double lowerFence,
    Double upperFence,
    Long outliers,
    Double standardError,
    Double meanLow,
    Double meanHigh,
    Double medianLow,
    Double medianHigh) {

  /** Describes the values of a table. */
  public static Descriptives of(FrequencyTable table, long missing, double confidence) {
    return of(table, missing, confidence, table.n() == 0 ? null : QuickDescription.of(table));
  }

  /**
   * The same by exact arithmetic alone, or with what is certain without it.
   *
   * @param quick null: all is computed exactly
   */
  static Descriptives of(
      FrequencyTable table, long missing, double confidence, QuickDescription quick) {
    long n = table.n();
    if (n == 0) {
      return new Descriptives(
          0, missing, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null, null, null, null, null, null);
    }
    Ways ways = new Ways(quick, new ExactDescription(table));
    Double mean = ways.value(QuickDescription::mean, ExactDescription::mean);
    Double sd = n < 2 ? null : ways.root(n - 1.0, 1, ExactDescription::sd);
    Double standardError =
        n < 2 || mean == null ? null : ways.root(n, n - 1.0, ExactDescription::standardError);
    Moments moments = quick == null ? null : quick.moments();
    if (moments == null) {
      moments = Moments.of(table);
    }
    Margins margins = Margins.of(n, confidence);
    Double margin = standardError == null ? null : (Double) (margins.t() * standardError);
    long medianRank = margins.medianRank();
    return new Descriptives(
        n,
        missing,
        mean,
        sd,
        table.min(),
        ways.value(QuickDescription::q1, ExactDescription::q1),
        ways.value(QuickDescription::median, ExactDescription::median),
        ways.value(QuickDescription::q3, ExactDescription::q3),
        table.max(),
        ways.value(QuickDescription::iqr, ExactDescription::iqr),
        ways.value(QuickDescription::mad, ExactDescription::mad),
        ways.value(QuickDescription::trimmedMean, ExactDescription::trimmedMean),
        moments.skewness(),
        moments.kurtosis(),
        ways.value(QuickDescription::lowerFence, ExactDescription::lowerFence),
        ways.value(QuickDescription::upperFence, ExactDescription::upperFence),
        quick == null ? ways.exact.outliers() : quick.outliers(),
        standardError,
        margin == null ? null : finite(mean - margin),
        margin == null ? null : finite(mean + margin),
        medianRank < 0 ? null : Boxed.of(table.value(table.indexAtRank(medianRank))),
        medianRank < 0 ? null : Boxed.of(table.value(table.indexAtRank(n - 1 - medianRank))));
  }

  /**
   * Both ways to a statistic. The ways are passed as functions of their description, which capture
   * nothing and so exist once: there are twenty a row of a table.
   *
   * @param quick null: all is computed exactly
   */
  private record Ways(QuickDescription quick, ExactDescription exact) {
    Double value(
        ToDoubleFunction<QuickDescription> quickly, Function<ExactDescription, Double> exactly) {
      double value = quick == null ? Double.NaN : quickly.applyAsDouble(quick);
      return Double.isNaN(value) ? exactly.apply(exact) : Boxed.of(value);
    }

    /** √(Σ(x − mean)² / (divisor × further)). */
    Double root(double divisor, double further, Function<ExactDescription, Double> exactly) {
      double square = quick == null ? Double.NaN : quick.squaredDeviationsOver(divisor, further);
      return Double.isNaN(square) ? exactly.apply(exact) : (Double) Math.sqrt(square);
    }
  }

  static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}

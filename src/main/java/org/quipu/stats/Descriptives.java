package org.quipu.stats;

import java.util.function.Supplier;

/**
 * Location, spread and shape of a sample, with intervals of mean and median.
 *
 * <p>Edge cases:
 *
 * <ul>
 *   <li>n = 0: all but {@code n} and {@code missing} are null
 *   <li>n = 1: no sd, standard error or interval of the mean
 *   <li>n &lt; 3 or no variance: no skewness; n &lt; 4 or no variance: no kurtosis
 *   <li>n &lt; 6: no interval of the median, as even the whole range covers it too rarely
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
 * @param outliers values outside the fences
 * @param standardError sd / √n
 * @param meanLow lower end of the 95 % t interval of the mean
 * @param meanHigh its upper end
 * @param medianLow lower end of the interval of the median between two sorted values, whose
 *     coverage by the binomial distribution is at least 95 %: W. J. Conover, "Practical
 *     Nonparametric Statistics", 3rd ed., Wiley 1999, section 3.2
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
  public static Descriptives of(FrequencyTable table, long missing) {
    return of(table, missing, table.n() == 0 ? null : QuickDescription.of(table));
  }

  /**
   * The same by exact arithmetic alone, or with what is certain without it.
   *
   * @param quick null: all is computed exactly
   */
  static Descriptives of(FrequencyTable table, long missing, QuickDescription quick) {
    long n = table.n();
    if (n == 0) {
      return new Descriptives(
          0, missing, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null, null, null, null, null, null);
    }
    ExactDescription exact = new ExactDescription(table);
    Double mean = quick == null ? exact.mean() : certain(quick.mean(), exact::mean);
    Double sd = n < 2 ? null : root(quick, n - 1.0, 1, exact::sd);
    Double standardError =
        n < 2 || mean == null ? null : root(quick, n, n - 1.0, exact::standardError);
    Moments moments = quick == null ? null : quick.moments();
    if (moments == null) {
      moments = Moments.of(table);
    }
    Margins margins = Margins.of(n);
    Double margin = standardError == null ? null : (Double) (margins.t() * standardError);
    long medianRank = margins.medianRank();
    return new Descriptives(
        n,
        missing,
        mean,
        sd,
        table.min(),
        quick == null ? exact.q1() : certain(quick.q1(), exact::q1),
        quick == null ? exact.median() : certain(quick.median(), exact::median),
        quick == null ? exact.q3() : certain(quick.q3(), exact::q3),
        table.max(),
        quick == null ? exact.iqr() : certain(quick.iqr(), exact::iqr),
        quick == null ? exact.mad() : certain(quick.mad(), exact::mad),
        quick == null ? exact.trimmedMean() : certain(quick.trimmedMean(), exact::trimmedMean),
        moments.skewness(),
        moments.kurtosis(),
        quick == null ? exact.lowerFence() : certain(quick.lowerFence(), exact::lowerFence),
        quick == null ? exact.upperFence() : certain(quick.upperFence(), exact::upperFence),
        quick == null ? exact.outliers() : quick.outliers(exact),
        standardError,
        margin == null ? null : finite(mean - margin),
        margin == null ? null : finite(mean + margin),
        medianRank < 0 ? null : Boxed.of(table.value(table.indexAtRank(medianRank))),
        medianRank < 0 ? null : Boxed.of(table.value(table.indexAtRank(n - 1 - medianRank))));
  }

  private static Double certain(double quick, Supplier<Double> exact) {
    return Double.isNaN(quick) ? exact.get() : Boxed.of(quick);
  }

  /** √(Σ(x − mean)² / (divisor × further)). */
  private static Double root(
      QuickDescription quick, double divisor, double further, Supplier<Double> exact) {
    double square = quick == null ? Double.NaN : quick.squaredDeviationsOver(divisor, further);
    return Double.isNaN(square) ? exact.get() : (Double) Math.sqrt(square);
  }

  static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}

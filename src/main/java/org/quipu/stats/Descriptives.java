package org.quipu.stats;

import java.math.BigDecimal;

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
  private static final double TAIL = 0.025;
  private static final BigDecimal QUARTER = new BigDecimal("0.25");
  private static final BigDecimal THREE_QUARTERS = new BigDecimal("0.75");
  private static final BigDecimal FENCE = new BigDecimal("1.5");

  /** 1 / Φ⁻¹(3/4), rounded as R's {@code mad} has it. */
  private static final BigDecimal MAD_SCALE = new BigDecimal("1.4826");

  /** Describes the values of a table. */
  public static Descriptives of(FrequencyTable table, long missing) {
    if (table.n() == 0) {
      return new Descriptives(
          0, missing, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null, null, null, null, null, null);
    }
    PowerSums sums = table.powerSums();
    BigDecimal q1 = OrderStatistics.quantile(table, QUARTER);
    BigDecimal q3 = OrderStatistics.quantile(table, THREE_QUARTERS);
    BigDecimal reach = q3.subtract(q1).multiply(FENCE);
    BigDecimal lower = q1.subtract(reach);
    BigDecimal upper = q3.add(reach);
    Moments moments = Moments.of(table);
    Double standardError = standardError(sums);
    Double margin =
        standardError == null ? null : Tails.tQuantile(TAIL, sums.n() - 1.0) * standardError;
    long medianRank = medianRank(table.n());
    return new Descriptives(
        table.n(),
        missing,
        sums.mean(),
        sums.sd(),
        table.min(),
        rounded(q1),
        rounded(OrderStatistics.median(table)),
        rounded(q3),
        table.max(),
        rounded(q3.subtract(q1)),
        rounded(OrderStatistics.medianDeviation(table).multiply(MAD_SCALE)),
        trimmedMean(table),
        moments.skewness(),
        moments.kurtosis(),
        rounded(lower),
        rounded(upper),
        table.countBelow(lower) + table.countAbove(upper),
        standardError,
        margin == null ? null : finite(sums.mean() - margin),
        margin == null ? null : finite(sums.mean() + margin),
        medianRank < 0 ? null : (Double) table.value(table.indexAtRank(medianRank)),
        medianRank < 0
            ? null
            : (Double) table.value(table.indexAtRank(table.n() - 1 - medianRank)));
  }

  private static Double standardError(PowerSums sums) {
    if (sums.n() < 2 || sums.mean() == null) {
      return null;
    }
    BigDecimal n = BigDecimal.valueOf(sums.n());
    return PowerSums.rootOfQuotient(
        sums.scaledDeviations(), n.multiply(n).multiply(n.subtract(BigDecimal.ONE)));
  }

  private static Double trimmedMean(FrequencyTable table) {
    long cut = table.n() / 5;
    return table.powerSums(cut, table.n() - cut).mean();
  }

  /**
   * The highest rank, from 0, of a sorted value that the median is below with probability at most
   * 2.5 %; −1 if not even the least is such a value.
   */
  private static long medianRank(long n) {
    long low = -1;
    for (long high = n / 2; low + 1 < high; ) {
      long middle = low + (high - low) / 2;
      if (Tails.fairBinomialUpTo(middle, n) <= TAIL) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static Double rounded(BigDecimal exact) {
    return finite(Rounding.of(exact));
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}

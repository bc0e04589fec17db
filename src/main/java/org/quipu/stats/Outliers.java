package org.quipu.stats;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Values that lie far from the others of their sample.
 *
 * <p>Edge cases:
 *
 * <ul>
 *   <li>no values: {@code too_few}
 *   <li>an interquartile range of 0: whatever differs is an outlier, as in R's {@code
 *       boxplot.stats}, in the fences of a description and in {@code cleaning.fence}
 *   <li>a median absolute deviation of 0: the modified z-score divides by it; {@code no_variance},
 *       no outliers by that rule
 *   <li>the order of values has no influence
 * </ul>
 */
public final class Outliers {
  private static final BigDecimal QUARTER = new BigDecimal("0.25");
  private static final BigDecimal THREE_QUARTERS = new BigDecimal("0.75");
  private static final BigDecimal NEAR = new BigDecimal("1.5");
  private static final BigDecimal FAR = new BigDecimal("3");

  /** 3.5 / 0.6745: the cut-off of the modified z-score in median absolute deviations. */
  private static final BigDecimal DEVIATIONS =
      new BigDecimal("3.5").divide(new BigDecimal("0.6745"), PowerSums.QUOTIENT);

  private Outliers() {}

  /** The outliers of a table by each of the rules that need no scale, rule by rule, ascending. */
  public static List<Outlier> of(FrequencyTable table) {
    return Stream.of(tukey(table), tukeyFar(table), modifiedZ(table), adjustedBoxplot(table))
        .flatMap(limits -> limits.outliers(table).stream())
        .toList();
  }

  /**
   * Tukey's inner fences: 1.5 interquartile ranges from the quartiles, which are of type 7.
   *
   * <p>Reference: J. W. Tukey, "Exploratory Data Analysis", Addison-Wesley 1977, chapter 2.
   */
  public static OutlierLimits tukey(FrequencyTable table) {
    return fences(OutlierRule.TUKEY, table, NEAR, NEAR);
  }

  /** Tukey's outer fences: 3 interquartile ranges from the quartiles. */
  public static OutlierLimits tukeyFar(FrequencyTable table) {
    return fences(OutlierRule.TUKEY_FAR, table, FAR, FAR);
  }

  /**
   * The modified z-score, 0.6745 (x − median) / MAD, with the cut-off 3.5.
   *
   * <p>Reference: B. Iglewicz, D. C. Hoaglin, "How to Detect and Handle Outliers", ASQC 1993.
   */
  public static OutlierLimits modifiedZ(FrequencyTable table) {
    OutlierRule rule = OutlierRule.MODIFIED_Z;
    if (table.n() == 0) {
      return OutlierLimits.undefined(rule, UndefinedComparison.emptyGroup());
    }
    BigDecimal median = OrderStatistics.median(table);
    BigDecimal reach = OrderStatistics.medianDeviation(table).multiply(DEVIATIONS);
    return reach.signum() == 0
        ? OutlierLimits.undefined(rule, UndefinedComparison.halfTheSame())
        : new OutlierLimits(rule, median.subtract(reach), median.add(reach), null);
  }

  /**
   * The whiskers of the boxplot adjusted for skewness: 1.5 interquartile ranges, times e<sup>−4
   * MC</sup> below and e<sup>3 MC</sup> above where the {@link Medcouple} MC is not negative, else
   * e<sup>−3 MC</sup> and e<sup>4 MC</sup>. R's {@code robustbase::adjbox}, which takes hinges for
   * quartiles.
   *
   * <p>Reference: M. Hubert, E. Vandervieren, "An adjusted boxplot for skewed distributions",
   * Computational Statistics &amp; Data Analysis 52 (2008) 5186–5201.
   * https://doi.org/10.1016/j.csda.2007.11.008
   */
  public static OutlierLimits adjustedBoxplot(FrequencyTable table) {
    double skew = table.n() == 0 ? 0 : Medcouple.of(table);
    return fences(
        OutlierRule.ADJUSTED_BOXPLOT,
        table,
        new BigDecimal(1.5 * Math.exp((skew >= 0 ? -4 : -3) * skew)),
        new BigDecimal(1.5 * Math.exp((skew >= 0 ? 3 : 4) * skew)));
  }

  private static OutlierLimits fences(
      OutlierRule rule, FrequencyTable table, BigDecimal below, BigDecimal above) {
    if (table.n() == 0) {
      return OutlierLimits.undefined(rule, UndefinedComparison.emptyGroup());
    }
    BigDecimal q1 = OrderStatistics.quantile(table, QUARTER);
    BigDecimal q3 = OrderStatistics.quantile(table, THREE_QUARTERS);
    BigDecimal range = q3.subtract(q1);
    return new OutlierLimits(
        rule, q1.subtract(range.multiply(below)), q3.add(range.multiply(above)), null);
  }
}

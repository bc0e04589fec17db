package org.quipu.table.row;

import org.quipu.table.AbsentIsNaN;
import org.quipu.table.Column;

/**
 * The columns that describe a numeric variable; tables that hold a summary show each component as a
 * column of its own. Statistics that are undefined for the n at hand are absent.
 */
@AbsentIsNaN
public record Summary(
    long n,
    long missing,
    double mean,
    double sd,
    double min,
    double q1,
    double median,
    double q3,
    double max,
    double iqr,
    double mad,
    double trimmedMean,
    double skewness,
    double kurtosis,
    double lowerFence,
    double upperFence,
    Long outliers,
    @Column(
            en = "lower end of the t interval of the mean",
            es = "extremo inferior del intervalo t de la media")
        double meanLow,
    @Column(
            en = "upper end of the t interval of the mean",
            es = "extremo superior del intervalo t de la media")
        double meanHigh,
    @Column(
            en = "lower end of the binomial interval of the median",
            es = "extremo inferior del intervalo binomial de la mediana")
        double medianLow,
    @Column(
            en = "upper end of the binomial interval of the median",
            es = "extremo superior del intervalo binomial de la mediana")
        double medianHigh) {

  /** The summary of no values at all. */
  public static Summary none(long missing) {
    double no = Double.NaN;
    return new Summary(
        0, missing, no, no, no, no, no, no, no, no, no, no, no, no, no, no, 0L, no, no, no, no);
  }

  /** The summary of the same values, of which others than before are missing. */
  public Summary withMissing(long missing) {
    return missing == this.missing
        ? this
        : new Summary(
            n,
            missing,
            mean,
            sd,
            min,
            q1,
            median,
            q3,
            max,
            iqr,
            mad,
            trimmedMean,
            skewness,
            kurtosis,
            lowerFence,
            upperFence,
            outliers,
            meanLow,
            meanHigh,
            medianLow,
            medianHigh);
  }

  /** A component as an object; null where it is absent. */
  public static Double orNull(double component) {
    return Double.isNaN(component) ? null : component;
  }

  /** A number as a component; null is absent. */
  public static double orAbsent(Double number) {
    return number == null ? Double.NaN : number;
  }
}

package org.quipu.table.row;

import org.quipu.table.Column;

/**
 * The columns that describe a numeric variable; tables that hold a summary show each component as a
 * column of its own. Statistics that are undefined for the n at hand are null.
 */
public record Summary(
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
    @Column(
            en = "lower end of the 95 % t interval of the mean",
            es = "extremo inferior del intervalo t de 95 % de la media")
        Double meanLow,
    @Column(
            en = "upper end of the 95 % t interval of the mean",
            es = "extremo superior del intervalo t de 95 % de la media")
        Double meanHigh,
    @Column(
            en = "lower end of the 95 % binomial interval of the median",
            es = "extremo inferior del intervalo binomial de 95 % de la mediana")
        Double medianLow,
    @Column(
            en = "upper end of the 95 % binomial interval of the median",
            es = "extremo superior del intervalo binomial de 95 % de la mediana")
        Double medianHigh) {

  /** The summary of no values at all. */
  public static Summary none(long missing) {
    return new Summary(
        0, missing, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, 0L, null, null, null, null);
  }
}

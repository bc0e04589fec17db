package org.quipu.table.row;

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
    Long outliers) {

  /** The summary of no values at all. */
  public static Summary none(long missing) {
    return new Summary(
        0, missing, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, 0L);
  }
}

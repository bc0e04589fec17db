package org.quipu.stats;

import java.math.BigDecimal;

/**
 * The medcouple, a measure of skewness from −1 to 1 that a quarter of outliers cannot break: the
 * median of ((y − m) − (m − x)) / (y − x) over all pairs of values x ≤ m ≤ y, with m the median.
 * R's {@code robustbase::mc(doReflect = TRUE, doScale = FALSE)}.
 *
 * <p>Edge cases:
 *
 * <ul>
 *   <li>pairs of two of the c values that equal m: c(c−1)/2 of them count as −1, as many as 1, and
 *       c as 0
 *   <li>one value, or all values the same: 0
 * </ul>
 *
 * <p>Method: over ascending x and ascending y the term ascends, so that the pairs up to a number
 * are counted in one walk along the border, and the median is found by bisection between doubles:
 * some sixty walks over the distinct values. Reference: G. Brys, M. Hubert, A. Struyf, "A robust
 * measure of skewness", Journal of Computational and Graphical Statistics 13 (2004) 996–1017.
 * https://doi.org/10.1198/106186004X12632
 */
final class Medcouple {
  /** Distances from the median and counts, of the values below it and above it, outwards. */
  private final double[] below;

  private final double[] above;
  private final double[] countsBelow;
  private final double[] countsAbove;
  private final double atMedian;
  private final double totalBelow;
  private final double totalAbove;

  private Medcouple(FrequencyTable table) {
    BigDecimal median = OrderStatistics.median(table);
    long lower = table.countBelow(median);
    long upper = table.countAbove(median);
    int firstNotBelow = lower == 0 ? 0 : table.indexAtRank(lower - 1) + 1;
    int firstAbove = upper == 0 ? table.distinct() : table.indexAtRank(table.n() - upper);
    double[] distances = OrderStatistics.signedDistances(table, median);
    below = new double[firstNotBelow];
    countsBelow = new double[firstNotBelow];
    for (int i = 0; i < below.length; i++) {
      below[i] = -distances[firstNotBelow - 1 - i];
      countsBelow[i] = table.count(firstNotBelow - 1 - i);
    }
    above = new double[table.distinct() - firstAbove];
    countsAbove = new double[above.length];
    for (int i = 0; i < above.length; i++) {
      above[i] = distances[firstAbove + i];
      countsAbove[i] = table.count(firstAbove + i);
    }
    totalBelow = lower;
    totalAbove = upper;
    atMedian = table.n() - lower - upper;
  }

  /** The medcouple of a table that is not empty. */
  static double of(FrequencyTable table) {
    Medcouple pairs = new Medcouple(table);
    double all = (pairs.totalBelow + pairs.atMedian) * (pairs.totalAbove + pairs.atMedian);
    double half = Math.floor((all + 1) / 2);
    double low = pairs.ranked(half);
    return half * 2 == all && pairs.upTo(low) == half ? (low + pairs.next(low)) / 2 : low;
  }

  /** The least double that as many pairs as the rank do not exceed. */
  private double ranked(double rank) {
    long low = -1;
    long high = 2 * bits(1);
    while (low + 1 < high) {
      long middle = (low + high) >>> 1;
      if (upTo(number(middle)) >= rank) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return number(high);
  }

  /** Doubles from −1 to 1 numbered in their order. */
  private static double number(long position) {
    long fromZero = position - bits(1);
    return Math.copySign(Double.longBitsToDouble(Math.abs(fromZero)), fromZero) + 0.0;
  }

  private static long bits(double value) {
    return Double.doubleToRawLongBits(value);
  }

  /** The least term above a number from −1 to 1, exclusive. */
  private double next(double limit) {
    double next = limit < 0 && atMedian > 0 ? 0 : 1;
    int j = 0;
    for (int i = 0; i < below.length && j < above.length; i++) {
      while (j < above.length && term(i, j) <= limit) {
        j++;
      }
      if (j < above.length) {
        next = Math.min(next, term(i, j));
      }
    }
    return next;
  }

  /** Number of pairs whose term is not above a number from −1 to 1. */
  private double upTo(double limit) {
    double ties = atMedian * (atMedian - 1) / 2;
    double pairs = ties + atMedian * totalBelow;
    if (limit >= 0) {
      pairs += atMedian;
    }
    if (limit >= 1) {
      return pairs + ties + atMedian * totalAbove + totalBelow * totalAbove;
    }
    // The farther below, the less the term: more of the values above keep to the limit.
    double kept = 0;
    int j = 0;
    for (int i = 0; i < below.length; i++) {
      while (j < above.length && term(i, j) <= limit) {
        kept += countsAbove[j++];
      }
      pairs += kept * countsBelow[i];
    }
    return pairs;
  }

  private double term(int i, int j) {
    return (above[j] - below[i]) / (above[j] + below[i]);
  }
}

package org.quipu.stats;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/**
 * Lines through pairs (x, y): least squares, and one that outliers do not turn.
 *
 * <ul>
 *   <li>pairs with a missing number (NaN) are left out
 *   <li>fewer than 2 pairs, an infinite number, or a constant x: no line
 * </ul>
 */
public final class Lines {
  private Lines() {}

  /** The line that leaves the least sum of squares of y, from exact sums. */
  public static Optional<Line> leastSquares(double[] x, double[] y) {
    Pairs pairs = Pairs.complete(x, y);
    if (!hasLine(pairs)) {
      return Optional.empty();
    }
    PairSums sums = PairSums.of(pairs.x(), pairs.y());
    BigDecimal spread = sums.spreadX();
    // (Σy − slope Σx) / n, with the slope as an exact fraction.
    BigDecimal rest = sums.y().multiply(spread).subtract(sums.covariation().multiply(sums.x()));
    return line(
        quotient(sums.covariation(), spread),
        quotient(rest, spread.multiply(BigDecimal.valueOf(sums.n()))));
  }

  /**
   * The Theil–Sen line: the median of the slopes between all two points of different x, and the
   * median of y − slope · x. Up to 29 % of the points may be moved anywhere without moving it far.
   *
   * <p>Takes n² steps and no memory beyond a table of counts. P. K. Sen, "Estimates of the
   * regression coefficient based on Kendall's tau", JASA 63 (1968) 1379–1389,
   * https://doi.org/10.1080/01621459.1968.10480934.
   */
  public static Optional<Line> theilSen(double[] x, double[] y) {
    Pairs pairs = Pairs.complete(x, y);
    if (!hasLine(pairs)) {
      return Optional.empty();
    }
    double slope = new MedianSlope(pairs.x(), pairs.y()).value();
    double[] rest = new double[pairs.n()];
    Arrays.setAll(rest, i -> pairs.y()[i] - slope * pairs.x()[i]);
    Arrays.sort(rest);
    int middle = rest.length / 2;
    return line(
        slope,
        rest.length % 2 == 1 ? rest[middle] : MedianSlope.between(rest[middle - 1], rest[middle]));
  }

  private static boolean hasLine(Pairs pairs) {
    return pairs.n() >= 2
        && Pairs.finite(pairs.x())
        && Pairs.finite(pairs.y())
        && !Pairs.constant(pairs.x());
  }

  private static Optional<Line> line(double slope, double intercept) {
    return Double.isFinite(slope) && Double.isFinite(intercept)
        ? Optional.of(new Line(slope, intercept))
        : Optional.empty();
  }

  private static double quotient(BigDecimal numerator, BigDecimal denominator) {
    return numerator.divide(denominator, PairSums.QUOTIENT).doubleValue();
  }
}

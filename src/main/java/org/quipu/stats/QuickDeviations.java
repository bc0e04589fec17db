package org.quipu.stats;

/**
 * How far the values of a table are from their mean, as {@link QuickDescription} has it: what the
 * standard deviation and the moments are made of.
 *
 * <p>With c the mean rounded to a double, x − c is the sum of two doubles without rounding; what
 * rounding took from the mean, and from the value, is put back into the second.
 */
final class QuickDeviations {
  /** Relative error of a sum of squares, where the deviations are not far below the values. */
  private static final double SQUARES_ERROR = 0x1p-76;

  private static final double LEAST_SPREAD = 0x1p-18;

  private final FrequencyTable table;

  /** Each value less the mean as a double; NaN where it is not certain which. */
  private final double[] rounded;

  private final Twofold squares;
  private final double squaresError;

  /**
   * The deviations of the values of a table that is not empty.
   *
   * @param centre the mean rounded to a double
   * @param rest what the mean is more than that
   * @param error how far the mean, and of decimals each deviation, may be from the exact one; 0
   *     where all are exact, and of decimals so is the centre
   * @param largest the size of the largest value
   */
  QuickDeviations(FrequencyTable table, double centre, double rest, double error, double largest) {
    this.table = table;
    this.rounded = new double[table.distinct()];
    TwofoldSum sum = new TwofoldSum();
    boolean decimal = table.isDecimal() && error > 0;
    for (int i = 0; i < rounded.length; i++) {
      double value = table.value(i);
      double distance = value - centre;
      double back = value - distance;
      double lost = (value - (distance + back)) + (back - centre);
      double low = lost + table.rest(i) - rest;
      rounded[i] =
          decimal
              ? Twofold.sum(distance, low).rounded(error)
              : certain(distance - (rest - error), distance - (rest + error));
      double square = distance * distance;
      double more = Math.fma(distance, distance, -square) + low * (2 * distance + low);
      sum.add(square, more, table.count(i));
    }
    this.squares = sum.value();
    boolean spread = squares.high() > LEAST_SPREAD * LEAST_SPREAD * largest * largest * table.n();
    this.squaresError = spread ? sum.error() : Double.NaN;
  }

  private static double certain(double down, double up) {
    return down == up ? up : Double.NaN;
  }

  /** Σ(x − mean)² over two divisors; NaN where not certain, as when the values hardly differ. */
  double squaresOver(double divisor, double further) {
    Twofold result = squares.over(divisor).over(further);
    return result.rounded(result.high() * SQUARES_ERROR + 4 * squaresError / divisor / further);
  }

  /** Skewness and kurtosis of at least three values that are not all the same; null if unsure. */
  Moments moments() {
    for (double deviation : rounded) {
      if (Double.isNaN(deviation)) {
        return null;
      }
    }
    return Moments.of(table, rounded);
  }
}

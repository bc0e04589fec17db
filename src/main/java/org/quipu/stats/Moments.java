package org.quipu.stats;

/**
 * Skewness and kurtosis of a sample from its central moments.
 *
 * <p>Edge cases: null where n is too small (3 for skewness, 4 for kurtosis) all values are the
 * same, or they lie further apart than a double can hold.
 *
 * <p>Method: deviations are taken from the mean before rounding and divided by the largest, then
 * their powers are summed exactly. Order has no influence.
 *
 * @param skewness G1 of Joanes and Gill (1998)
 * @param kurtosis G2 of the same, in excess of the normal distribution's
 */
record Moments(Double skewness, Double kurtosis) {
  static Moments of(FrequencyTable table) {
    double n = table.n();
    PowerSums sums = table.powerSums();
    if (n < 3 || sums.constant() || sums.mean() == null) {
      return new Moments(null, null);
    }
    double[] deviations = OrderStatistics.signedDistances(table, sums.exactMean());
    double largest = Math.max(-deviations[0], deviations[deviations.length - 1]);
    if (Double.isInfinite(largest)) {
      return new Moments(null, null);
    }
    ExactSum second = new ExactSum();
    ExactSum third = new ExactSum();
    ExactSum fourth = new ExactSum();
    for (int i = 0; i < deviations.length; i++) {
      double d = deviations[i] / largest;
      second.addSquare(d, table.count(i));
      third.add(d * d * d, table.count(i));
      fourth.addSquare(d * d, table.count(i));
    }
    return of(table.n(), second.rounded(), third.rounded(), fourth.rounded());
  }

  /**
   * From the sums of the second, third and fourth powers of deviations, divided by the largest of
   * them; there are at least 3.
   */
  static Moments of(double n, double second, double third, double fourth) {
    double m2 = second / n;
    double m3 = third / n;
    double m4 = fourth / n;
    double g1 = m3 / Math.pow(m2, 1.5);
    double g2 = m4 / (m2 * m2) - 3;
    return new Moments(
        Math.sqrt(n * (n - 1)) / (n - 2) * g1,
        n < 4 ? null : (Double) ((n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * g2 + 6)));
  }
}

package org.quipu.stats;

/**
 * Skewness and kurtosis of a sample from its central moments.
 *
 * <p>Edge cases: null where n is too small (below 3 for skewness, below 4 for kurtosis), where all
 * values are the same, or where they lie further apart than a double can hold.
 *
 * <p>Method: deviations are taken from the mean before rounding and divided by the largest, and
 * their powers summed from the least value up, so that the order of rows has no influence: even
 * powers, of which none cancels another, with what each addition loses, cubes exactly. Reference:
 * A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54
 * (1974) 39–51. https://doi.org/10.1002/zamm.19740540106
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
    double most = Math.max(-deviations[0], deviations[deviations.length - 1]);
    return Double.isInfinite(most) ? new Moments(null, null) : of(table, deviations);
  }

  /**
   * Of at least three values that are not all the same.
   *
   * @param deviations of the distinct values from the mean, ascending
   */
  static Moments of(FrequencyTable table, double[] deviations) {
    double largest = Math.max(-deviations[0], deviations[deviations.length - 1]);
    double second = 0;
    double secondLost = 0;
    double fourth = 0;
    double fourthLost = 0;
    TwofoldSum third = new TwofoldSum();
    for (int i = 0; i < deviations.length; i++) {
      double count = table.count(i);
      double d = deviations[i] / largest;
      double square = d * d;
      double term = square * count;
      double sum = second + term;
      secondLost += lost(second, term, sum);
      second = sum;
      term = square * square * count;
      sum = fourth + term;
      fourthLost += lost(fourth, term, sum);
      fourth = sum;
      third.add(square * d, 0, count);
    }
    double cubes = third.rounded();
    return of(
        table.n(),
        second + secondLost,
        Double.isNaN(cubes) ? cubes(table, deviations, largest) : cubes,
        fourth + fourthLost);
  }

  /** What rounding took from a sum. */
  private static double lost(double before, double term, double sum) {
    double part = sum - before;
    return (before - (sum - part)) + (term - part);
  }

  private static double cubes(FrequencyTable table, double[] deviations, double largest) {
    ExactSum sum = new ExactSum();
    for (int i = 0; i < deviations.length; i++) {
      double d = deviations[i] / largest;
      sum.add(d * d * d, table.count(i));
    }
    return sum.rounded();
  }

  /**
   * From the sums of the second, third and fourth powers of deviations, divided by the largest of
   * them; there are at least 3.
   */
  private static Moments of(double n, double second, double third, double fourth) {
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

package org.quipu.sample;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Dimension scores far outside the scale that carry a published mean, SD and maximum. */
final class ExtremeScores {
  private ExtremeScores() {}

  /**
   * Scores that, together with the others, have the mean, standard deviation (n − 1) and maximum.
   *
   * <p>The largest is the maximum itself. The distances of the others from it are {@code a·q^b},
   * where q runs evenly from 0 to 1. Mean and SD fix the sum and the sum of squares of the
   * distances; their ratio depends on b alone and grows with it, so that b follows by bisection and
   * a from the sum.
   *
   * @param others the scores within the scale
   * @param count how many scores to give
   * @return the scores, highest first
   * @throws IllegalArgumentException when no such distances exist, or a score would be no outlier
   */
  static double[] fit(double[] others, int count, double mean, double sd, double max) {
    int n = others.length + count;
    double sumOfDistances = n * (max - mean) - DoubleStream.of(others).map(x -> max - x).sum();
    double sumOfSquares =
        (n - 1) * sd * sd
            + n * (max - mean) * (max - mean)
            - DoubleStream.of(others).map(x -> (max - x) * (max - x)).sum();
    double ratio = sumOfSquares / (sumOfDistances * sumOfDistances);
    double low = 0.01;
    double high = 20;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      double sum = DoubleStream.of(powers(count, middle)).sum();
      double squares = DoubleStream.of(powers(count, 2 * middle)).sum();
      if (squares / (sum * sum) < ratio) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double[] powers = powers(count, low);
    double factor = sumOfDistances / DoubleStream.of(powers).sum();
    double[] scores = Arrays.stream(powers).map(p -> max - factor * p).toArray();
    boolean solved = low > 0.02 && high < 19 && factor > 0;
    if (!solved || scores[count - 1] < 2 * Instrument.HIGHEST) {
      throw new IllegalArgumentException(
          "%d scores cannot carry mean %s, SD %s and maximum %s beside scores of mean %s: b = %s, lowest %s"
              .formatted(
                  count,
                  mean,
                  sd,
                  max,
                  DoubleStream.of(others).average().orElse(0),
                  low,
                  scores[count - 1]));
    }
    return scores;
  }

  private static double[] powers(int count, double exponent) {
    return IntStream.range(0, count)
        .mapToDouble(i -> StrictMath.pow((double) i / (count - 1), exponent))
        .toArray();
  }
}

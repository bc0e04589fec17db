package org.quipu.stats;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Correlation of two variables after others, by elimination in the matrix of cross-products. */
final class PartialCorrelation {
  private static final String METHOD = "partial_pearson";
  private static final MathContext DIGITS = new MathContext(120);

  /** A variable of which less than this share is left over is determined by those before it. */
  private static final BigDecimal DETERMINED = new BigDecimal("1e-60");

  private PartialCorrelation() {}

  static Correlation of(double[] x, double[] y, double confidence, double[][] controls) {
    double[][] given = new double[controls.length + 2][];
    given[0] = x;
    given[1] = y;
    System.arraycopy(controls, 0, given, 2, controls.length);
    double[][] variables = complete(given);
    int n = variables[0].length;
    if (!Arrays.stream(variables).allMatch(Pairs::finite)) {
      return Correlation.undefined(METHOD, n, Undefined.infinite());
    }
    if (n < Correlations.LEAST_PAIRS + controls.length) {
      Reason few =
          Undefined.tooFew(
              "observaciones completas",
              "complete observations",
              n,
              Correlations.LEAST_PAIRS + controls.length);
      return Correlation.undefined(METHOD, n, few);
    }
    BigDecimal[][] products = crossProducts(variables);
    BigDecimal[] whole = diagonal(products);
    int eliminated = eliminate(products, whole);
    if (determined(products[0][0], whole[0]) || determined(products[1][1], whole[1])) {
      Reason constant =
          Undefined.noVariance(
              "Las variables de control no dejan variación en una de las variables.",
              "The controls leave no variation in one of the variables.");
      return Correlation.undefined(METHOD, n, constant);
    }
    return Correlations.linear(
        METHOD, n, eliminated, moment(products, whole), LeaveOneOut.NONE, confidence);
  }

  /** The coefficient of what is left; ±1 where x determines the rest of y but for rounding. */
  private static ProductMoment moment(BigDecimal[][] products, BigDecimal[] whole) {
    BigDecimal xy = products[0][1].round(DIGITS);
    BigDecimal unexplained =
        products[1][1].subtract(xy.multiply(xy).divide(products[0][0], DIGITS), DIGITS);
    return determined(unexplained, whole[1])
        ? ProductMoment.of(xy.signum())
        : ProductMoment.of(products[0][0], products[1][1], xy);
  }

  private static double[][] complete(double[][] variables) {
    for (double[] variable : variables) {
      if (variable.length != variables[0].length) {
        throw new IllegalArgumentException(
            "variables have "
                + variables[0].length
                + " and "
                + variable.length
                + " values; they need as many of each");
      }
    }
    int[] index =
        IntStream.range(0, variables[0].length)
            .filter(i -> Arrays.stream(variables).noneMatch(v -> Double.isNaN(v[i])))
            .toArray();
    return Arrays.stream(variables).map(v -> Pairs.pick(v, index)).toArray(double[][]::new);
  }

  /** n Σab − Σa Σb of every two variables. */
  private static BigDecimal[][] crossProducts(double[][] variables) {
    int k = variables.length;
    BigDecimal[][] products = new BigDecimal[k][k];
    for (int a = 0; a < k; a++) {
      for (int b = a; b < k; b++) {
        products[a][b] = PairSums.of(variables[a], variables[b]).covariation();
        products[b][a] = products[a][b];
      }
    }
    return products;
  }

  /** Takes the controls out of x and y, the one with most left over first; returns how many. */
  private static int eliminate(BigDecimal[][] products, BigDecimal[] whole) {
    boolean[] done = new boolean[products.length];
    int eliminated = 0;
    for (int step = 2; step < products.length; step++) {
      int pivot = -1;
      for (int a = 2; a < products.length; a++) {
        if (!done[a]
            && !determined(products[a][a], whole[a])
            && (pivot < 0
                || share(products, whole, a).compareTo(share(products, whole, pivot)) > 0)) {
          pivot = a;
        }
      }
      if (pivot < 0) {
        break;
      }
      done[pivot] = true;
      eliminated++;
      BigDecimal[] row = products[pivot].clone();
      for (int a = 0; a < products.length; a++) {
        for (int b = 0; b < products.length; b++) {
          if (!done[a] && !done[b]) {
            BigDecimal taken = row[a].multiply(row[b]).divide(row[pivot], DIGITS);
            products[a][b] = products[a][b].subtract(taken, DIGITS);
          }
        }
      }
    }
    return eliminated;
  }

  private static BigDecimal share(BigDecimal[][] products, BigDecimal[] whole, int a) {
    return products[a][a].divide(whole[a], DIGITS);
  }

  private static boolean determined(BigDecimal left, BigDecimal whole) {
    return whole.signum() == 0 || left.compareTo(whole.multiply(DETERMINED)) <= 0;
  }

  private static BigDecimal[] diagonal(BigDecimal[][] matrix) {
    return IntStream.range(0, matrix.length).mapToObj(i -> matrix[i][i]).toArray(BigDecimal[]::new);
  }
}

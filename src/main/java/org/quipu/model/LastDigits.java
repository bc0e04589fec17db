package org.quipu.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.apache.spark.ml.feature.OffsetInstance;

/**
 * The last digits of a logistic fit, the same in every process.
 *
 * <p>In which order MLlib's linear algebra adds depends on the JVM: with the module {@code
 * jdk.incubator.vector}, which spark-submit asks for and a laptop's start does not, or with a
 * native library, its fits differ by 1e-14. Here their first digits are the start of Newton's
 * method, whose three steps are plain arithmetic in the order of the rows.
 */
final class LastDigits {
  /** MLlib's fits agree on far more; what they do not agree on is rounded away. */
  private static final MathContext AGREED = new MathContext(8);

  /** From eight digits to sixteen in one; the others make up for a start that is off. */
  private static final int STEPS = 3;

  private LastDigits() {}

  /**
   * The coefficients of maximum likelihood.
   *
   * @param coefficients near it, the intercept first
   * @param rows what they were fitted to
   */
  static double[] of(double[] coefficients, List<OffsetInstance> rows) {
    double[] fitted = new double[coefficients.length];
    for (int j = 0; j < fitted.length; j++) {
      fitted[j] = new BigDecimal(coefficients[j]).round(AGREED).doubleValue();
    }
    for (int step = 0; step < STEPS; step++) {
      advance(fitted, rows);
    }
    return fitted;
  }

  private static void advance(double[] fitted, List<OffsetInstance> rows) {
    int n = fitted.length;
    double[] score = new double[n];
    double[][] information = new double[n][n];
    double[] x = new double[n];
    x[0] = 1;
    for (OffsetInstance row : rows) {
      System.arraycopy(row.features().toArray(), 0, x, 1, n - 1);
      double logit = 0;
      for (int j = 0; j < n; j++) {
        logit += fitted[j] * x[j];
      }
      double p = 1 / (1 + StrictMath.exp(-logit));
      for (int j = 0; j < n; j++) {
        score[j] += row.weight() * (row.label() - p) * x[j];
        for (int k = 0; k < n; k++) {
          information[j][k] += row.weight() * p * (1 - p) * x[j] * x[k];
        }
      }
    }
    double[][] covariance = Matrices.inverse(information);
    for (int j = 0; j < n; j++) {
      for (int k = 0; k < n; k++) {
        fitted[j] += covariance[j][k] * score[k];
      }
    }
  }
}

package org.quipu.model;

/** What little algebra of small matrices the models need. */
final class Matrices {
  private Matrices() {}

  static double[][] product(double[][] a, double[][] b) {
    double[][] product = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < b.length; k++) {
        for (int j = 0; j < b[0].length; j++) {
          product[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return product;
  }

  /**
   * Inverse of a symmetric positive definite matrix, by Cholesky's factor.
   *
   * @throws IllegalArgumentException if it is not positive definite
   */
  static double[][] inverse(double[][] matrix) {
    int size = matrix.length;
    double[][] lower = cholesky(matrix);
    double[][] inverse = new double[size][size];
    for (int column = 0; column < size; column++) {
      double[] x = new double[size];
      x[column] = 1;
      for (int i = 0; i < size; i++) {
        for (int k = 0; k < i; k++) {
          x[i] -= lower[i][k] * x[k];
        }
        x[i] /= lower[i][i];
      }
      for (int i = size - 1; i >= 0; i--) {
        for (int k = i + 1; k < size; k++) {
          x[i] -= lower[k][i] * x[k];
        }
        x[i] /= lower[i][i];
      }
      inverse[column] = x;
    }
    return inverse;
  }

  private static double[][] cholesky(double[][] matrix) {
    int size = matrix.length;
    double[][] lower = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        if (i == j && !(sum > 0)) {
          throw new IllegalArgumentException("the matrix is not positive definite");
        }
        lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
      }
    }
    return lower;
  }
}

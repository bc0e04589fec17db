package org.quipu.stats;

import java.math.BigDecimal;
import java.math.MathContext;

/** Linear equations with a symmetric, positive definite matrix, to fifty digits. */
final class Elimination {
  private static final MathContext DIGITS = new MathContext(60);

  /** A pivot below this share of its diagonal is 0 but for rounding, to 34 digits, of scores. */
  private static final BigDecimal SINGULAR = new BigDecimal("1e-28");

  private Elimination() {}

  /** X with A X = B; null where A is singular. */
  static BigDecimal[][] solve(BigDecimal[][] a, BigDecimal[][] b) {
    int n = a.length;
    BigDecimal[][] left = copy(a);
    BigDecimal[][] right = copy(b);
    for (int pivot = 0; pivot < n; pivot++) {
      if (left[pivot][pivot].compareTo(a[pivot][pivot].multiply(SINGULAR)) <= 0) {
        return null;
      }
      for (int row = 0; row < n; row++) {
        if (row != pivot && left[row][pivot].signum() != 0) {
          BigDecimal factor = left[row][pivot].divide(left[pivot][pivot], DIGITS);
          // Before the pivot its row is 0, and the pivot's column is not looked at again.
          subtract(left[row], left[pivot], factor, pivot + 1);
          subtract(right[row], right[pivot], factor, 0);
        }
      }
    }
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < right[row].length; column++) {
        right[row][column] = right[row][column].divide(left[row][row], DIGITS);
      }
    }
    return right;
  }

  private static void subtract(BigDecimal[] row, BigDecimal[] pivot, BigDecimal factor, int from) {
    for (int column = from; column < row.length; column++) {
      row[column] = row[column].subtract(factor.multiply(pivot[column]), DIGITS);
    }
  }

  private static BigDecimal[][] copy(BigDecimal[][] matrix) {
    BigDecimal[][] copy = new BigDecimal[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      copy[i] = matrix[i].clone();
    }
    return copy;
  }
}

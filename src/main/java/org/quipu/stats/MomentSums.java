package org.quipu.stats;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sums and sums of products of n rows of k measurements, without rounding: all that a
 * repeated-measures analysis of variance needs. Sums of parts add up to the sums of the whole.
 *
 * @param n rows
 * @param sums for each column j, Σ x<sub>j</sub>
 * @param products for columns j and l, Σ x<sub>j</sub> x<sub>l</sub>: k lists of k, symmetric
 */
public record MomentSums(long n, List<BigDecimal> sums, List<List<BigDecimal>> products) {
  public MomentSums {
    int k = sums.size();
    if (products.size() != k || products.stream().anyMatch(row -> row.size() != k)) {
      throw new IllegalArgumentException(
          "products of " + k + " columns are " + k + " lists of " + k + " each");
    }
    sums = List.copyOf(sums);
    products = products.stream().map(List::copyOf).toList();
  }

  /** The sums of no rows of k measurements. */
  public static MomentSums none(int k) {
    List<BigDecimal> zeros = Collections.nCopies(k, BigDecimal.ZERO);
    return new MomentSums(0, zeros, Collections.nCopies(k, zeros));
  }

  /** The sums of a matrix, a row for each subject; all rows are of one length, and finite. */
  public static MomentSums of(double[][] rows) {
    int k = rows.length == 0 ? 0 : rows[0].length;
    ExactSum[] sums = new ExactSum[k];
    ExactSum[][] products = new ExactSum[k][k];
    for (int j = 0; j < k; j++) {
      sums[j] = new ExactSum();
      for (int l = 0; l <= j; l++) {
        products[j][l] = new ExactSum();
        products[l][j] = products[j][l];
      }
    }
    for (double[] row : rows) {
      check(row, k);
      for (int j = 0; j < k; j++) {
        sums[j].add(row[j], 1);
        for (int l = 0; l <= j; l++) {
          products[j][l].addProduct(row[j], row[l], 1);
        }
      }
    }
    return new MomentSums(
        rows.length,
        Arrays.stream(sums).map(ExactSum::value).toList(),
        Arrays.stream(products)
            .map(row -> Arrays.stream(row).map(ExactSum::value).toList())
            .toList());
  }

  /** Number of measurements a row. */
  public int k() {
    return sums.size();
  }

  /** The sums of these rows and those together; both have the same number of measurements. */
  public MomentSums plus(MomentSums that) {
    if (k() != that.k()) {
      throw new IllegalArgumentException(
          "rows of " + k() + " measurements and rows of " + that.k() + " do not go together");
    }
    List<List<BigDecimal>> added = new ArrayList<>();
    for (int j = 0; j < k(); j++) {
      added.add(added(products.get(j), that.products.get(j)));
    }
    return new MomentSums(Math.addExact(n, that.n), added(sums, that.sums), added);
  }

  /** n Σ x<sub>j</sub> x<sub>l</sub> − Σ x<sub>j</sub> Σ x<sub>l</sub>: n² times the covariance. */
  BigDecimal scaledCovariance(int j, int l) {
    return products
        .get(j)
        .get(l)
        .multiply(BigDecimal.valueOf(n))
        .subtract(sums.get(j).multiply(sums.get(l)));
  }

  /** n, Σx and Σx² of a column. */
  PowerSums column(int j) {
    return new PowerSums(n, sums.get(j), products.get(j).get(j));
  }

  static void check(double[] row, int k) {
    if (row.length != k) {
      throw new IllegalArgumentException(
          "a row has " + row.length + " measurements, the first has " + k);
    }
    for (double value : row) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "a row holds " + value + "; allowed are complete rows of finite numbers");
      }
    }
  }

  private static List<BigDecimal> added(List<BigDecimal> a, List<BigDecimal> b) {
    return IntStream.range(0, a.size()).mapToObj(i -> a.get(i).add(b.get(i))).toList();
  }
}

package org.quipu.stats;

import java.math.BigDecimal;

/**
 * The sums of squares of repeated measurements: between measurements, and the rest that neither
 * measurement nor subject explains; and how evenly that rest is spread.
 *
 * @param n subjects
 * @param k measurements of each
 * @param between Σ<sub>j</sub> n (mean<sub>j</sub> − mean)²
 * @param error Σ (x<sub>ij</sub> − mean<sub>i</sub> − mean<sub>j</sub> + mean)²
 * @param epsilon Greenhouse and Geisser's ε, from 1/(k−1) to 1; null without error
 */
record RepeatedSplit(long n, int k, BigDecimal between, BigDecimal error, Double epsilon) {
  static RepeatedSplit of(MomentSums rows) {
    int k = rows.k();
    BigDecimal n = BigDecimal.valueOf(rows.n());
    BigDecimal columns = BigDecimal.valueOf(k);
    BigDecimal squares = BigDecimal.ZERO;
    // All sums below are whole combinations of exact sums; what is divided last is the result.
    BigDecimal grand = BigDecimal.ZERO;
    BigDecimal squaredSums = BigDecimal.ZERO;
    BigDecimal[] rowSums = new BigDecimal[k];
    BigDecimal all = BigDecimal.ZERO;
    BigDecimal trace = BigDecimal.ZERO;
    BigDecimal squaredCovariances = BigDecimal.ZERO;
    for (int j = 0; j < k; j++) {
      grand = grand.add(rows.sums().get(j));
      squares = squares.add(rows.products().get(j).get(j));
      squaredSums = squaredSums.add(rows.sums().get(j).pow(2));
      trace = trace.add(rows.scaledCovariance(j, j));
      rowSums[j] = BigDecimal.ZERO;
      for (int l = 0; l < k; l++) {
        BigDecimal covariance = rows.scaledCovariance(j, l);
        rowSums[j] = rowSums[j].add(covariance);
        squaredCovariances = squaredCovariances.add(covariance.pow(2));
      }
      all = all.add(rowSums[j]);
    }
    // n k between, and n k error: the trace of the covariances centred by row and column.
    BigDecimal between = columns.multiply(squaredSums).subtract(grand.pow(2));
    BigDecimal cells = n.multiply(columns);
    BigDecimal centredTrace =
        Residue.ofSquares(columns.multiply(trace).subtract(all), squares.multiply(cells));
    BigDecimal squaredRowSums = BigDecimal.ZERO;
    for (BigDecimal rowSum : rowSums) {
      squaredRowSums = squaredRowSums.add(rowSum.pow(2));
    }
    // k² times the sum of the squared centred covariances.
    BigDecimal centredSquares =
        columns
            .pow(2)
            .multiply(squaredCovariances)
            .subtract(columns.multiply(squaredRowSums).multiply(BigDecimal.valueOf(2)))
            .add(all.pow(2));
    return new RepeatedSplit(
        rows.n(),
        k,
        between.divide(cells, PowerSums.QUOTIENT),
        centredTrace.divide(cells, PowerSums.QUOTIENT),
        PowerSums.quotient(
            centredTrace.pow(2), centredSquares.multiply(BigDecimal.valueOf(k - 1L))));
  }

  /** The variance ratio with k − 1 and (k − 1)(n − 1) degrees of freedom; error is not 0. */
  Double f() {
    return PowerSums.quotient(between.multiply(BigDecimal.valueOf(n - 1)), error);
  }

  /** between / (between + error). */
  Double partialEtaSquared() {
    return PowerSums.quotient(between, between.add(error));
  }
}

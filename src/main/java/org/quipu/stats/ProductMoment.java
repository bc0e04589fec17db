package org.quipu.stats;

import java.math.BigDecimal;

/**
 * A product-moment coefficient r together with 1 − r², each correctly rounded from exact sums, so
 * that t keeps its digits where r is so near to 1 that 1 − r² would cancel.
 *
 * @param r coefficient, from -1 to 1
 * @param unexplained 1 − r²; 0 only where the points lie exactly on a line
 */
record ProductMoment(double r, double unexplained) {

  /** From Σ(x − x̄)², Σ(y − ȳ)² and Σ(x − x̄)(y − ȳ), or any one multiple of the three. */
  static ProductMoment of(BigDecimal xx, BigDecimal yy, BigDecimal xy) {
    if (xx.signum() <= 0 || yy.signum() <= 0) {
      return null;
    }
    BigDecimal whole = xx.multiply(yy);
    BigDecimal square = xy.multiply(xy);
    double explained = square.divide(whole, PairSums.QUOTIENT).doubleValue();
    double rest = whole.subtract(square).divide(whole, PairSums.QUOTIENT).doubleValue();
    return new ProductMoment(xy.signum() * Math.sqrt(explained), rest);
  }

  /** t = r √(df / (1 − r²)); null where it is infinite. */
  Double t(double df) {
    double t = Math.sqrt(df) * r / Math.sqrt(unexplained);
    return Double.isFinite(t) ? t : null;
  }

  /** Two-sided p of {@link #t}; {@link Tails#LEAST} where t is infinite. */
  double pValue(double df) {
    Double t = t(df);
    return t == null ? Tails.LEAST : Tails.tTwoSided(t, df);
  }

  /** Fisher's z = artanh r; infinite where r is 1. */
  double fisherZ() {
    double size = Math.abs(r);
    double z =
        size < 0.5
            ? (Math.log1p(size) - Math.log1p(-size)) / 2
            : Math.log1p(size) - Math.log(unexplained) / 2;
    return Math.copySign(z, r);
  }
}

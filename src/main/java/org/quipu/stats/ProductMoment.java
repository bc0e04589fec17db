package org.quipu.stats;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A product-moment coefficient r together with 1 − r², each correctly rounded from exact sums, so
 * that t keeps its digits where r is so near to 1 that 1 − r² would cancel.
 *
 * @param r coefficient, from -1 to 1
 * @param unexplained 1 − r²; 0 only where the points lie exactly on a line
 */
record ProductMoment(double r, double unexplained) {

  /** Relative error of few operations on {@link Twofold} numbers, with a wide margin. */
  private static final double ERROR = 0x1p-96;

  /** Below, products may have fewer bits than normal doubles. */
  private static final double LEAST = 0x1p-300;

  /** Of a coefficient of which only its double is known. */
  static ProductMoment of(double r) {
    return new ProductMoment(r, (1 - r) * (1 + r));
  }

  /** From Σ(x − x̄)², Σ(y − ȳ)² and Σ(x − x̄)(y − ȳ), or any one multiple of the three. */
  static ProductMoment of(BigDecimal xx, BigDecimal yy, BigDecimal xy) {
    if (xx.signum() <= 0 || yy.signum() <= 0) {
      return null;
    }
    BigDecimal whole = xx.multiply(yy);
    BigDecimal square = xy.multiply(xy);
    double explained = Rounding.quotient(square, whole);
    double rest = Rounding.quotient(whole.subtract(square), whole);
    return new ProductMoment(xy.signum() * Math.sqrt(explained), rest);
  }

  /** The same of whole numbers. */
  static ProductMoment of(BigInteger xx, BigInteger yy, BigInteger xy) {
    if (Math.max(Math.max(xx.bitLength(), yy.bitLength()), xy.bitLength()) < 62) {
      ProductMoment quick =
          quick(
              Twofold.of(xx.longValue()),
              Twofold.of(yy.longValue()),
              Twofold.of(xy.longValue()),
              0);
      if (quick != null) {
        return quick;
      }
    }
    return of(new BigDecimal(xx), new BigDecimal(yy), new BigDecimal(xy));
  }

  /**
   * The same of numbers known to twice a double's precision; null where it is not certain how the
   * exact ones round.
   *
   * @param error how far each product of two of the three may be from the exact one, as a share of
   *     {@code xx · yy}
   */
  static ProductMoment quick(Twofold xx, Twofold yy, Twofold xy, double error) {
    Twofold whole = xx.times(yy);
    Twofold explained = xy.times(xy).over(whole);
    Twofold rest = new Twofold(1, 0).minus(explained);
    double bound = error + ERROR;
    boolean normal = xx.high() > LEAST && yy.high() > LEAST;
    if (!(normal && explained.high() > bound && rest.high() > bound)) {
      return null;
    }
    double square = explained.rounded(bound);
    double unexplained = rest.rounded(bound);
    return Double.isNaN(square + unexplained)
        ? null
        : new ProductMoment(Math.signum(xy.high()) * Math.sqrt(square), unexplained);
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

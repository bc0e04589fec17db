package org.quipu.stats;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/**
 * The sums of pairs that a product-moment correlation needs, without rounding: the same pairs in
 * any order give the same sums, and the sums without one pair follow by subtraction.
 *
 * @param n number of pairs
 * @param x Σx
 * @param y Σy
 * @param xx Σx²
 * @param yy Σy²
 * @param xy Σxy
 */
record PairSums(long n, BigDecimal x, BigDecimal y, BigDecimal xx, BigDecimal yy, BigDecimal xy) {
  /** Digits of a quotient before it is rounded to a double, which has 17. */
  static final MathContext QUOTIENT = new MathContext(40);

  static PairSums of(double[] x, double[] y) {
    BigDecimal[] sums = new BigDecimal[5];
    Arrays.fill(sums, BigDecimal.ZERO);
    for (int i = 0; i < x.length; i++) {
      BigDecimal xi = new BigDecimal(x[i]);
      BigDecimal yi = new BigDecimal(y[i]);
      sums[0] = sums[0].add(xi);
      sums[1] = sums[1].add(yi);
      sums[2] = sums[2].add(xi.multiply(xi));
      sums[3] = sums[3].add(yi.multiply(yi));
      sums[4] = sums[4].add(xi.multiply(yi));
    }
    return new PairSums(x.length, sums[0], sums[1], sums[2], sums[3], sums[4]);
  }

  PairSums without(double x1, double y1) {
    BigDecimal bx = new BigDecimal(x1);
    BigDecimal by = new BigDecimal(y1);
    return new PairSums(
        n - 1,
        x.subtract(bx),
        y.subtract(by),
        xx.subtract(bx.multiply(bx)),
        yy.subtract(by.multiply(by)),
        xy.subtract(bx.multiply(by)));
  }

  /** n Σx² − (Σx)²: n (n − 1) times the variance of x. */
  BigDecimal spreadX() {
    return spread(x, x, xx);
  }

  BigDecimal spreadY() {
    return spread(y, y, yy);
  }

  BigDecimal covariation() {
    return spread(x, y, xy);
  }

  private BigDecimal spread(BigDecimal a, BigDecimal b, BigDecimal ab) {
    return BigDecimal.valueOf(n).multiply(ab).subtract(a.multiply(b));
  }

  /** The coefficient with all that follows from it; null where x or y is constant. */
  ProductMoment correlation() {
    return ProductMoment.of(spreadX(), spreadY(), covariation());
  }
}

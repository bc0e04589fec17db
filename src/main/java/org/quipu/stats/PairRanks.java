package org.quipu.stats;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The ranks of pairs, and for each pair how it stands to the others. Everything is an integer, so
 * Spearman's and Kendall's coefficients, also with any one pair left out, are exact.
 *
 * @param x ranks of the first numbers
 * @param y ranks of the second numbers
 * @param concordance for each pair, those concordant with it less those discordant
 */
record PairRanks(RankedValues x, RankedValues y, long[] concordance) {

  static PairRanks of(Pairs pairs) {
    RankedValues x = RankedValues.of(pairs.x());
    RankedValues y = RankedValues.of(pairs.y());
    return new PairRanks(x, y, Concordance.of(x, y));
  }

  int n() {
    return x.n();
  }

  boolean hasTies() {
    return x.counts().length < n() || y.counts().length < n();
  }

  ProductMoment spearman() {
    return ProductMoment.of(
        dot(x.centred(), x.centred()),
        dot(y.centred(), y.centred()),
        dot(x.centred(), y.centred()));
  }

  /** Spearman's coefficient without each pair in turn; null where that leaves a constant. */
  ProductMoment[] spearmanWithout() {
    BigInteger xx = dot(x.centred(), x.centred());
    BigInteger yy = dot(y.centred(), y.centred());
    BigInteger xy = dot(x.centred(), y.centred());
    long[] xByX = x.signedSums(x.centred());
    long[] yByY = y.signedSums(y.centred());
    long[] xByY = y.signedSums(x.centred());
    long[] yByX = x.signedSums(y.centred());
    ProductMoment[] without = new ProductMoment[n()];
    for (int i = 0; i < n(); i++) {
      // Without pair i, the centred rank of j moves by −sign(j − i).
      long xi = x.centred()[i];
      long yi = y.centred()[i];
      without[i] =
          ProductMoment.of(
              less(xx, xi, xi, 2 * xByX[i] - (n() - x.sharing(i))),
              less(yy, yi, yi, 2 * yByY[i] - (n() - y.sharing(i))),
              less(xy, xi, yi, xByY[i] + yByX[i] - concordance[i]));
    }
    return without;
  }

  /** Concordant less discordant pairs of observations. */
  long score() {
    return Arrays.stream(concordance).sum() / 2;
  }

  /** Kendall's tau-b; null where x or y is constant. */
  Double kendall() {
    return kendall(n(), score(), x.tiedPairs(), y.tiedPairs());
  }

  /** Kendall's tau-b without each pair in turn; null where that leaves a constant. */
  Double[] kendallWithout() {
    long score = score();
    long tiedX = x.tiedPairs();
    long tiedY = y.tiedPairs();
    Double[] without = new Double[n()];
    for (int i = 0; i < n(); i++) {
      without[i] =
          kendall(
              n() - 1,
              score - concordance[i],
              tiedX - (x.sharing(i) - 1),
              tiedY - (y.sharing(i) - 1));
    }
    return without;
  }

  private static Double kendall(long n, long score, long tiedX, long tiedY) {
    long pairs = n * (n - 1) / 2;
    ProductMoment tau =
        ProductMoment.of(
            BigInteger.valueOf(pairs - tiedX),
            BigInteger.valueOf(pairs - tiedY),
            BigInteger.valueOf(score));
    return tau == null ? null : tau.r();
  }

  private static BigInteger less(BigInteger sum, long a, long b, long more) {
    return sum.subtract(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)))
        .subtract(BigInteger.valueOf(more));
  }

  /** Σ a b. A product of two ranks fits a long; their sum need not. */
  private static BigInteger dot(long[] a, long[] b) {
    BigInteger total = BigInteger.ZERO;
    long part = 0;
    for (int i = 0; i < a.length; i++) {
      long product = a[i] * b[i];
      if (Math.abs(part) > Long.MAX_VALUE - Math.abs(product)) {
        total = total.add(BigInteger.valueOf(part));
        part = 0;
      }
      part += product;
    }
    return total.add(BigInteger.valueOf(part));
  }
}

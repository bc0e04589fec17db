package org.quipu.stats;

/**
 * What {@link PairSums} has of pairs, in twice a double's precision: sums of deviations from a
 * point amid them and of their products. The coefficient, of all pairs or without one, is every bit
 * that of the exact sums, or none where these have to decide how it rounds.
 */
final class QuickPairs {
  /** Relative error of a sum of few {@link Twofold} numbers, with a wide margin. */
  private static final double ERROR = 0x1p-98;

  private final long n;
  private final double middleX;
  private final double middleY;
  private Twofold x = Twofold.ZERO;
  private Twofold y = Twofold.ZERO;
  private Twofold xx = Twofold.ZERO;
  private Twofold yy = Twofold.ZERO;
  private Twofold xy = Twofold.ZERO;

  private QuickPairs(double[] x, double[] y) {
    this.n = x.length;
    this.middleX = middle(x);
    this.middleY = middle(y);
  }

  static QuickPairs of(double[] x, double[] y) {
    QuickPairs pairs = new QuickPairs(x, y);
    for (int i = 0; i < x.length; i++) {
      Twofold dx = Twofold.sum(x[i], -pairs.middleX);
      Twofold dy = Twofold.sum(y[i], -pairs.middleY);
      pairs.x = pairs.x.plus(dx);
      pairs.y = pairs.y.plus(dy);
      pairs.xx = pairs.xx.plus(dx.times(dx));
      pairs.yy = pairs.yy.plus(dy.times(dy));
      pairs.xy = pairs.xy.plus(dx.times(dy));
    }
    return pairs;
  }

  private static double middle(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    return mean;
  }

  /** Of all pairs; null where it is not certain. */
  ProductMoment correlation() {
    return moment(n, x, y, xx, yy, xy);
  }

  /** Without one of the pairs; null where it is not certain. */
  ProductMoment without(double x1, double y1) {
    Twofold dx = Twofold.sum(x1, -middleX);
    Twofold dy = Twofold.sum(y1, -middleY);
    return moment(
        n - 1,
        x.minus(dx),
        y.minus(dy),
        xx.minus(dx.times(dx)),
        yy.minus(dy.times(dy)),
        xy.minus(dx.times(dy)));
  }

  private ProductMoment moment(
      long m, Twofold sumX, Twofold sumY, Twofold squaresX, Twofold squaresY, Twofold products) {
    Twofold spreadX = squaresX.times(m).minus(sumX.times(sumX));
    Twofold spreadY = squaresY.times(m).minus(sumY.times(sumY));
    Twofold covariation = products.times(m).minus(sumX.times(sumY));
    // Each of the three is off by its share of what it was before the subtraction, that of the
    // covariation by the geometric mean of the other two.
    double lost = n * xx.high() / spreadX.high() + n * yy.high() / spreadY.high();
    return ProductMoment.quick(spreadX, spreadY, covariation, 4 * (n + 16) * ERROR * lost);
  }
}

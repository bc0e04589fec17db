package org.quipu.stats;

import java.math.BigDecimal;

/**
 * Means of groups weighted by w = n / s², as Welch's analysis of variance compares them.
 *
 * @param spread Σ w (mean − weighted mean)², correctly rounded
 * @param imbalance Σ (1 − w / Σ w)² / (n − 1), correctly rounded
 */
record WelchWeights(double spread, double imbalance) {
  /** Relative error of few operations on {@link Twofold} numbers, with a wide margin. */
  private static final double ERROR = 0x1p-98;

  private static final long MOST_VALUES = 1L << 20;

  /** Of groups of at least two values that are not all the same. */
  static WelchWeights of(SummedGroups groups) {
    WelchWeights quick = quick(groups);
    return Double.isNaN(quick.spread + quick.imbalance) ? exact(groups) : quick;
  }

  /** NaN where it is not certain how the exact numbers round. */
  private static WelchWeights quick(SummedGroups groups) {
    Twofold[] weights = new Twofold[groups.size()];
    Twofold total = Twofold.ZERO;
    Twofold sum = Twofold.ZERO;
    Twofold squares = Twofold.ZERO;
    for (int g = 0; g < weights.length; g++) {
      PowerSums group = groups.filled().get(g);
      long n = group.n();
      if (n > MOST_VALUES) {
        return new WelchWeights(Double.NaN, Double.NaN);
      }
      weights[g] = Twofold.of(n * n * (n - 1)).over(Twofold.of(groups.deviations().get(g)));
      Twofold mean = Twofold.of(group.sum()).over(n);
      Twofold weighted = weights[g].times(mean);
      total = total.plus(weights[g]);
      sum = sum.plus(weighted);
      squares = squares.plus(weighted.times(mean));
    }
    double error = (weights.length + 16) * ERROR;
    Twofold imbalance = Twofold.ZERO;
    double most = 0;
    for (int g = 0; g < weights.length; g++) {
      double df = groups.filled().get(g).n() - 1.0;
      Twofold rest = new Twofold(1, 0).minus(weights[g].over(total));
      imbalance = imbalance.plus(rest.times(rest).over(df));
      most += 1 / df;
    }
    return new WelchWeights(
        squares.minus(sum.times(sum).over(total)).rounded(squares.high() * error),
        imbalance.rounded(most * error));
  }

  static WelchWeights exact(SummedGroups groups) {
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal squares = BigDecimal.ZERO;
    for (PowerSums group : groups.filled()) {
      BigDecimal weight = weight(group);
      BigDecimal mean = group.exactMean();
      total = total.add(weight);
      sum = sum.add(weight.multiply(mean));
      squares = squares.add(weight.multiply(mean).multiply(mean));
    }
    BigDecimal spread = squares.subtract(ratio(sum.multiply(sum), total));
    BigDecimal imbalance = BigDecimal.ZERO;
    for (PowerSums group : groups.filled()) {
      BigDecimal rest = BigDecimal.ONE.subtract(ratio(weight(group), total));
      imbalance = imbalance.add(ratio(rest.multiply(rest), BigDecimal.valueOf(group.n() - 1)));
    }
    return new WelchWeights(spread.doubleValue(), imbalance.doubleValue());
  }

  private static BigDecimal weight(PowerSums group) {
    BigDecimal n = BigDecimal.valueOf(group.n());
    return ratio(n.multiply(n).multiply(n.subtract(BigDecimal.ONE)), group.scaledDeviations());
  }

  private static BigDecimal ratio(BigDecimal a, BigDecimal b) {
    return a.divide(b, PowerSums.QUOTIENT);
  }
}

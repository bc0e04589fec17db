package org.quipu.stats;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * How often the values of one group are greater than those of another, over all pairs. A value's
 * excess is how many values of the other group it exceeds, less how many exceed it.
 *
 * @param m observations of the first group
 * @param n observations of the second
 * @param excess the sum of the first group's excesses: pairs in which it is greater, less pairs in
 *     which it is less
 * @param equal pairs of equal values, one of each group
 * @param ties Σ(t³ − t) over the sets of t equal values in both groups together
 * @param squares the sum of the first group's squared excesses
 * @param squaresOfSecond the sum of the second group's
 */
record Dominance(
    long m,
    long n,
    BigDecimal excess,
    BigDecimal equal,
    BigInteger ties,
    BigDecimal squares,
    BigDecimal squaresOfSecond) {

  static Dominance of(FrequencyTable first, FrequencyTable second) {
    boolean exact = first.isDecimal() && second.isDecimal();
    FrequencyTable a = exact ? first : first.inDoubles();
    FrequencyTable b = exact ? second : second.inDoubles();
    ExactSum excess = new ExactSum();
    ExactSum equal = new ExactSum();
    ExactSum squares = new ExactSum();
    ExactSum squaresOfSecond = new ExactSum();
    BigInteger ties = BigInteger.ZERO;
    for (int i = 0, j = 0; i < a.distinct() || j < b.distinct(); ) {
      int order = i == a.distinct() ? 1 : j == b.distinct() ? -1 : a.compare(i, b, j);
      long inFirst = order <= 0 ? a.count(i) : 0;
      long inSecond = order >= 0 ? b.count(j) : 0;
      // Values below less values above: 2 below + equal − all. Whole numbers, exact as doubles.
      double ofFirst = 2.0 * b.below(j) + inSecond - b.n();
      double ofSecond = 2.0 * a.below(i) + inFirst - a.n();
      excess.add(ofFirst, inFirst);
      squares.addSquare(ofFirst, inFirst);
      squaresOfSecond.addSquare(ofSecond, inSecond);
      equal.addProduct(inFirst, inSecond, 1);
      if (inFirst + inSecond > 1) {
        BigInteger t = BigInteger.valueOf(inFirst + inSecond);
        ties = ties.add(t.pow(3).subtract(t));
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return new Dominance(
        a.n(),
        b.n(),
        excess.value(),
        equal.value(),
        ties,
        squares.value(),
        squaresOfSecond.value());
  }

  private BigDecimal pairs() {
    return BigDecimal.valueOf(m).multiply(BigDecimal.valueOf(n));
  }

  /** Pairs in which the first group's value is greater, ties counting one half. */
  BigDecimal u() {
    return excess.add(pairs()).divide(BigDecimal.valueOf(2));
  }

  /** The excess as a share of all pairs, from −1 to 1. */
  double delta() {
    return PowerSums.quotient(excess, pairs());
  }

  /**
   * Cliff's delta with the asymmetric interval of Feng and Cliff (2004), which stays within −1 and
   * 1. Edge cases: no interval where a group has one observation; where nothing overlaps, the
   * nearer end is (k − z²) / (k + z²) with k the size of the smaller group.
   *
   * @param z quantile of the normal distribution
   */
  EffectSize cliffsDelta(double z) {
    String name = "cliffs_delta";
    double delta = delta();
    if (m < 2 || n < 2) {
      return new EffectSize(name, delta, null, null);
    }
    double squared = z * z;
    if (Math.abs(delta) == 1) {
      double k = Math.min(m, n);
      double near = (k - squared) / (k + squared);
      return delta > 0
          ? new EffectSize(name, delta, near, 1.0)
          : new EffectSize(name, delta, -1.0, -near);
    }
    double error = squared * variance();
    double falls = 1 - delta * delta;
    double margin = Math.sqrt(error * (falls * falls + error));
    return new EffectSize(
        name,
        delta,
        (delta * falls - margin) / (falls + error),
        (delta * falls + margin) / (falls + error));
  }

  /** Cliff's unbiased estimate of the variance of delta, which he bounds below as it can be 0. */
  private double variance() {
    BigDecimal rows = BigDecimal.valueOf(m);
    BigDecimal columns = BigDecimal.valueOf(n);
    // Cliff's numerator times m n, with delta = excess / (m n): whole numbers throughout.
    BigDecimal square = excess.pow(2);
    BigDecimal spread =
        rows.multiply(squares)
            .subtract(square)
            .multiply(columns)
            .add(columns.multiply(squaresOfSecond).subtract(square).multiply(rows))
            .subtract(pairs().multiply(pairs().subtract(equal)).subtract(square));
    BigDecimal scale =
        pairs()
            .pow(2)
            .multiply(rows.subtract(BigDecimal.ONE))
            .multiply(columns.subtract(BigDecimal.ONE));
    double delta = delta();
    double least = (1 - delta * delta) / (pairs().doubleValue() - 1);
    return Math.max(least, PowerSums.quotient(spread, scale));
  }
}

package org.quipu.stats;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * How often a correlation at least as far from 0 arises when y is dealt to x at random: no
 * distribution is assumed.
 *
 * <ul>
 *   <li>up to 9 pairs every arrangement is looked at, and p is their exact share
 *   <li>beyond, arrangements are drawn; p is (as extreme + 1) / (drawn + 1), and its standard error
 *       √(p (1 − p) / drawn)
 *   <li>arrangements within 1e-9 of the observed coefficient count as extreme as it
 * </ul>
 *
 * B. Phipson, G. K. Smyth, "Permutation p-values should never be zero", Statistical Applications in
 * Genetics and Molecular Biology 9 (2010) 39, https://doi.org/10.2202/1544-6115.1585.
 *
 * @param n complete pairs
 * @param exact whether all arrangements were looked at
 * @param arrangements how many were
 * @param asExtreme how many of them are at least as far from 0
 * @param pValue two-sided, never 0
 * @param standardError of the p-value, from drawing; 0 where it is exact
 * @param reason null when the test was made
 */
public record PermutationTest(
    long n,
    boolean exact,
    long arrangements,
    long asExtreme,
    Double pValue,
    Double standardError,
    Reason reason) {
  private static final int EXACT_UP_TO = 9;
  private static final double SAME = 1e-9;

  public State state() {
    return reason == null ? State.OK : reason.state();
  }

  /**
   * The permutation test of Pearson's r.
   *
   * @param draws arrangements drawn where there are too many for all, at least 1
   * @param seed equal seeds give equal results, whatever the order of the pairs
   */
  public static PermutationTest of(double[] x, double[] y, int draws, long seed) {
    if (draws < 1) {
      throw new IllegalArgumentException("draws is " + draws + "; at least 1 is needed");
    }
    Pairs pairs = Pairs.complete(x, y);
    Reason problem = pairs.problem(Correlations.LEAST_PAIRS);
    int n = pairs.n();
    if (problem != null) {
      return new PermutationTest(n, false, 0, 0, null, null, problem);
    }
    double[] a = standardized(pairs.x());
    double[] b = standardized(pairs.y());
    double least = Math.abs(PairSums.of(pairs.x(), pairs.y()).correlation().r()) - SAME;
    if (n <= EXACT_UP_TO) {
      long[] counted = new long[2];
      count(a, b, 0, 0, least, counted);
      double p = (double) counted[1] / counted[0];
      return new PermutationTest(n, true, counted[0], counted[1], p, 0.0, null);
    }
    Draws random = new Draws(seed);
    long extreme = 0;
    for (int draw = 0; draw < draws; draw++) {
      extreme += Math.abs(random.shuffledProducts(b, a)) >= least ? 1 : 0;
    }
    double p = (extreme + 1.0) / (draws + 1.0);
    return new PermutationTest(n, false, draws, extreme, p, Math.sqrt(p * (1 - p) / draws), null);
  }

  /**
   * The permutation test of Spearman's rho: that of the ranks, ties sharing their mean rank.
   *
   * @param draws as for {@link #of}
   * @param seed as for {@link #of}
   */
  public static PermutationTest ofRanks(double[] x, double[] y, int draws, long seed) {
    Pairs pairs = Pairs.complete(x, y);
    boolean finite = Pairs.finite(pairs.x()) && Pairs.finite(pairs.y());
    return finite ? of(ranks(pairs.x()), ranks(pairs.y()), draws, seed) : of(x, y, draws, seed);
  }

  /** Twice the rank of each value, less n + 1. */
  private static double[] ranks(double[] values) {
    return Arrays.stream(RankedValues.of(values).centred()).asDoubleStream().toArray();
  }

  /** In ascending order, with mean 0 and sum of squares 1, so that products add up to r. */
  private static double[] standardized(double[] values) {
    PairSums sums = PairSums.of(values, values);
    BigDecimal n = BigDecimal.valueOf(sums.n());
    BigDecimal size = n.multiply(sums.spreadX()).sqrt(PairSums.QUOTIENT);
    // Exact up to the division: values may differ by 1e-15 of their size only.
    return Arrays.stream(values)
        .sorted()
        .mapToObj(BigDecimal::new)
        .map(value -> n.multiply(value).subtract(sums.x()).divide(size, PairSums.QUOTIENT))
        .mapToDouble(BigDecimal::doubleValue)
        .toArray();
  }

  private static void count(
      double[] a, double[] b, int place, double r, double least, long[] counted) {
    if (place == a.length) {
      counted[0]++;
      counted[1] += Math.abs(r) >= least ? 1 : 0;
      return;
    }
    for (int i = place; i < b.length; i++) {
      swap(b, place, i);
      count(a, b, place + 1, r + a[place] * b[place], least, counted);
      swap(b, place, i);
    }
  }

  private static void swap(double[] b, int i, int j) {
    double moved = b[i];
    b[i] = b[j];
    b[j] = moved;
  }
}

package org.quipu.stats;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

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
   * The permutation tests of Pearson's r of several pairs of variables. Those of as many complete
   * pairs are held against the same arrangements: drawing one takes longer than looking at it.
   *
   * @param pairs the two variables of each test
   * @param draws arrangements drawn where there are too many for all, at least 1
   * @param seed equal seeds give equal results, whatever the order of the pairs and whichever tests
   *     are made together
   */
  public static List<PermutationTest> of(List<double[][]> pairs, int draws, long seed) {
    if (draws < 1) {
      throw new IllegalArgumentException("draws is " + draws + "; at least 1 is needed");
    }
    List<Supplier<PermutationTest>> tests = new ArrayList<>();
    SortedMap<Integer, List<Arranged>> drawn = new TreeMap<>();
    for (double[][] variables : pairs) {
      Pairs complete = Pairs.complete(variables[0], variables[1]);
      Reason problem = complete.problem(Correlations.LEAST_PAIRS);
      int n = complete.n();
      if (problem != null) {
        tests.add(() -> new PermutationTest(n, false, 0, 0, null, null, problem));
        continue;
      }
      Arranged arranged = new Arranged(complete);
      if (n > EXACT_UP_TO) {
        drawn.computeIfAbsent(n, size -> new ArrayList<>()).add(arranged);
      }
      tests.add(() -> n > EXACT_UP_TO ? arranged.drawn() : arranged.exact());
    }
    drawn.forEach(
        (n, several) -> {
          Draws random = new Draws(seed);
          int[] places = IntStream.range(0, n).toArray();
          for (int draw = 0; draw < draws; draw++) {
            random.shuffle(places);
            for (Arranged one : several) {
              one.look(places);
            }
          }
        });
    return tests.stream().map(Supplier::get).toList();
  }

  /**
   * What the permutation test of Spearman's rho is made of, which is that of Pearson's r of the
   * ranks, ties sharing their mean rank.
   */
  public static double[][] ranked(double[] x, double[] y) {
    Pairs pairs = Pairs.complete(x, y);
    boolean finite = Pairs.finite(pairs.x()) && Pairs.finite(pairs.y());
    return finite ? new double[][] {ranks(pairs.x()), ranks(pairs.y())} : new double[][] {x, y};
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

  /** One test, and what arrangements have said so far. */
  private static final class Arranged {
    private final double[] a;
    private final double[] b;
    private final double least;
    private long looked;
    private long extreme;

    Arranged(Pairs pairs) {
      a = standardized(pairs.x());
      b = standardized(pairs.y());
      least = Math.abs(PairSums.of(pairs.x(), pairs.y()).correlation().r()) - SAME;
    }

    /** Looks at the arrangement where the second variable's values have these places. */
    void look(int[] places) {
      double r = 0;
      for (int i = places.length - 1; i >= 0; i--) {
        r += b[places[i]] * a[i];
      }
      count(r);
    }

    private void count(double r) {
      looked++;
      extreme += Math.abs(r) >= least ? 1 : 0;
    }

    PermutationTest drawn() {
      double p = (extreme + 1.0) / (looked + 1.0);
      double error = Math.sqrt(p * (1 - p) / looked);
      return new PermutationTest(a.length, false, looked, extreme, p, error, null);
    }

    /** Looks at all arrangements. */
    PermutationTest exact() {
      all(0, 0);
      double p = (double) extreme / looked;
      return new PermutationTest(a.length, true, looked, extreme, p, 0.0, null);
    }

    private void all(int place, double r) {
      if (place == a.length) {
        count(r);
        return;
      }
      for (int i = place; i < b.length; i++) {
        swap(place, i);
        all(place + 1, r + a[place] * b[place]);
        swap(place, i);
      }
    }

    private void swap(int i, int j) {
      double moved = b[i];
      b[i] = b[j];
      b[j] = moved;
    }
  }
}

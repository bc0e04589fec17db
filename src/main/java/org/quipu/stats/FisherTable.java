package org.quipu.stats;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Fisher's exact test of any number of groups (rows) and categories (columns): the probability,
 * given the margins, of all tables no more likely than this one (G. H. Freeman, J. H. Halton,
 * Biometrika 38 (1951) 141–149, https://doi.org/10.1093/biomet/38.1-2.141).
 *
 * <ul>
 *   <li>exact where the tables with these margins can be counted; else tables are drawn, p is (as
 *       unlikely + 1)/(drawn + 1), the method is {@code fisher_monte_carlo}, and the standard error
 *       of p is given
 *   <li>tables whose likelihoods agree within 1e-7 count as equally likely
 *   <li>a group without observations: {@code too_few}; all in one category: {@code no_variance}
 *   <li>a 2×2 table is that of {@link Fisher}
 * </ul>
 *
 * @param test the test; its effect is Cramér's V where the table is larger than 2×2
 * @param exact whether p is exact
 * @param draws tables drawn; 0 where p is exact
 * @param standardError of a drawn p; 0 where p is exact, null where there is none
 */
public record FisherTable(TestResult test, boolean exact, int draws, Double standardError) {
  private static final double SAME = 1e-7;

  /**
   * The test, exact where feasible.
   *
   * @param draws tables drawn where it is not; 0: none, and the test is {@code not_computable}
   * @param seed equal seeds give equal results, whatever the order of groups and categories
   */
  public static FisherTable of(long[][] counts, int draws, long seed, double confidence) {
    if (draws < 0) {
      throw new IllegalArgumentException("draws is " + draws + "; it is 0 or more");
    }
    CountTable table = CountTable.of(counts);
    Reason problem = table.problem();
    if (problem != null) {
      TestResult none = TestResult.undefined("fisher", table.n(), table.rows().length, problem);
      return new FisherTable(none, false, 0, null);
    }
    if (table.twoByTwo()) {
      return new FisherTable(Fisher.test(counts, confidence), true, 0, 0.0);
    }
    double least = logFactorials(table.cells()) * (1 - 1e-14) - SAME;
    Double exact = TablesCounted.share(table, least);
    if (exact != null) {
      return new FisherTable(result("fisher", table, counts, exact, confidence), true, 0, 0.0);
    }
    if (draws == 0) {
      Reason many =
          Undefined.notComputable(
              "Hay demasiadas tablas con estos totales para contarlas, y no se sortean.",
              "There are too many tables with these totals to count, and none are drawn.");
      TestResult none = TestResult.undefined("fisher", table.n(), table.rows().length, many);
      return new FisherTable(none, false, 0, null);
    }
    TablesDrawn drawn = new TablesDrawn(table, new Draws(seed));
    long unlikely = 0;
    for (int draw = 0; draw < draws; draw++) {
      unlikely += drawn.nextLogFactorials() >= least ? 1 : 0;
    }
    double p = (unlikely + 1.0) / (draws + 1.0);
    double error = Math.sqrt(p * (1 - p) / draws);
    return new FisherTable(
        result("fisher_monte_carlo", table, counts, p, confidence), false, draws, error);
  }

  private static TestResult result(
      String method, CountTable table, long[][] counts, double p, double confidence) {
    TestResult v = Contingency.chiSquare(counts, confidence);
    return new TestResult(
        method,
        table.n(),
        table.rows().length,
        null,
        null,
        null,
        Tails.atLeast(p),
        v.effect(),
        v.effectSize(),
        v.confLow(),
        v.confHigh(),
        null);
  }

  /** ln n!. */
  static double logFactorial(double n) {
    return LogGamma.value(n + 1);
  }

  /** Σ ln n! over the cells: a table's likelihood falls as it grows. */
  private static double logFactorials(long[][] cells) {
    double[] terms =
        Arrays.stream(cells)
            .flatMapToLong(Arrays::stream)
            .mapToDouble(FisherTable::logFactorial)
            .sorted()
            .toArray();
    double sum = 0;
    for (double term : terms) {
      sum += term;
    }
    return sum;
  }
}

package org.quipu.stats;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Fisher's exact test of two groups and two categories: given the margins, how probable is a table
 * no more likely than this one?
 *
 * <p>The effect is the conditional maximum-likelihood odds ratio with its exact interval (R's
 * {@code fisher.test}).
 *
 * <ul>
 *   <li>a group without observations: {@code too_few}; all in one category: {@code no_variance}
 *   <li>an odds ratio that is infinite, or the end of an interval that is: null
 *   <li>other than two groups and two categories: {@link FisherTable}
 *   <li>the order of rows and columns changes p in no bit
 * </ul>
 *
 * R. A. Fisher, "On the interpretation of χ² from contingency tables", JRSS 85 (1922) 87–94,
 * https://doi.org/10.2307/2340521; J. Cornfield, Proc. 3rd Berkeley Symposium 4 (1956) 135–148.
 */
public final class Fisher {
  private Fisher() {}

  /** The test of a 2×2 table, {@code {{a, b}, {c, d}}} with the groups as rows. */
  public static TestResult test(long[][] counts, double confidence) {
    CountTable table = CountTable.of(counts);
    Reason problem = table.problem();
    if (problem == null && !table.twoByTwo()) {
      problem =
          Undefined.notComputable(
              "Esta forma de la prueba de Fisher requiere dos grupos y dos categorías.",
              "This form of Fisher's test needs two groups and two categories.");
    }
    if (problem != null) {
      return TestResult.undefined("fisher", table.n(), table.rows().length, problem);
    }
    double tail = Confidence.tail(confidence);
    long a = table.cells()[0][0];
    Hypergeometric margins = Hypergeometric.of(table.rows()[0], table.columns()[0], table.n());
    return new TestResult(
        "fisher",
        table.n(),
        2,
        null,
        null,
        null,
        pValue(table),
        "odds_ratio",
        oddsRatio(margins, a, table),
        confLow(margins, a, table, tail),
        confHigh(margins, a, table, tail),
        null);
  }

  /** From the corner with the least margins and count, so that any order of the table agrees. */
  private static double pValue(CountTable table) {
    long[] least = null;
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        long row = table.rows()[i];
        long column = table.columns()[j];
        long[] corner = {Math.min(row, column), Math.max(row, column), table.cells()[i][j]};
        if (least == null || Arrays.compare(corner, least) < 0) {
          least = corner;
        }
      }
    }
    return Hypergeometric.of(least[0], least[1], table.n()).twoSided(least[2]);
  }

  private static Double oddsRatio(Hypergeometric margins, long a, CountTable table) {
    if (a == margins.low()) {
      return 0.0;
    }
    return a == margins.high()
        ? null
        : solve(table, logOdds -> margins.at(a, Math.exp(logOdds)).mean() - a);
  }

  /** The odds ratio under which so many, or more, have the probability of a tail. */
  private static Double confLow(Hypergeometric margins, long a, CountTable table, double tail) {
    return a == margins.low()
        ? Double.valueOf(0)
        : solve(table, logOdds -> margins.at(a, Math.exp(logOdds)).from() - tail);
  }

  /** The odds ratio under which so few, or fewer, have the probability of a tail. */
  private static Double confHigh(Hypergeometric margins, long a, CountTable table, double tail) {
    return a == margins.high()
        ? null
        : solve(table, logOdds -> tail - margins.at(a, Math.exp(logOdds)).upTo());
  }

  private static Double solve(CountTable table, DoubleUnaryOperator rising) {
    long[][] cell = table.cells();
    double near =
        Math.log(
            (cell[0][0] + 0.5) / (cell[0][1] + 0.5) * ((cell[1][1] + 0.5) / (cell[1][0] + 0.5)));
    double width =
        1 / (cell[0][0] + 0.5)
            + 1 / (cell[0][1] + 0.5)
            + 1 / (cell[1][0] + 0.5)
            + 1 / (cell[1][1] + 0.5);
    double step = 2 * Math.sqrt(width);
    return Math.exp(Root.ofRising(rising, near - step, near + step));
  }
}

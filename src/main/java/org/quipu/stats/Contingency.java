package org.quipu.stats;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tests of independence in a table of counts: do groups (rows) differ in how they fall into
 * categories (columns)?
 *
 * <p>Edge cases, the same for all:
 *
 * <ul>
 *   <li>fewer than two groups, or a group without observations: {@code too_few}
 *   <li>a category that nobody is in is left out, and does not count in the degrees of freedom
 *   <li>all observations in one category: {@code no_variance}
 *   <li>counts up to 10<sup>9</sup> and beyond: sums are exact
 *   <li>the order of groups and of categories changes no bit
 * </ul>
 *
 * <p>The effect of each is Cramér's V = √(χ²/(n · (min(rows, columns) − 1))), always from the
 * uncorrected χ², with the interval that inverts the noncentral chi-square: M. Smithson, Confidence
 * Intervals (2003), https://doi.org/10.4135/9781412983761.
 */
public final class Contingency {
  private static final MathContext DIGITS = new MathContext(50);
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final double RARE = 5;

  private Contingency() {}

  /**
   * The counts to be expected were groups alike. Below 5 the chi-square distribution is a poor
   * guide and Fisher's test the better one.
   *
   * @param smallest the smallest expected count
   * @param below5 cells that expect fewer than 5
   * @param cells all cells
   */
  public record ExpectedCounts(double smallest, int below5, int cells) {}

  /** Expected counts; null where the groups cannot be compared. */
  public static ExpectedCounts expectedCounts(long[][] counts) {
    CountTable table = CountTable.of(counts);
    if (table.problem() != null) {
      return null;
    }
    double[] expected = new double[table.rows().length * table.columns().length];
    Arrays.setAll(
        expected,
        k -> {
          int columns = table.columns().length;
          return table
              .expectedTimesN(k / columns, k % columns)
              .divide(BigDecimal.valueOf(table.n()), DIGITS)
              .doubleValue();
        });
    return new ExpectedCounts(
        Arrays.stream(expected).min().orElseThrow(),
        (int) Arrays.stream(expected).filter(e -> e < RARE).count(),
        expected.length);
  }

  /**
   * Pearson's chi-square, Σ (observed − expected)²/expected, without continuity correction. K.
   * Pearson, Philosophical Magazine 50 (1900) 157–175, https://doi.org/10.1080/14786440009463897.
   */
  public static TestResult chiSquare(long[][] counts, double confidence) {
    CountTable table = CountTable.of(counts);
    Reason problem = table.problem();
    return problem != null
        ? TestResult.undefined("chi_square", table.n(), table.rows().length, problem)
        : result("chi_square", table, chiSquare(table, BigDecimal.ZERO), confidence);
  }

  /**
   * Chi-square with Yates' continuity correction: each |observed − expected| less one half, but not
   * below 0. For tables of two groups and two categories; others are {@code not_computable}. F.
   * Yates, Supplement to JRSS 1 (1934) 217–235, https://doi.org/10.2307/2983604.
   */
  public static TestResult chiSquareYates(long[][] counts, double confidence) {
    CountTable table = CountTable.of(counts);
    Reason problem = table.problem();
    if (problem == null && !table.twoByTwo()) {
      problem =
          Undefined.notComputable(
              "La corrección de Yates se define sólo para dos grupos y dos categorías.",
              "Yates' correction is defined for two groups and two categories only.");
    }
    return problem != null
        ? TestResult.undefined("chi_square_yates", table.n(), table.rows().length, problem)
        : result("chi_square_yates", table, chiSquare(table, HALF), confidence);
  }

  /**
   * The likelihood-ratio test, G = 2 Σ observed · ln(observed/expected). S. S. Wilks, Annals of
   * Mathematical Statistics 9 (1938) 60–62, https://doi.org/10.1214/aoms/1177732360.
   */
  public static TestResult gTest(long[][] counts, double confidence) {
    CountTable table = CountTable.of(counts);
    Reason problem = table.problem();
    if (problem != null) {
      return TestResult.undefined("g_test", table.n(), table.rows().length, problem);
    }
    double[] deviances = new double[table.rows().length * table.columns().length];
    Arrays.setAll(
        deviances, k -> deviance(table, k / table.columns().length, k % table.columns().length));
    // None is negative; ascending order makes their sum the same for any order of the table.
    Arrays.sort(deviances);
    double sum = 0;
    for (double deviance : deviances) {
      sum += deviance;
    }
    return result("g_test", table, 2 * sum, confidence);
  }

  /**
   * How strongly groups and categories go together, with intervals: {@code cramers_v} as the tests
   * have it; {@code cramers_v_adjusted}, less what chance alone gives, at least 0 (the R package
   * effectsize's {@code cramers_v(adjust = TRUE)}); of two groups and two categories also {@code
   * phi}, which is then the same number as {@code cramers_v}. Empty where the tests are undefined.
   *
   * <p>Reference: W. Bergsma, "A bias-correction for Cramér's V and Tschuprow's T", Journal of the
   * Korean Statistical Society 42 (2013) 323–328. https://doi.org/10.1016/j.jkss.2012.10.002
   */
  public static List<EffectSize> effectSizes(long[][] counts, double confidence) {
    CountTable table = CountTable.of(counts);
    if (table.problem() != null) {
      return List.of();
    }
    double df = table.df();
    double plain = chiSquare(table, BigDecimal.ZERO);
    TestResult v = result("chi_square", table, plain, confidence);
    List<EffectSize> sizes = new ArrayList<>();
    sizes.add(new EffectSize("cramers_v", v.effectSize(), v.confLow(), v.confHigh()));
    if (table.n() > 1) {
      sizes.add(
          new EffectSize(
              "cramers_v_adjusted",
              adjusted(plain, table),
              adjusted(NoncentralChiSquare.lowerBound(plain, df, confidence), table),
              adjusted(NoncentralChiSquare.upperBound(plain, df, confidence), table)));
    }
    if (table.twoByTwo()) {
      sizes.add(new EffectSize("phi", v.effectSize(), v.confLow(), v.confHigh()));
    }
    return List.copyOf(sizes);
  }

  /** V of a chi-square less its expectation, in a table smaller by what chance takes up. */
  private static double adjusted(double chiSquare, CountTable table) {
    double others = table.n() - 1.0;
    double square = Math.max(0, chiSquare / table.n() - table.df() / others);
    double rows = table.rows().length - Math.pow(table.rows().length - 1.0, 2) / others;
    double columns = table.columns().length - Math.pow(table.columns().length - 1.0, 2) / others;
    return square == 0 ? 0 : Math.min(1, Math.sqrt(square / (Math.min(rows, columns) - 1)));
  }

  private static TestResult result(
      String method, CountTable table, double statistic, double confidence) {
    double plain = chiSquare(table, BigDecimal.ZERO);
    double unit = Math.min(table.rows().length, table.columns().length) - 1.0;
    double scale = table.n() * unit;
    double df = table.df();
    return new TestResult(
        method,
        table.n(),
        table.rows().length,
        statistic,
        df,
        null,
        Tails.chiSquareUpper(statistic, df),
        "cramers_v",
        Math.min(1, Math.sqrt(plain / scale)),
        Math.min(1, Math.sqrt(NoncentralChiSquare.lowerBound(plain, df, confidence) / scale)),
        Math.min(1, Math.sqrt(NoncentralChiSquare.upperBound(plain, df, confidence) / scale)),
        null);
  }

  private static double chiSquare(CountTable table, BigDecimal correction) {
    BigDecimal n = BigDecimal.valueOf(table.n());
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < table.rows().length; i++) {
      for (int j = 0; j < table.columns().length; j++) {
        BigDecimal excess = table.excessTimesN(i, j).abs();
        BigDecimal corrected = excess.subtract(correction.multiply(n).min(excess));
        BigDecimal divisor = table.expectedTimesN(i, j).multiply(n);
        sum = sum.add(corrected.multiply(corrected).divide(divisor, DIGITS));
      }
    }
    return sum.doubleValue();
  }

  /** observed · ln(observed/expected) − (observed − expected), which is never negative. */
  private static double deviance(CountTable table, int i, int j) {
    BigDecimal expectedTimesN = table.expectedTimesN(i, j);
    double share = table.excessTimesN(i, j).divide(expectedTimesN, DIGITS).doubleValue();
    double expected = expectedTimesN.divide(BigDecimal.valueOf(table.n()), DIGITS).doubleValue();
    return expected * Deviance.of(share);
  }
}

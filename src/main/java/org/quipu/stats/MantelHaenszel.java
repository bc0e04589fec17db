package org.quipu.stats;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * The Mantel–Haenszel test: do two groups differ in two categories, in the same direction, once
 * strata are taken into account? Each stratum is a 2×2 table {@code {{a, b}, {c, d}}} with the
 * groups as rows.
 *
 * <p>The statistic is (|Σ(a − E a)| − ½)²/Σ Var a, with E and Var given the margins of each
 * stratum; the half is taken off where the sum reaches it. The effect is the common odds ratio
 * Σ(ad/n)/Σ(bc/n) with the interval of J. Robins, N. Breslow, S. Greenland, Biometrics 42 (1986)
 * 311–323, https://doi.org/10.2307/2531052.
 *
 * <ul>
 *   <li>strata with fewer than 2 observations say nothing and are left out
 *   <li>no stratum left: {@code too_few}
 *   <li>in every stratum one group, or one category, only: {@code no_variance}
 *   <li>an odds ratio that is infinite: null, and no interval; one of 0 has no interval
 *   <li>the order of strata changes no bit
 * </ul>
 *
 * N. Mantel, W. Haenszel, JNCI 22 (1959) 719–748, https://doi.org/10.1093/jnci/22.4.719.
 */
public final class MantelHaenszel {
  private static final MathContext DIGITS = new MathContext(50);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private MantelHaenszel() {}

  /** With continuity correction, as R's {@code mantelhaen.test}; method {@code mantel_haenszel}. */
  public static TestResult test(List<long[][]> strata, double confidence) {
    return test("mantel_haenszel", strata, HALF, confidence);
  }

  /** Without continuity correction; method {@code mantel_haenszel_uncorrected}. */
  public static TestResult uncorrected(List<long[][]> strata, double confidence) {
    return test("mantel_haenszel_uncorrected", strata, BigDecimal.ZERO, confidence);
  }

  private static TestResult test(
      String method, List<long[][]> strata, BigDecimal correction, double confidence) {
    Sums sums = new Sums();
    strata.forEach(sums::add);
    if (sums.n == 0) {
      Reason few = Undefined.tooFew("estratos utilizables", "usable strata", 0, 1);
      return TestResult.undefined(method, 0, 2, few);
    }
    if (sums.variance.signum() == 0) {
      Reason constant =
          Undefined.noVariance(
              "En cada estrato hay un solo grupo o una sola categoría.",
              "Every stratum has one group or one category only.");
      return TestResult.undefined(method, sums.n, 2, constant);
    }
    BigDecimal delta = Residue.of(sums.excess, sums.diagonal.add(sums.offDiagonal)).abs();
    BigDecimal corrected = delta.compareTo(correction) >= 0 ? delta.subtract(correction) : delta;
    double statistic = corrected.multiply(corrected).divide(sums.variance, DIGITS).doubleValue();
    double diagonal = sums.diagonal.doubleValue();
    double offDiagonal = sums.offDiagonal.doubleValue();
    Double oddsRatio = offDiagonal == 0 ? null : Double.valueOf(diagonal / offDiagonal);
    boolean interval = offDiagonal > 0 && diagonal > 0;
    double z = Confidence.z(confidence);
    double factor = interval ? Math.exp(z * sums.logError()) : 0;
    return new TestResult(
        method,
        sums.n,
        2,
        statistic,
        1.0,
        null,
        Tails.chiSquareUpper(statistic, 1),
        "odds_ratio",
        oddsRatio,
        interval ? oddsRatio / factor : null,
        interval ? oddsRatio * factor : null,
        null);
  }

  private static final class Sums {
    private long n;
    private BigDecimal excess = BigDecimal.ZERO;
    private BigDecimal variance = BigDecimal.ZERO;
    private BigDecimal diagonal = BigDecimal.ZERO;
    private BigDecimal offDiagonal = BigDecimal.ZERO;
    private BigDecimal diagonalSquare = BigDecimal.ZERO;
    private BigDecimal mixed = BigDecimal.ZERO;
    private BigDecimal offDiagonalSquare = BigDecimal.ZERO;

    void add(long[][] stratum) {
      if (stratum.length != 2 || stratum[0].length != 2 || stratum[1].length != 2) {
        throw new IllegalArgumentException("a stratum needs two groups and two categories");
      }
      long count = CountTable.of(stratum).n();
      if (count < 2) {
        return;
      }
      n += count;
      BigDecimal total = BigDecimal.valueOf(count);
      BigDecimal a = BigDecimal.valueOf(stratum[0][0]);
      BigDecimal b = BigDecimal.valueOf(stratum[0][1]);
      BigDecimal c = BigDecimal.valueOf(stratum[1][0]);
      BigDecimal d = BigDecimal.valueOf(stratum[1][1]);
      BigDecimal ad = a.multiply(d).divide(total, DIGITS);
      BigDecimal bc = b.multiply(c).divide(total, DIGITS);
      // a − (a + b)(a + c)/n is (ad − bc)/n.
      excess = excess.add(a.multiply(d).subtract(b.multiply(c)).divide(total, DIGITS));
      BigDecimal margins = a.add(b).multiply(c.add(d)).multiply(a.add(c)).multiply(b.add(d));
      BigDecimal divisor = total.multiply(total).multiply(BigDecimal.valueOf(count - 1));
      variance = variance.add(margins.divide(divisor, DIGITS));
      diagonal = diagonal.add(ad);
      offDiagonal = offDiagonal.add(bc);
      BigDecimal alike = a.add(d).divide(total, DIGITS);
      BigDecimal unlike = b.add(c).divide(total, DIGITS);
      diagonalSquare = diagonalSquare.add(alike.multiply(ad));
      mixed = mixed.add(alike.multiply(bc)).add(unlike.multiply(ad));
      offDiagonalSquare = offDiagonalSquare.add(unlike.multiply(bc));
    }

    /** Standard error of the logarithm of the common odds ratio. */
    double logError() {
      BigDecimal two = BigDecimal.valueOf(2);
      return Math.sqrt(
          diagonalSquare.divide(two.multiply(diagonal).multiply(diagonal), DIGITS).doubleValue()
              + mixed.divide(two.multiply(diagonal).multiply(offDiagonal), DIGITS).doubleValue()
              + offDiagonalSquare
                  .divide(two.multiply(offDiagonal).multiply(offDiagonal), DIGITS)
                  .doubleValue());
    }
  }
}

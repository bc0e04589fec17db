package org.quipu.stats;

import java.math.BigDecimal;

/**
 * A test as a publication prints it, to be held against itself: does its p follow from its
 * statistic and degrees of freedom, given how each was rounded? M. B. Nuijten et al., "The
 * prevalence of statistical reporting errors in psychology", Behavior Research Methods 48 (2016)
 * 1205–1226, https://doi.org/10.3758/s13428-015-0664-2.
 *
 * @param kind what the statistic is
 * @param statistic as printed
 * @param df1 degrees of freedom, of F those of the numerator; null for z
 * @param df2 degrees of freedom of the denominator of F; else null
 * @param relation how p is given
 * @param p as printed
 */
public record ReportedTest(
    Kind kind, Rounded statistic, Double df1, Double df2, Relation relation, Rounded p) {

  /** What a statistic is. */
  public enum Kind {
    T,
    F,
    CHI_SQUARE,
    R,
    Z
  }

  /** How a p-value is printed: p = .03, p &lt; .05, p &gt; .05. */
  public enum Relation {
    EQUAL,
    LESS,
    GREATER
  }

  /**
   * What the statistic and the degrees of freedom say.
   *
   * @param pValue two-sided, from the statistic as printed
   * @param pLow the least p that its rounding allows
   * @param pHigh the greatest p that its rounding allows
   * @param consistent whether the printed p can be had
   * @param oneSided whether it can be had by halving only
   * @param conclusionChanges whether the printed p is on the other side of the level than all that
   *     can be had
   */
  public record Verdict(
      double pValue,
      double pLow,
      double pHigh,
      boolean consistent,
      boolean oneSided,
      boolean conclusionChanges) {}

  public ReportedTest {
    boolean dfGiven = kind == Kind.Z || positive(df1);
    if (!dfGiven || (kind == Kind.F && !positive(df2))) {
      throw new IllegalArgumentException(
          kind + " with df " + df1 + " and " + df2 + "; degrees of freedom are above 0");
    }
    if (kind == Kind.R && statistic.value().abs().compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "r is " + statistic.value() + "; a correlation is from -1 to 1");
    }
  }

  private static boolean positive(Double df) {
    return df != null && df > 0;
  }

  /** Holds the printed p against the statistic; level is that of significance, e.g. 0.05. */
  public Verdict verdict(double level) {
    double printed = Math.abs(statistic.value().doubleValue());
    double half = statistic.halfUnit().doubleValue();
    double pLow = pValue(printed + half);
    double pHigh = pValue(Math.max(0, printed - half));
    boolean consistent = agrees(pLow, pHigh);
    boolean oneSided = !consistent && kind != Kind.F && kind != Kind.CHI_SQUARE;
    oneSided = oneSided && agrees(pLow / 2, pHigh / 2);
    boolean changes = !consistent && !oneSided && contradicts(level, pLow, pHigh);
    return new Verdict(pValue(printed), pLow, pHigh, consistent, oneSided, changes);
  }

  /** Whether significance is claimed where there is none, or denied where there is. */
  private boolean contradicts(double level, double pLow, double pHigh) {
    double claimed = p.value().doubleValue();
    boolean claims = relation != Relation.GREATER && claimed <= level;
    boolean denies = relation != Relation.LESS && claimed >= level && !claims;
    return (claims && pLow > level) || (denies && pHigh <= level);
  }

  private boolean agrees(double from, double to) {
    double claimed = p.value().doubleValue();
    return switch (relation) {
      case EQUAL -> p.reproduces(from, to);
      case LESS -> from < claimed;
      case GREATER -> to > claimed;
    };
  }

  /** Two-sided, of a statistic that is not negative. */
  private double pValue(double size) {
    return switch (kind) {
      case T -> Tails.tTwoSided(size, df1);
      case F -> Tails.fUpper(size, df1, df2);
      case CHI_SQUARE -> Tails.chiSquareUpper(size, df1);
      case R -> ProductMoment.of(Math.min(1, size)).pValue(df1);
      case Z -> Tails.normalTwoSided(size);
    };
  }
}

package org.quipu.stats;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Agreement of raters who put subjects into unordered categories. Ratings are given as counts: a
 * row a subject, a column a category, how many raters chose it. Raters may differ from subject to
 * subject, and some may be missing.
 *
 * <p>Agreement is p<sub>a</sub>, the mean over subjects with two ratings or more of the share of
 * pairs of raters that agree; a coefficient is (p<sub>a</sub> − p<sub>e</sub>)/(1 − p<sub>e</sub>).
 *
 * <ul>
 *   <li>subjects without a rating are left out; those with one enter the shares of categories only
 *   <li>no subject with two ratings: {@code too_few}
 *   <li>fewer than two categories to choose from: {@code no_variance}
 *   <li>all ratings in one category: Fleiss' kappa is {@code no_variance}; AC1 is 1
 *   <li>one subject: no standard error and no interval
 *   <li>the order of subjects and of categories changes no bit
 * </ul>
 *
 * <p>Errors and intervals (t with subjects − 1 degrees of freedom): K. L. Gwet, Handbook of
 * Inter-Rater Reliability, 4th ed. (2014), chapters 2 and 5; the R package irrCAC.
 */
public final class Agreement {
  private Agreement() {}

  /** The share of pairs of raters that agree. */
  public static AgreementResult percent(long[][] ratings, double confidence) {
    return of("percent_agreement", RatingShares.of(ratings), share -> null, confidence);
  }

  /**
   * Fleiss' kappa: p<sub>e</sub> = Σ π². J. L. Fleiss, Psychological Bulletin 76 (1971) 378–382,
   * https://doi.org/10.1037/h0031619.
   */
  public static AgreementResult fleissKappa(long[][] ratings, double confidence) {
    return of("fleiss_kappa", RatingShares.of(ratings), share -> share, confidence);
  }

  /**
   * Gwet's AC1: p<sub>e</sub> = Σ π(1 − π)/(q − 1) for q categories, which does not collapse when
   * nearly all ratings are the same. K. L. Gwet, British Journal of Mathematical and Statistical
   * Psychology 61 (2008) 29–48, https://doi.org/10.1348/000711006X126600.
   */
  public static AgreementResult gwetAc1(long[][] ratings, double confidence) {
    RatingShares shares = RatingShares.of(ratings);
    BigDecimal others = BigDecimal.valueOf(Math.max(1, shares.categories() - 1L));
    return of(
        "gwet_ac1",
        shares,
        share -> BigDecimal.ONE.subtract(share).divide(others, RatingShares.DIGITS),
        confidence);
  }

  /**
   * A coefficient.
   *
   * @param weight what the share of a category weighs in chance agreement; null: no correction
   */
  private static AgreementResult of(
      String method, RatingShares shares, UnaryOperator<BigDecimal> weight, double confidence) {
    Reason problem = problem(shares);
    if (problem != null) {
      return AgreementResult.undefined(method, shares.subjects(), problem);
    }
    BigDecimal[] weights =
        Arrays.stream(shares.categoryShares()).map(weight).toArray(BigDecimal[]::new);
    boolean corrected = weights[0] != null;
    BigDecimal chance = corrected ? shares.chance(weights) : BigDecimal.ZERO;
    BigDecimal rest = BigDecimal.ONE.subtract(chance);
    if (rest.signum() <= 0) {
      return AgreementResult.undefined(
          method,
          shares.subjects(),
          Undefined.noVariance("Todas las valoraciones son iguales.", "All ratings are the same."));
    }
    BigDecimal agreement = shares.agreement();
    BigDecimal estimate = agreement.subtract(chance).divide(rest, RatingShares.DIGITS);
    Double error =
        shares.subjects() < 2
            ? null
            : Double.valueOf(shares.standardError(estimate, chance, corrected ? weights : null));
    Double half =
        error == null
            ? null
            : Double.valueOf(
                error * Tails.tQuantile(Confidence.tail(confidence), shares.subjects() - 1.0));
    double value = estimate.doubleValue();
    return new AgreementResult(
        method,
        shares.subjects(),
        value,
        error,
        half == null ? null : Double.valueOf(Math.max(-1, value - half)),
        half == null ? null : Double.valueOf(Math.min(1, value + half)),
        null);
  }

  private static Reason problem(RatingShares shares) {
    if (shares.ratedTwice() == 0) {
      return Undefined.tooFew("sujetos con dos valoraciones", "subjects with two ratings", 0, 1);
    }
    return shares.categories() < 2
        ? Undefined.noVariance(
            "Hay una sola categoría posible.", "There is only one category to choose from.")
        : null;
  }
}

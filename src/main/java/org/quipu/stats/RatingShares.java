package org.quipu.stats;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/**
 * Ratings as shares, to fifty digits, so that their sums round alike in any order.
 *
 * @param ratings subjects with a rating × categories, counts of raters
 * @param categoryShares mean over subjects of the share of raters in each category
 */
record RatingShares(long[][] ratings, BigDecimal[] categoryShares) {
  static final MathContext DIGITS = new MathContext(50);

  static RatingShares of(long[][] ratings) {
    int categories = ratings.length == 0 ? 0 : ratings[0].length;
    for (long[] row : ratings) {
      if (row.length != categories || Arrays.stream(row).anyMatch(count -> count < 0)) {
        throw new IllegalArgumentException(
            "ratings "
                + Arrays.toString(row)
                + " of a subject; needed are "
                + categories
                + " counts, none negative");
      }
    }
    long[][] rated = Arrays.stream(ratings).filter(row -> raters(row) > 0).toArray(long[][]::new);
    BigDecimal[] shares = new BigDecimal[categories];
    for (int k = 0; k < categories; k++) {
      BigDecimal sum = BigDecimal.ZERO;
      for (long[] row : rated) {
        sum = sum.add(quotient(row[k], raters(row)));
      }
      shares[k] = rated.length == 0 ? sum : sum.divide(BigDecimal.valueOf(rated.length), DIGITS);
    }
    return new RatingShares(rated, shares);
  }

  private static long raters(long[] row) {
    return Arrays.stream(row).sum();
  }

  private static BigDecimal quotient(long a, long b) {
    return BigDecimal.valueOf(a).divide(BigDecimal.valueOf(b), DIGITS);
  }

  int subjects() {
    return ratings.length;
  }

  int categories() {
    return categoryShares.length;
  }

  int ratedTwice() {
    return (int) Arrays.stream(ratings).filter(row -> raters(row) > 1).count();
  }

  /** Pairs of raters of a subject that agree, of all its pairs; 0 with a single rater. */
  private static BigDecimal agreement(long[] row) {
    long raters = raters(row);
    long agreeing = Arrays.stream(row).map(count -> count * (count - 1)).sum();
    return raters < 2 ? BigDecimal.ZERO : quotient(agreeing, raters * (raters - 1));
  }

  BigDecimal agreement() {
    BigDecimal sum = BigDecimal.ZERO;
    for (long[] row : ratings) {
      sum = sum.add(agreement(row));
    }
    return sum.divide(BigDecimal.valueOf(ratedTwice()), DIGITS);
  }

  /** Σ share · weight over categories. */
  BigDecimal chance(BigDecimal[] weights) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = 0; k < weights.length; k++) {
      sum = sum.add(categoryShares[k].multiply(weights[k]));
    }
    return sum.round(DIGITS);
  }

  /**
   * √(Σ (γ<sub>i</sub> − γ)²/(n(n − 1))), where γ<sub>i</sub> is the coefficient of a subject less
   * what it adds to chance agreement; weights null: no chance agreement.
   */
  double standardError(BigDecimal estimate, BigDecimal chance, BigDecimal[] weights) {
    BigDecimal rest = BigDecimal.ONE.subtract(chance);
    BigDecimal scale = quotient(subjects(), ratedTwice());
    BigDecimal twice =
        BigDecimal.ONE.subtract(estimate).multiply(BigDecimal.valueOf(2)).divide(rest, DIGITS);
    BigDecimal sum = BigDecimal.ZERO;
    for (long[] row : ratings) {
      BigDecimal own = BigDecimal.ZERO;
      if (raters(row) > 1) {
        own = agreement(row).subtract(chance).multiply(scale).divide(rest, DIGITS);
      }
      if (weights != null) {
        own = own.subtract(twice.multiply(chance(row, weights).subtract(chance)));
      }
      BigDecimal deviation = own.subtract(estimate).round(DIGITS);
      sum = sum.add(deviation.multiply(deviation));
    }
    double n = subjects();
    return Math.sqrt(sum.doubleValue() / (n * (n - 1)));
  }

  private static BigDecimal chance(long[] row, BigDecimal[] weights) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = 0; k < weights.length; k++) {
      sum = sum.add(quotient(row[k], raters(row)).multiply(weights[k]));
    }
    return sum;
  }
}

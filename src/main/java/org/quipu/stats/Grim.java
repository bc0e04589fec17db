package org.quipu.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Whether a published mean can come from whole numbers at all: the sum of n whole numbers is whole,
 * so only some means are possible (granularity-related inconsistency of means). N. J. L. Brown, J.
 * A. J. Heathers, Social Psychological and Personality Science 8 (2017) 363–369,
 * https://doi.org/10.1177/1948550616673876.
 *
 * <ul>
 *   <li>with 10<sup>decimals</sup> values or more every mean is possible: not informative
 *   <li>no values, or no items: an {@link IllegalArgumentException}
 * </ul>
 *
 * @param possible whether some whole sum gives the mean as printed
 * @param informative whether another mean of as many decimals would have been impossible
 */
public record Grim(boolean possible, boolean informative) {

  /**
   * Looks for a whole sum.
   *
   * @param mean the mean as printed
   * @param n respondents
   * @param items whole-numbered items that each respondent's score is the mean of; 1 for one item
   */
  public static Grim of(Rounded mean, long n, int items) {
    if (n < 1 || items < 1) {
      throw new IllegalArgumentException(
          "n is " + n + " and items " + items + "; at least 1 of each is needed");
    }
    BigDecimal values = BigDecimal.valueOf(n).multiply(BigDecimal.valueOf(items));
    BigDecimal least = mean.low().multiply(values).setScale(0, RoundingMode.CEILING);
    BigDecimal greatest = mean.high().multiply(values).setScale(0, RoundingMode.FLOOR);
    boolean informative = values.compareTo(BigDecimal.ONE.movePointRight(mean.decimals())) < 0;
    return new Grim(least.compareTo(greatest) <= 0, informative);
  }
}

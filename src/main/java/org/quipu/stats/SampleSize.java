package org.quipu.stats;

/**
 * How precisely a sample measures a proportion, and how large it has to be.
 *
 * <p>Both suppose simple random sampling and the proportion that is hardest to measure, one half.
 * Without a known population it is taken as infinite.
 *
 * <p>Reference: W. G. Cochran, "Sampling Techniques", 3rd ed., Wiley 1977, sections 3.2 and 4.4.
 */
public final class SampleSize {
  private SampleSize() {}

  /**
   * Half the width of the interval of a proportion, as a share: z √(1/(4n)) √((N − n)/(N − 1)).
   *
   * <p>Edge cases:
   *
   * <ul>
   *   <li>n = 0: null
   *   <li>n = N: 0, as nobody is left out
   *   <li>n &gt; N: null, as the population cannot be right
   * </ul>
   *
   * @param population people in all, null if unknown
   * @param confidence level of the interval, in (0, 1)
   */
  public static Double margin(long n, Long population, double confidence) {
    if (n < 1 || (population != null && n > population)) {
      return null;
    }
    double infinite = Confidence.z(confidence) * Math.sqrt(0.25 / n);
    if (population == null) {
      return infinite;
    }
    return n == population ? 0 : infinite * Math.sqrt((population - n) / (population - 1.0));
  }

  /**
   * The least n whose {@link #margin} is not above the given one: ⌈n₀ / (1 + (n₀ − 1)/N)⌉ with n₀ =
   * z² / (4 margin²), at most N.
   *
   * @param margin as a share, in (0, 1)
   * @param population people in all, null if unknown
   * @param confidence level of the interval, in (0, 1)
   */
  public static long required(double margin, Long population, double confidence) {
    double infinite = Math.pow(Confidence.z(confidence) / (2 * margin), 2);
    long n =
        population == null
            ? (long) Math.ceil(infinite)
            : Math.min(population, (long) Math.ceil(infinite / (1 + (infinite - 1) / population)));
    // Where the quotient is whole, rounding may have put it above.
    return n > 1 && margin(n - 1, population, confidence) <= margin ? n - 1 : n;
  }
}

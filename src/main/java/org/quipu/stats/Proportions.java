package org.quipu.stats;

import java.math.BigDecimal;

/**
 * Proportions of one group and of two groups compared, with intervals.
 *
 * <p>Edge cases:
 *
 * <ul>
 *   <li>a group without observations: {@code too_few}
 *   <li>a ratio whose denominator is 0 is infinite, or without meaning: {@code not_computable}
 *   <li>a ratio of 0: estimate 0, and no interval, since it is made on the logarithm
 *   <li>more events than observations, or negative ones: an {@link IllegalArgumentException}
 * </ul>
 */
public final class Proportions {
  private Proportions() {}

  /**
   * The share of events, with Wilson's score interval, which stays within 0 and 1. E. B. Wilson,
   * JASA 22 (1927) 209–212, https://doi.org/10.1080/01621459.1927.10502953.
   */
  public static Estimate proportion(long events, long n, double confidence) {
    check(events, n);
    if (n == 0) {
      return Estimate.undefined("proportion", 0, empty());
    }
    double[] interval = wilson(events, n, confidence);
    return new Estimate("proportion", n, (double) events / n, interval[0], interval[1], null);
  }

  /**
   * The share of events in the first group less that in the second, with Newcombe's hybrid score
   * interval (his method 10). R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890,
   * https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I.
   */
  public static Estimate riskDifference(
      long events1, long n1, long events2, long n2, double confidence) {
    check(events1, n1);
    check(events2, n2);
    if (n1 == 0 || n2 == 0) {
      return Estimate.undefined("risk_difference", n1 + n2, empty());
    }
    double p1 = (double) events1 / n1;
    double p2 = (double) events2 / n2;
    double[] first = wilson(events1, n1, confidence);
    double[] second = wilson(events2, n2, confidence);
    // e1/n1 − e2/n2 over one denominator, so that close shares do not cancel.
    double difference =
        product(events1, n2)
            .subtract(product(events2, n1))
            .divide(product(n1, n2), PairSums.QUOTIENT)
            .doubleValue();
    return new Estimate(
        "risk_difference",
        n1 + n2,
        difference,
        Math.max(-1, difference - Math.hypot(p1 - first[0], second[1] - p2)),
        Math.min(1, difference + Math.hypot(first[1] - p1, p2 - second[0])),
        null);
  }

  /**
   * The share of events in the first group over that in the second, with the interval of its
   * logarithm, SE² = 1/e₁ − 1/n₁ + 1/e₂ − 1/n₂. D. Katz et al., Biometrics 34 (1978) 469–474,
   * https://doi.org/10.2307/2530610.
   */
  public static Estimate riskRatio(
      long events1, long n1, long events2, long n2, double confidence) {
    check(events1, n1);
    check(events2, n2);
    if (n1 == 0 || n2 == 0) {
      return Estimate.undefined("risk_ratio", n1 + n2, empty());
    }
    if (events2 == 0) {
      return Estimate.undefined("risk_ratio", n1 + n2, noDenominator());
    }
    double ratio = (double) events1 / n1 * n2 / events2;
    double variance =
        (double) (n1 - events1) / events1 / n1 + (double) (n2 - events2) / events2 / n2;
    return onLogarithm("risk_ratio", n1 + n2, ratio, variance, confidence);
  }

  /**
   * The odds of events in the first group over those in the second, e₁(n₂ − e₂)/(e₂(n₁ − e₁)), with
   * the interval of its logarithm, whose variance is the sum of the reciprocal counts. B. Woolf,
   * Annals of Human Genetics 19 (1955) 251–253, https://doi.org/10.1111/j.1469-1809.1955.tb01348.x.
   */
  public static Estimate oddsRatio(
      long events1, long n1, long events2, long n2, double confidence) {
    check(events1, n1);
    check(events2, n2);
    if (n1 == 0 || n2 == 0) {
      return Estimate.undefined("odds_ratio", n1 + n2, empty());
    }
    long none1 = n1 - events1;
    long none2 = n2 - events2;
    if (none1 == 0 || events2 == 0) {
      return Estimate.undefined("odds_ratio", n1 + n2, noDenominator());
    }
    double ratio = (double) events1 / none1 * none2 / events2;
    double variance = 1.0 / events1 + 1.0 / none1 + 1.0 / events2 + 1.0 / none2;
    return onLogarithm("odds_ratio", n1 + n2, ratio, variance, confidence);
  }

  private static Estimate onLogarithm(
      String name, long n, double ratio, double variance, double confidence) {
    if (ratio == 0) {
      return new Estimate(name, n, 0.0, null, null, null);
    }
    double factor = Math.exp(Confidence.z(confidence) * Math.sqrt(variance));
    return new Estimate(name, n, ratio, ratio / factor, ratio * factor, null);
  }

  /** The roots of (p̂ − θ)² = z² θ(1 − θ)/n, the smaller from the product of both. */
  static double[] wilson(long events, long n, double confidence) {
    double p = (double) events / n;
    double q = (double) (n - events) / n;
    double z = Confidence.z(confidence);
    double square = z * z / n;
    double root = Math.sqrt(square * (p * q + square / 4));
    double high = (p + square / 2 + root) / (1 + square);
    double low = p * p / ((1 + square) * high);
    return new double[] {low, events == n ? 1 : high};
  }

  private static BigDecimal product(long a, long b) {
    return BigDecimal.valueOf(a).multiply(BigDecimal.valueOf(b));
  }

  private static void check(long events, long n) {
    if (events < 0 || events > n) {
      throw new IllegalArgumentException(
          "events is " + events + " of " + n + "; allowed is 0 to " + n);
    }
  }

  private static Reason empty() {
    return new Reason(
        State.TOO_FEW, "Un grupo no tiene observaciones.", "A group has no observations.");
  }

  private static Reason noDenominator() {
    return Undefined.notComputable(
        "El denominador de la razón es 0.", "The denominator of the ratio is 0.");
  }
}

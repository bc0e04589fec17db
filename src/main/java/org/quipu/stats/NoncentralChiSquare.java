package org.quipu.stats;

import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * The noncentral chi-square distribution: central ones with df + 2j degrees of freedom, mixed with
 * Poisson weights of mean λ/2. Sums start at the largest weight and go both ways, so that λ may be
 * 10<sup>9</sup>. D. Benton, K. Krishnamoorthy, Computational Statistics &amp; Data Analysis 43
 * (2003) 249–267, https://doi.org/10.1016/S0167-9473(02)00283-9.
 */
final class NoncentralChiSquare {
  private static final double NEGLIGIBLE = 1e-20;

  private NoncentralChiSquare() {}

  /** P(X ≤ x) with the given λ. */
  static double cumulative(double x, double df, double lambda) {
    double y = x / 2;
    double half = lambda / 2;
    double start = Math.floor(half);
    double cumulative = RegularizedGamma.P.value(df / 2 + start, y);
    double total = 1;
    double sum = cumulative;
    double weight = 1;
    double below = cumulative;
    double term = RegularizedGamma.P.derivative(df / 2 + start, y) * y / (df / 2 + start);
    double upTerm = term;
    for (double j = start; weight > NEGLIGIBLE * total; ) {
      below -= upTerm;
      j++;
      upTerm *= y / (df / 2 + j);
      weight *= half / j;
      total += weight;
      sum += weight * Math.max(0, below);
    }
    weight = 1;
    double above = cumulative;
    double downTerm = term;
    for (double j = start; j > 0 && weight > NEGLIGIBLE * total; j--) {
      downTerm *= (df / 2 + j) / y;
      above += downTerm;
      weight *= j / half;
      total += weight;
      sum += weight * above;
    }
    return sum / total;
  }

  /** The λ under which a value as large as x has half of what the level leaves; at least 0. */
  static double lowerBound(double x, double df, double level) {
    double tail = Confidence.tail(level);
    return Tails.chiSquareUpper(x, df) >= tail ? 0 : solve(x, df, 1 - tail);
  }

  /** The λ under which a value as small as x has half of what the level leaves; at least 0. */
  static double upperBound(double x, double df, double level) {
    double tail = Confidence.tail(level);
    return 1 - Tails.chiSquareUpper(x, df) <= tail ? 0 : solve(x, df, tail);
  }

  /** The cumulative probability falls as λ grows. */
  private static double solve(double x, double df, double probability) {
    double high = Math.max(x, 1);
    while (cumulative(x, df, high) > probability) {
      high += 4 * (Math.sqrt(high) + 1);
    }
    return Root.between(lambda -> probability - cumulative(x, df, lambda), 0, high);
  }
}

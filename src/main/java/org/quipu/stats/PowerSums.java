package org.quipu.stats;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * The number of values, their sum and the sum of their squares, without rounding: all that a mean,
 * a variance or an analysis of variance needs. Sums of parts add up to the sums of the whole, to
 * the bit, whatever the parts.
 *
 * <p>Edge cases:
 *
 * <ul>
 *   <li>no values: no mean and no sum of squared deviations (null)
 *   <li>one value: deviations 0, no variance (null)
 *   <li>a number beyond the range of a double: null
 * </ul>
 *
 * @param n number of values
 * @param sum Σx
 * @param sumOfSquares Σx²
 */
public record PowerSums(long n, BigDecimal sum, BigDecimal sumOfSquares) {
  /** The sums of no values. */
  public static final PowerSums NONE = new PowerSums(0, BigDecimal.ZERO, BigDecimal.ZERO);

  /** Digits of a quotient before it is rounded to a double, which has 17. */
  static final MathContext QUOTIENT = new MathContext(60);

  public PowerSums {
    if (n < 0) {
      throw new IllegalArgumentException("n is " + n + "; a number of values is not negative");
    }
  }

  /** The sums of these values and those together. */
  public PowerSums plus(PowerSums that) {
    return new PowerSums(
        Math.addExact(n, that.n), sum.add(that.sum), sumOfSquares.add(that.sumOfSquares));
  }

  /** The sums of all values of all parts. */
  public static PowerSums total(List<PowerSums> parts) {
    PowerSums total = NONE;
    for (PowerSums part : parts) {
      total = part.n > 0 ? total.plus(part) : total;
    }
    return total;
  }

  /** Σx / n, correctly rounded. */
  public Double mean() {
    return n == 0 ? null : quotient(sum, BigDecimal.valueOf(n));
  }

  /** Σ(x − mean)² = (n Σx² − (Σx)²) / n, correctly rounded. */
  public Double sumOfSquaredDeviations() {
    return n == 0 ? null : quotient(scaledDeviations(), BigDecimal.valueOf(n));
  }

  /** The variance with n − 1, correctly rounded. */
  public Double variance() {
    return n < 2 ? null : quotient(scaledDeviations(), degrees());
  }

  /** The standard deviation with n − 1, within one unit in the last place. */
  public Double sd() {
    return n < 2 ? null : rootOfQuotient(scaledDeviations(), degrees());
  }

  /** Whether there are values and all are the same. */
  public boolean constant() {
    return n > 0 && scaledDeviations().signum() == 0;
  }

  /** n Σx² − (Σx)², n times the sum of squared deviations, without rounding. */
  BigDecimal scaledDeviations() {
    return sumOfSquares.multiply(BigDecimal.valueOf(n)).subtract(sum.multiply(sum));
  }

  /** Σ(x − mean)² to sixty digits; there is a value. */
  BigDecimal squaredDeviations() {
    return scaledDeviations().divide(BigDecimal.valueOf(n), QUOTIENT);
  }

  /** The mean to sixty digits; there is a value. */
  BigDecimal exactMean() {
    return sum.divide(BigDecimal.valueOf(n), QUOTIENT);
  }

  /** This mean less that one, to sixty digits; both have values. */
  BigDecimal distanceTo(PowerSums that) {
    BigDecimal mine = BigDecimal.valueOf(n);
    BigDecimal theirs = BigDecimal.valueOf(that.n);
    return Residue.difference(sum.multiply(theirs), that.sum.multiply(mine))
        .divide(mine.multiply(theirs), QUOTIENT);
  }

  /** The variance with n − 1 to sixty digits; there are two values. */
  BigDecimal exactVariance() {
    return scaledDeviations().divide(degrees(), QUOTIENT);
  }

  private BigDecimal degrees() {
    return BigDecimal.valueOf(n).multiply(BigDecimal.valueOf(n - 1));
  }

  /** a / b as a double; null where it is beyond the range of a double or b is 0. */
  static Double quotient(BigDecimal a, BigDecimal b) {
    if (b.signum() == 0) {
      return null;
    }
    double rounded = Rounding.quotient(a, b);
    return Double.isFinite(rounded) ? rounded : null;
  }

  /** √(a / b) for a and b of the same sign; null as for {@link #quotient}. */
  static Double rootOfQuotient(BigDecimal a, BigDecimal b) {
    if (b.signum() == 0) {
      return null;
    }
    double square = Rounding.quotient(a, b);
    // Beyond the range of a double only the square is; a root of it may well be inside.
    double root =
        Double.isFinite(square) && square >= Double.MIN_NORMAL
            ? Math.sqrt(square)
            : a.divide(b, QUOTIENT).sqrt(MathContext.DECIMAL64).doubleValue();
    return Double.isFinite(root) ? root : null;
  }
}

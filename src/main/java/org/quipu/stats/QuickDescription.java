package org.quipu.stats;

import java.math.BigDecimal;

/**
 * The statistics of a table in twice the precision of a double, each rounded to a double only where
 * it is certain how the exact one rounds; NaN says that it is not, and that the exact one has to be
 * computed. So nothing depends on whether a number was found here or there, but the time it took.
 *
 * <p>Numbers so large or small that their squares leave the range of a double, or so close to each
 * other that their spread drowns, are left to exact arithmetic.
 */
final class QuickDescription {
  private static final double LEAST = 1e-60;
  private static final double MOST = 1e60;
  private static final long MOST_VALUES = 1L << 40;

  /** Relative error of few operations on {@link Twofold} numbers, with a wide margin. */
  private static final double ERROR = 0x1p-98;

  /** Neighbours closer than this part of the values are left alone. */
  private static final double SAME = 0x1p-60;

  /** The same of a few operations on doubles. */
  private static final double NEAR = 0x1p-48;

  /** 1.4826 without rounding to a double. */
  private static final Twofold MAD_SCALE =
      new Twofold(1.4826, new BigDecimal("1.4826").subtract(new BigDecimal(1.4826)).doubleValue());

  /** Digits of the mean from which exact arithmetic takes deviations, and of a power of two. */
  private static final int DIGITS = PowerSums.QUOTIENT.getPrecision();

  /** A rest of the mean that is not below this part of it is the same double to sixty digits. */
  private static final double LEAST_REST = 0x1p-130;

  private static final double DIGITS_OF_TWO = Math.log10(2);

  private final FrequencyTable table;
  private final long n;
  private final double largest;

  /** How far a value may be from what stands for it here: doubles and short decimals are exact. */
  private final double valueError;

  private final double mean;
  private final double trimmedMean;
  private final QuickDeviations deviations;
  private final Twofold q1;
  private final Twofold median;
  private final Twofold q3;
  private final Twofold lower;
  private final Twofold upper;

  /** Whether the quartiles, and so the fences, are one and the same value of the table. */
  private final boolean isFlat;

  private QuickDescription(FrequencyTable table, boolean plain) {
    this.table = table;
    this.n = table.n();
    this.largest = Math.max(Math.abs(table.value(0)), Math.abs(table.value(table.distinct() - 1)));
    this.valueError = plain ? 0 : largest * ERROR;
    long cut = n / 5;
    TwofoldSum sum = sum(cut, n - cut);
    this.trimmedMean = sum.roundedOver(n - 2 * cut, valueError);
    if (cut > 0) {
      sum.addAll(sum(0, cut));
      sum.addAll(sum(n - cut, n));
    }
    this.mean = cut > 0 ? sum.roundedOver(n, valueError) : trimmedMean;
    this.deviations = deviations(sum);
    this.q1 = quantile(1);
    this.median = quantile(2);
    this.q3 = quantile(3);
    this.isFlat = q1.high() == q3.high() && q1.low() == q3.low();
    Twofold reach = q3.minus(q1).times(1.5);
    this.lower = q1.minus(reach);
    this.upper = q3.plus(reach);
  }

  /** Of a table that is not empty; null where all is better computed exactly. */
  static QuickDescription of(FrequencyTable table) {
    if (table.n() > MOST_VALUES) {
      return null;
    }
    if (table.isWhole()) {
      return new QuickDescription(table, true);
    }
    boolean plain = true;
    double least = 0;
    for (int i = 0; i < table.distinct(); i++) {
      double size = Math.abs(table.value(i));
      if (size != 0 && (size < LEAST || size > MOST)) {
        return null;
      }
      // Decimals that differ so little are one and the same here.
      least = Math.max(least, size * SAME);
      if (i > 0 && table.value(i) - table.value(i - 1) <= least) {
        return null;
      }
      plain &= table.rest(i) == 0;
    }
    return new QuickDescription(table, plain);
  }

  private Twofold value(int i) {
    return new Twofold(table.value(i), table.rest(i));
  }

  /** The sum of the values from one rank up to but without another. */
  private TwofoldSum sum(long fromRank, long toRank) {
    TwofoldSum sum = new TwofoldSum();
    for (int i = table.indexAtRank(fromRank); i < table.distinct(); i++) {
      long below = table.below(i);
      if (below >= toRank) {
        break;
      }
      long count = Math.min(table.below(i + 1), toRank) - Math.max(below, fromRank);
      sum.add(table.value(i), table.rest(i), count);
    }
    return sum;
  }

  private QuickDeviations deviations(TwofoldSum sum) {
    if (table.distinct() == 1) {
      return null;
    }
    Twofold exact = sum.value().over(n);
    double centre = Double.isNaN(mean) ? exact.high() : mean;
    double rest = (exact.high() - centre) + exact.low();
    double bound = sum.error() / n + (table.isDecimal() ? 9 : 1) * largest * ERROR;
    boolean certain = valueError == 0 && sum.isExactOver(n);
    return new QuickDeviations(
        table, centre, rest, certain ? error(exact, centre, rest, bound) : bound, largest);
  }

  /**
   * How far a mean without error is from the one that exact arithmetic takes deviations from, which
   * has sixty digits: 0 where they are as good as the same.
   */
  private double error(Twofold mean, double centre, double rest, double bound) {
    if (hasFewDigits(mean)) {
      return rest == 0 || !table.isDecimal() ? 0 : bound;
    }
    double ulp = Math.ulp(centre);
    if (2 * Math.abs(rest) == ulp || 4 * Math.abs(rest) == ulp) {
      // In the middle between two doubles: it may round to the other one there.
      return Double.NaN;
    }
    return table.isDecimal() || Math.abs(rest) < LEAST_REST * Math.abs(centre) ? bound : 0;
  }

  /** Whether exact arithmetic, which takes deviations from a quotient, loses none of its digits. */
  private static boolean hasFewDigits(Twofold mean) {
    double last = mean.low() == 0 ? mean.high() : mean.low();
    int zeros = Long.numberOfTrailingZeros(Double.doubleToRawLongBits(last) | 1L << 52);
    int behindPoint = Math.max(0, 52 - zeros - Math.getExponent(last));
    double beforePoint = (1 + Math.getExponent(mean.high())) * DIGITS_OF_TWO + 1;
    return mean.high() == 0 || behindPoint + beforePoint <= DIGITS;
  }

  double mean() {
    return mean;
  }

  double trimmedMean() {
    return trimmedMean;
  }

  /** Σ(x − mean)² over two divisors; NaN also where the values hardly differ. */
  double squaredDeviationsOver(double divisor, double further) {
    return deviations == null ? 0 : deviations.squaresOver(divisor, further);
  }

  /** Skewness and kurtosis; null where they are not certain. */
  Moments moments() {
    if (n < 3 || deviations == null) {
      return new Moments(null, null);
    }
    return Double.isNaN(mean) ? null : deviations.moments();
  }

  /** The quantile of type 7 at some quarters. */
  private Twofold quantile(int quarters) {
    long position = quarters * (n - 1);
    long rank = position >> 2;
    int share = (int) (position & 3);
    int index = table.indexAtRank(rank);
    Twofold low = value(index);
    if (share == 0 || rank + 1 < table.below(index + 1)) {
      return low;
    }
    Twofold high = value(index + 1);
    // Half the sum of two doubles needs no rounding.
    return share == 2 ? low.plus(high).times(0.5) : low.plus(high.minus(low).times(share / 4.0));
  }

  double q1() {
    return near(q1, 2, 0, 0);
  }

  double median() {
    return near(median, 0, 2, 0);
  }

  double q3() {
    return near(q3, 0, 0, 2);
  }

  double iqr() {
    return isFlat ? 0 : near(q3.minus(q1), -2, 0, 2);
  }

  double lowerFence() {
    return near(lower, 5, 0, -3);
  }

  double upperFence() {
    return near(upper, -3, 0, 5);
  }

  /** A sum of halves of the quartiles, which is approximately known. */
  private double near(Twofold number, int first, int second, int third) {
    if (isShort()) {
      // Found without rounding: its operands are short.
      return number.rounded(0);
    }
    if (table.isDecimal()) {
      return number.rounded(8 * largest * ERROR);
    }
    // Of doubles it often lies in the middle between two others, where only exactness tells.
    TwofoldSum eighths = new TwofoldSum();
    addQuartile(eighths, 1, first);
    addQuartile(eighths, 2, second);
    addQuartile(eighths, 3, third);
    return eighths.isExact() ? eighths.value().high() / 8 + 0.0 : Double.NaN;
  }

  /** Four times a quartile, some times. */
  private void addQuartile(TwofoldSum sum, int quarters, int times) {
    if (times != 0) {
      long position = quarters * (n - 1);
      int share = (int) (position & 3);
      int index = table.indexAtRank(position >> 2);
      boolean single = share == 0 || (position >> 2) + 1 < table.below(index + 1);
      sum.addProduct(table.value(index), times * (single ? 4 : 4 - share));
      if (!single) {
        sum.addProduct(table.value(index + 1), times * share);
      }
    }
  }

  /** Whether sums and differences of a few values, and their eighths, are doubles. */
  private boolean isShort() {
    return table.isWhole() || table.distinct() == 1 && table.rest(0) == 0;
  }

  /** Values outside the fences, see {@link OutlierLimits}. */
  long outliers() {
    double breadth =
        OutlierLimits.share(table).doubleValue()
            * Math.max(Math.abs(lower.high()), Math.abs(upper.high()));
    int first = 0;
    while (distance(first, lower) < -breadth) {
      first++;
    }
    int last = table.distinct() - 1;
    while (distance(last, upper) > breadth) {
      last--;
    }
    return n - (table.below(last + 1) - table.below(first));
  }

  /** How far a value is above a fence: to the last digits where it is near, else roughly. */
  private double distance(int i, Twofold fence) {
    double roughly = (table.value(i) - fence.high()) - fence.low();
    return Math.abs(roughly) > largest * NEAR ? roughly : value(i).minus(fence).high();
  }

  /** The median distance from the median × 1.4826. */
  double mad() {
    int above = table.indexAtRank(n / 2);
    while (above > 0 && value(above - 1).compareTo(median) >= 0) {
      above--;
    }
    int below = above - 1;
    long seen = 0;
    int first = -1;
    int next = -1;
    while (seen <= n / 2) {
      next = isUpNearer(below, above) ? above++ : below--;
      seen += table.count(next);
      if (first < 0 && seen > (n - 1) / 2) {
        first = next;
      }
    }
    Twofold middle = distance(first).plus(distance(next)).times(0.5).times(MAD_SCALE);
    // Of a distance of 0 nothing is lost: a value is the median.
    return middle.high() == 0 ? 0 : middle.rounded(8 * largest * ERROR);
  }

  /** Of the nearest values below and from the median on that were not taken yet. */
  private boolean isUpNearer(int below, int above) {
    if (below < 0 || above == table.distinct()) {
      return below < 0;
    }
    double difference = distanceOfDouble(above) - distanceOfDouble(below);
    // Decimals so near are told apart by what their doubles lack.
    return table.isDecimal() && Math.abs(difference) < largest * NEAR
        ? value(above).plus(value(below)).minus(median.times(2)).high() <= 0
        : difference <= 0;
  }

  /** From the median; of doubles, with the precision of a double. */
  private Twofold distance(int i) {
    return table.isDecimal() ? value(i).minus(median).abs() : new Twofold(distanceOfDouble(i), 0);
  }

  private double distanceOfDouble(int i) {
    return Math.abs((table.value(i) - median.high()) - median.low());
  }
}

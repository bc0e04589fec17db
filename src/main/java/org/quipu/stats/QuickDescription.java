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

  /** The same of sums of squares, where the standard deviation is not far below the values. */
  private static final double SQUARES_ERROR = 0x1p-76;

  private static final double LEAST_SPREAD = 0x1p-18;

  /** Neighbours closer than this part of the values are left alone. */
  private static final double SAME = 0x1p-60;

  /** 1.4826 without rounding to a double. */
  private static final Twofold MAD_SCALE =
      new Twofold(1.4826, new BigDecimal("1.4826").subtract(new BigDecimal(1.4826)).doubleValue());

  private final FrequencyTable table;
  private final long n;
  private final double largest;
  private final Twofold mean;
  private final double meanError;
  private final double meanRounded;
  private final Twofold q1;
  private final Twofold median;
  private final Twofold q3;
  private final Twofold lower;
  private final Twofold upper;

  private QuickDescription(FrequencyTable table) {
    this.table = table;
    this.n = table.n();
    this.largest = Math.max(Math.abs(table.value(0)), Math.abs(table.value(table.distinct() - 1)));
    TwofoldSum sum = new TwofoldSum();
    addAll(sum, 0, n);
    this.mean = sum.value().over(n);
    this.meanError = sum.error() / n + largest * ERROR;
    this.meanRounded = sum.roundedOver(n, largest * ERROR);
    this.q1 = quantile(1);
    this.median = quantile(2);
    this.q3 = quantile(3);
    Twofold reach = q3.minus(q1).times(1.5);
    this.lower = q1.minus(reach);
    this.upper = q3.plus(reach);
  }

  /** Of a table that is not empty; null where all is better computed exactly. */
  static QuickDescription of(FrequencyTable table) {
    if (table.n() > MOST_VALUES) {
      return null;
    }
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
    }
    return new QuickDescription(table);
  }

  private Twofold value(int i) {
    return new Twofold(table.value(i), table.rest(i));
  }

  private void addAll(TwofoldSum sum, long fromRank, long toRank) {
    for (int i = 0; i < table.distinct(); i++) {
      long count = Math.min(table.below(i + 1), toRank) - Math.max(table.below(i), fromRank);
      if (count > 0) {
        sum.addProduct(table.value(i), count);
        if (table.rest(i) != 0) {
          sum.add(table.rest(i) * count);
        }
      }
    }
  }

  double mean() {
    return meanRounded;
  }

  double trimmedMean() {
    long cut = n / 5;
    TwofoldSum sum = new TwofoldSum();
    addAll(sum, cut, n - cut);
    return sum.roundedOver(n - 2 * cut, largest * ERROR);
  }

  /** Σ(x − mean)² over two divisors; NaN also where the values hardly differ. */
  double squaredDeviationsOver(double divisor, double further) {
    if (table.distinct() == 1) {
      return 0;
    }
    TwofoldSum sum = new TwofoldSum();
    for (int i = 0; i < table.distinct(); i++) {
      Twofold deviation = value(i).minus(mean);
      double count = table.count(i);
      Twofold square = deviation.times(deviation);
      sum.addProduct(square.high(), count);
      sum.add(square.low() * count);
    }
    Twofold total = sum.value();
    if (!(total.high() > LEAST_SPREAD * LEAST_SPREAD * largest * largest * n)) {
      return Double.NaN;
    }
    Twofold result = total.over(divisor).over(further);
    return result.rounded(result.high() * SQUARES_ERROR + 4 * sum.error() / divisor / further);
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
    return near(q3.minus(q1), -2, 0, 2);
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

  /** Values outside the fences; −1 where it is not certain whether one lies on a fence. */
  long outliers() {
    long inside = 0;
    boolean exact = isShort() || q1.equals(q3);
    for (int i = 0; i < table.distinct(); i++) {
      Twofold value = value(i);
      if (!exact && (touches(value, lower) || touches(value, upper))) {
        return -1;
      }
      if (value.compareTo(lower) >= 0 && value.compareTo(upper) <= 0) {
        inside += table.count(i);
      }
    }
    return n - inside;
  }

  private boolean touches(Twofold value, Twofold fence) {
    return Math.abs(value.minus(fence).high()) <= 16 * largest * ERROR;
  }

  /** The median distance from the median × 1.4826. */
  double mad() {
    int above = table.indexAtRank(n / 2);
    while (above > 0 && value(above - 1).compareTo(median) >= 0) {
      above--;
    }
    int below = above - 1;
    long firstRank = (n - 1) / 2;
    long seen = 0;
    Twofold first = null;
    while (true) {
      Twofold up = above < table.distinct() ? distance(above) : null;
      Twofold down = below >= 0 ? distance(below) : null;
      boolean takeUp = down == null || up != null && up.compareTo(down) <= 0;
      Twofold next = takeUp ? up : down;
      seen += takeUp ? table.count(above++) : table.count(below--);
      if (first == null && seen > firstRank) {
        first = next;
      }
      if (seen > n / 2) {
        Twofold middle = first.plus(next).times(0.5).times(MAD_SCALE);
        return middle.rounded(8 * largest * ERROR);
      }
    }
  }

  /** From the median; of doubles, with the precision of a double. */
  private Twofold distance(int i) {
    return table.isDecimal()
        ? value(i).minus(median).abs()
        : new Twofold(Math.abs((table.value(i) - median.high()) - median.low()), 0);
  }

  /** Skewness and kurtosis; null where they are not certain. */
  Moments moments() {
    if (n < 3 || table.distinct() == 1) {
      return new Moments(null, null);
    }
    if (Double.isNaN(meanRounded)) {
      return null;
    }
    double[] deviations = new double[table.distinct()];
    for (int i = 0; i < deviations.length; i++) {
      deviations[i] = deviation(i);
      if (Double.isNaN(deviations[i])) {
        return null;
      }
    }
    double most = Math.max(-deviations[0], deviations[deviations.length - 1]);
    TwofoldSum second = new TwofoldSum();
    TwofoldSum third = new TwofoldSum();
    TwofoldSum fourth = new TwofoldSum();
    for (int i = 0; i < deviations.length; i++) {
      double count = table.count(i);
      double d = deviations[i] / most;
      Twofold square = Twofold.product(d, d);
      second.addProduct(square.high(), count);
      second.add(square.low() * count);
      third.addProduct(d * d * d, count);
      Twofold power = Twofold.product(d * d, d * d);
      fourth.addProduct(power.high(), count);
      fourth.add(power.low() * count);
    }
    double m2 = second.value().rounded(second.error());
    double m3 = third.value().rounded(third.error());
    double m4 = fourth.value().rounded(fourth.error());
    return Double.isNaN(m2 + m3 + m4) ? null : Moments.of(n, m2, m3, m4);
  }

  /** A value less the mean, as {@link OrderStatistics#signedDistances} rounds it. */
  private double deviation(int i) {
    if (table.isDecimal()) {
      return value(i).minus(mean).rounded(meanError + 8 * largest * ERROR);
    }
    double distance = table.value(i) - meanRounded;
    double low = (mean.high() - meanRounded) + mean.low();
    double down = distance - (low - meanError);
    double up = distance - (low + meanError);
    return down == up ? up : Double.NaN;
  }
}

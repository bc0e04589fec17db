package org.quipu.stats;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * How many values lie in each of a row of intervals.
 *
 * <p>Edge cases, common to all:
 *
 * <ul>
 *   <li>no values: no bins
 *   <li>all values the same: one bin, of no width
 *   <li>a value on an edge belongs to the bin above it, the greatest to the last bin; the counts
 *       sum to n
 *   <li>values and edges are compared without rounding, so that order has no influence
 * </ul>
 */
public final class Histogram {
  private static final int MOST_BINS = 60;

  /** Below this many values the interquartile range says little, and Sturges' rule is taken. */
  private static final int FEW = 30;

  /** 1, 2, 5: each about half of the next, and easy to read. */
  private static final List<BigDecimal> STEPS =
      List.of(BigDecimal.ONE, BigDecimal.valueOf(2), BigDecimal.valueOf(5), BigDecimal.TEN);

  private static final BigDecimal NARROW = new BigDecimal("0.1");
  private static final BigDecimal WIDE = new BigDecimal("0.9");

  private Histogram() {}

  /**
   * A bin.
   *
   * @param lower lower edge, which belongs to it
   * @param upper upper edge, which does not, but in the last bin
   * @param count number of values
   */
  public record Bin(double lower, double upper, long count) {}

  /** {@link #logarithmic} where extremes squash the rest and all are positive, else linear. */
  public static List<Bin> of(FrequencyTable table) {
    return squashed(table) && table.min() > 0 ? logarithmic(table) : linear(table);
  }

  /**
   * Bins of one width, a round number: 1, 2 or 5 times a power of ten, next to the width of
   * Freedman and Diaconis, 2 iqr / ∛n, or, for fewer than 30 values or without an interquartile
   * range, of Sturges, (max − min) / (⌊log₂ n⌋ + 1). At most 60 bins.
   *
   * <p>References: D. Freedman, P. Diaconis, "On the histogram as a density estimator", Zeitschrift
   * für Wahrscheinlichkeitstheorie 57 (1981) 453–476, https://doi.org/10.1007/BF01025868; H. A.
   * Sturges, "The choice of a class interval", JASA 21 (1926) 65–66,
   * https://doi.org/10.1080/01621459.1926.10502161
   */
  public static List<Bin> linear(FrequencyTable table) {
    if (table.distinct() < 2) {
      return single(table);
    }
    BigDecimal least = table.decimal(0);
    BigDecimal greatest = table.decimal(table.distinct() - 1);
    BigDecimal width = roundWidth(table, greatest.subtract(least));
    List<BigDecimal> edges = new ArrayList<>();
    BigDecimal edge = least.divideToIntegralValue(width).multiply(width);
    edge = edge.compareTo(least) > 0 ? edge.subtract(width) : edge;
    edges.add(edge);
    while (edge.compareTo(greatest) < 0) {
      edge = edge.add(width);
      edges.add(edge);
    }
    return counted(table, edges);
  }

  /**
   * Bins between 1, 2 and 5 times the powers of ten, for positive values of very different size.
   *
   * @throws IllegalArgumentException if a value is not positive
   */
  public static List<Bin> logarithmic(FrequencyTable table) {
    if (table.distinct() < 2) {
      return single(table);
    }
    BigDecimal least = table.decimal(0);
    BigDecimal greatest = table.decimal(table.distinct() - 1);
    if (least.signum() <= 0) {
      throw new IllegalArgumentException(
          "logarithmic bins of " + least + "; allowed are positive values");
    }
    List<BigDecimal> edges = new ArrayList<>();
    BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(least.precision() - least.scale() - 1);
    for (int step = 0; edges.isEmpty() || edges.get(edges.size() - 1).compareTo(greatest) < 0; ) {
      BigDecimal edge = power.multiply(STEPS.get(step));
      // The last edge that is not above the least value starts the first bin.
      if (edges.size() == 1 && edge.compareTo(least) <= 0) {
        edges.clear();
      }
      edges.add(edge);
      step++;
      if (step == STEPS.size() - 1) {
        step = 0;
        power = power.scaleByPowerOfTen(1);
      }
    }
    return counted(table, edges);
  }

  /** Whether the middle four fifths of the values lie within a tenth of their range. */
  public static boolean squashed(FrequencyTable table) {
    if (table.distinct() < 2) {
      return false;
    }
    BigDecimal range = table.decimal(table.distinct() - 1).subtract(table.decimal(0));
    BigDecimal core =
        OrderStatistics.quantile(table, WIDE).subtract(OrderStatistics.quantile(table, NARROW));
    return core.compareTo(range.movePointLeft(1)) < 0;
  }

  private static BigDecimal roundWidth(FrequencyTable table, BigDecimal range) {
    double n = table.n();
    BigDecimal iqr =
        OrderStatistics.quantile(table, new BigDecimal("0.75"))
            .subtract(OrderStatistics.quantile(table, new BigDecimal("0.25")));
    BigDecimal bins = BigDecimal.valueOf(Math.floor(Math.log(n) / Math.log(2)) + 1);
    BigDecimal wanted =
        n < FEW || iqr.signum() == 0
            ? range.divide(bins, MathContext.DECIMAL64)
            : iqr.multiply(BigDecimal.valueOf(2 / Math.cbrt(n)));
    // Rounding the ends outwards may take one bin more.
    BigDecimal narrowest = range.divide(BigDecimal.valueOf(MOST_BINS - 1L), MathContext.DECIMAL64);
    BigDecimal target = wanted.max(narrowest);
    BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(target.precision() - target.scale() - 1);
    for (BigDecimal step : STEPS) {
      BigDecimal width = power.multiply(step);
      if (width.compareTo(target) >= 0) {
        return width;
      }
    }
    return power.multiply(BigDecimal.TEN);
  }

  private static List<Bin> counted(FrequencyTable table, List<BigDecimal> edges) {
    List<Bin> bins = new ArrayList<>();
    for (int i = 1; i < edges.size(); i++) {
      BigDecimal lower = edges.get(i - 1);
      BigDecimal upper = edges.get(i);
      long before = table.countBelow(lower);
      long upTo = i + 1 == edges.size() ? table.n() : table.countBelow(upper);
      bins.add(new Bin(lower.doubleValue(), upper.doubleValue(), upTo - before));
    }
    return List.copyOf(bins);
  }

  private static List<Bin> single(FrequencyTable table) {
    return table.n() == 0 ? List.of() : List.of(new Bin(table.min(), table.max(), table.n()));
  }
}

package org.quipu.stats;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The limits that a rule sets to the values of a sample. A value on a limit is no outlier.
 *
 * <p>Means of answers and attainments are quotients, which were rounded before they came here, and
 * so were the quartiles that limits are made of. What is nearer to a limit than their rounding can
 * have put it lies on it: 10⁻²⁸ of the greater limit for decimals of 34 digits, 10⁻¹⁴ for doubles.
 * Quotients of numbers as they occur never come that near without being equal.
 *
 * @param rule the rule
 * @param low lower limit, null where the rule has no limits
 * @param high upper limit, null where the rule has no limits
 * @param reason why the rule has no limits, null where it has
 */
public record OutlierLimits(OutlierRule rule, BigDecimal low, BigDecimal high, Reason reason) {

  private static final BigDecimal OF_DECIMALS = new BigDecimal("1e-28");
  private static final BigDecimal OF_DOUBLES = new BigDecimal("1e-14");

  /** The limits of the scale on which answers are given. */
  public static OutlierLimits ofScale(BigDecimal least, BigDecimal greatest) {
    return new OutlierLimits(OutlierRule.OUTSIDE_SCALE, least, greatest, null);
  }

  static OutlierLimits undefined(OutlierRule rule, Reason reason) {
    return new OutlierLimits(rule, null, null, reason);
  }

  /** The values of a table outside the limits, ascending; none where there are no limits. */
  public List<Outlier> outliers(FrequencyTable table) {
    if (reason != null) {
      return List.of();
    }
    OutlierLimits wide = forRounded(table);
    List<Outlier> found = new ArrayList<>();
    for (int i = 0; i < table.distinct() && table.decimal(i).compareTo(wide.low) < 0; i++) {
      found.add(new Outlier(rule, table.value(i), table.count(i), low.doubleValue()));
    }
    int first = table.distinct();
    while (first > 0 && table.decimal(first - 1).compareTo(wide.high) > 0) {
      first--;
    }
    for (int i = first; i < table.distinct(); i++) {
      found.add(new Outlier(rule, table.value(i), table.count(i), high.doubleValue()));
    }
    return List.copyOf(found);
  }

  /** The observations within the limits; all where there are none. */
  public FrequencyTable within(FrequencyTable table) {
    if (reason != null) {
      return table;
    }
    OutlierLimits wide = forRounded(table);
    int[] kept =
        IntStream.range(0, table.distinct())
            .filter(i -> table.decimal(i).compareTo(wide.low) >= 0)
            .filter(i -> table.decimal(i).compareTo(wide.high) <= 0)
            .toArray();
    long[] counts = IntStream.of(kept).mapToLong(table::count).toArray();
    return table.isDecimal()
        ? FrequencyTable.ofDecimals(
            IntStream.of(kept).mapToObj(table::decimal).toArray(BigDecimal[]::new), counts)
        : FrequencyTable.of(IntStream.of(kept).mapToDouble(table::value).toArray(), counts);
  }

  /** Number of observations outside the limits. */
  public long count(FrequencyTable table) {
    if (reason != null) {
      return 0;
    }
    OutlierLimits wide = forRounded(table);
    return table.countBelow(wide.low) + table.countAbove(wide.high);
  }

  /** The same limits with all that is taken to lie on them. */
  private OutlierLimits forRounded(FrequencyTable table) {
    if (rule == OutlierRule.OUTSIDE_SCALE) {
      return this;
    }
    BigDecimal breadth = low.abs().max(high.abs()).multiply(share(table));
    return new OutlierLimits(rule, low.subtract(breadth), high.add(breadth), null);
  }

  /** How far from a limit a value of the table lies on it, in parts of the greater limit. */
  static BigDecimal share(FrequencyTable table) {
    return table.isDecimal() ? OF_DECIMALS : OF_DOUBLES;
  }
}

package org.quipu.stats;

import java.math.BigDecimal;

/** The statistics of a table that is not empty, each without rounding until it is a double. */
final class ExactDescription {
  private static final BigDecimal QUARTER = new BigDecimal("0.25");
  private static final BigDecimal THREE_QUARTERS = new BigDecimal("0.75");
  private static final BigDecimal FENCE = new BigDecimal("1.5");

  /** 1 / Φ⁻¹(3/4), rounded as R's {@code mad} has it. */
  private static final BigDecimal MAD_SCALE = new BigDecimal("1.4826");

  private final FrequencyTable table;

  ExactDescription(FrequencyTable table) {
    this.table = table;
  }

  Double mean() {
    return table.powerSums().mean();
  }

  Double sd() {
    return table.powerSums().sd();
  }

  Double standardError() {
    PowerSums sums = table.powerSums();
    BigDecimal n = BigDecimal.valueOf(sums.n());
    return PowerSums.rootOfQuotient(
        sums.scaledDeviations(), n.multiply(n).multiply(n.subtract(BigDecimal.ONE)));
  }

  Double trimmedMean() {
    long cut = table.n() / 5;
    return table.powerSums(cut, table.n() - cut).mean();
  }

  Double q1() {
    return rounded(firstQuartile());
  }

  Double median() {
    return rounded(OrderStatistics.median(table));
  }

  Double q3() {
    return rounded(thirdQuartile());
  }

  Double iqr() {
    return rounded(thirdQuartile().subtract(firstQuartile()));
  }

  Double mad() {
    return rounded(OrderStatistics.medianDeviation(table).multiply(MAD_SCALE));
  }

  Double lowerFence() {
    return rounded(lower());
  }

  Double upperFence() {
    return rounded(upper());
  }

  long outliers() {
    return new OutlierLimits(OutlierRule.TUKEY, lower(), upper(), null).count(table);
  }

  private BigDecimal firstQuartile() {
    return OrderStatistics.quantile(table, QUARTER);
  }

  private BigDecimal thirdQuartile() {
    return OrderStatistics.quantile(table, THREE_QUARTERS);
  }

  private BigDecimal lower() {
    return firstQuartile().subtract(reach());
  }

  private BigDecimal upper() {
    return thirdQuartile().add(reach());
  }

  private BigDecimal reach() {
    return thirdQuartile().subtract(firstQuartile()).multiply(FENCE);
  }

  private static Double rounded(BigDecimal exact) {
    return Descriptives.finite(Rounding.of(exact));
  }
}

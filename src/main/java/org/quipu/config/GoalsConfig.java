package org.quipu.config;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * When a facility meets its goals.
 *
 * @param period what a goal is judged over
 * @param share the share of computable indicators to be met, 0 to 1
 * @param performanceSource where a DIRESA's performance comes from
 * @param networks which networks and DIRESAs facilities are counted in
 * @param boundMin the least sensible target or achievement; empty: no bound
 * @param boundMax the greatest sensible target or achievement; empty: no bound
 */
public record GoalsConfig(
    Period period,
    BigDecimal share,
    PerformanceSource performanceSource,
    Networks networks,
    Optional<BigDecimal> boundMin,
    Optional<BigDecimal> boundMax) {

  /** What a goal is judged over: the sums of a year, or each month. */
  public enum Period {
    YEAR,
    MONTH
  }

  /** Those of the period that a result is of, or today's. */
  public enum Networks {
    PERIOD,
    CURRENT
  }

  /** The DIRESA's own answer, or the facilities' indicators. */
  public enum PerformanceSource {
    REPORTED,
    INDICATORS
  }
}

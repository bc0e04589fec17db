package org.quipu.summary;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What a facility was to reach and did reach in an indicator over a goal period.
 *
 * @param target Σ of targets; null where none was given
 * @param achieved Σ of achievements; null where none was given
 */
public record GoalCell(
    String period, String facilityId, String indicatorId, BigDecimal target, BigDecimal achieved) {

  /** Whether the goal can be judged: both numbers are there and the target is not 0. */
  public boolean isComputable() {
    return target != null && achieved != null && target.signum() != 0;
  }

  /** Whether the achievement reaches the target; of a computable goal. */
  public boolean isMet(boolean lowerIsBetter) {
    int order = achieved.compareTo(target);
    return lowerIsBetter ? order <= 0 : order >= 0;
  }

  /**
   * Achieved / target, or target / achieved where lower is better, correctly rounded; null where
   * the divisor is 0 or the goal is not computable.
   */
  public Double attainment(boolean lowerIsBetter) {
    if (!isComputable() || (lowerIsBetter && achieved.signum() == 0)) {
      return null;
    }
    BigDecimal above = lowerIsBetter ? target : achieved;
    BigDecimal below = lowerIsBetter ? achieved : target;
    return above.divide(below, MathContext.DECIMAL128).doubleValue();
  }
}

package org.quipu.survey;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * A question of an instrument that is answered with a number.
 *
 * @param min least answer that the scale has
 * @param max greatest answer that the scale has
 * @param reversed whether a high answer means little of what the dimension measures
 */
public record Item(
    String itemId,
    String dimensionId,
    BigDecimal min,
    BigDecimal max,
    boolean reversed,
    String textEs,
    String textEn)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Whether an answer lies on the scale. */
  public boolean allows(BigDecimal answer) {
    return answer.compareTo(min) >= 0 && answer.compareTo(max) <= 0;
  }

  /** The answer as it enters scores: reversed items count from the other end, min + max − x. */
  public BigDecimal scored(BigDecimal answer) {
    return reversed ? min.add(max).subtract(answer) : answer;
  }
}

package org.quipu.stats;

/**
 * How far one observation carries a coefficient.
 *
 * @param min the smallest coefficient with one pair left out; null where none is defined
 * @param max the largest
 */
record LeaveOneOut(Double min, Double max) {

  static final LeaveOneOut NONE = new LeaveOneOut(null, null);

  /**
   * The range of coefficients.
   *
   * @param without the coefficient without each pair in turn; null where it is undefined
   */
  static LeaveOneOut of(Double[] without) {
    Double min = null;
    Double max = null;
    for (Double estimate : without) {
      if (estimate != null) {
        min = min == null ? estimate : Double.valueOf(Math.min(min, estimate));
        max = max == null ? estimate : Double.valueOf(Math.max(max, estimate));
      }
    }
    return new LeaveOneOut(min, max);
  }
}

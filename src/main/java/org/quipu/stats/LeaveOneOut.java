package org.quipu.stats;

/**
 * How far one observation carries a coefficient.
 *
 * @param min the smallest coefficient with one pair left out; null where none is defined
 * @param max the largest
 * @param mostInfluential the index, in the arrays given, of the pair whose absence moves the
 *     coefficient most; one whose absence leaves a constant moves it most of all. Between equals
 *     the pair with the smallest x, then y, then index. Null where there is no coefficient
 * @param estimateWithout the coefficient without that pair; null where it is undefined
 */
public record LeaveOneOut(Double min, Double max, Integer mostInfluential, Double estimateWithout) {
  static final LeaveOneOut NONE = new LeaveOneOut(null, null, null, null);

  static LeaveOneOut of(double estimate, Double[] without, Pairs pairs) {
    Double min = null;
    Double max = null;
    int most = 0;
    for (int i = 0; i < without.length; i++) {
      if (without[i] != null) {
        min = min == null ? without[i] : Double.valueOf(Math.min(min, without[i]));
        max = max == null ? without[i] : Double.valueOf(Math.max(max, without[i]));
      }
      if (comesFirst(i, most, estimate, without, pairs)) {
        most = i;
      }
    }
    return new LeaveOneOut(min, max, pairs.index()[most], without[most]);
  }

  private static boolean comesFirst(
      int i, int most, double estimate, Double[] without, Pairs pairs) {
    int order = Double.compare(moved(estimate, without[i]), moved(estimate, without[most]));
    if (order == 0) {
      order = Double.compare(pairs.x()[most], pairs.x()[i]);
    }
    return order != 0 ? order > 0 : pairs.y()[i] < pairs.y()[most];
  }

  private static double moved(double estimate, Double without) {
    return without == null ? Double.POSITIVE_INFINITY : Math.abs(without - estimate);
  }
}

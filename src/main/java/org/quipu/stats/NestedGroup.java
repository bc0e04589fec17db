package org.quipu.stats;

import java.math.BigDecimal;
import java.util.List;

/**
 * A group with clusters of its own, as a DIRESA has its facilities.
 *
 * @param clusters those with answers
 * @param sums of all of them
 * @param variance of the group's mean, robust to clusters; null without answers
 */
record NestedGroup(int clusters, PowerSums sums, BigDecimal variance) {

  static NestedGroup of(List<PowerSums> clusters) {
    PowerSums sums = PowerSums.total(clusters);
    BigDecimal squares = BigDecimal.ZERO;
    int filled = 0;
    for (PowerSums cluster : clusters) {
      if (cluster.n() > 0) {
        BigDecimal score = ClusteredMeans.score(cluster, sums);
        squares = squares.add(score.multiply(score));
        filled++;
      }
    }
    BigDecimal variance = filled == 0 ? null : ClusteredMeans.scaled(squares, sums, sums);
    return new NestedGroup(filled, sums, variance);
  }

  private boolean varies() {
    return variance.signum() != 0;
  }

  /**
   * Wald's statistic of equal means; null where two means do not vary, as nothing shows then
   * whether they differ by chance.
   *
   * <p>Method: means of groups without a common cluster vary on their own, so that the statistic is
   * the sum of their squared distances from their common mean, each weighted by its inverse
   * variance; a mean that does not vary is the common one.
   */
  static BigDecimal wald(List<NestedGroup> groups) {
    // Means are taken from that of one group, so that little cancels.
    NestedGroup base =
        groups.stream().filter(group -> !group.varies()).findFirst().orElse(groups.get(0));
    BigDecimal weights = base.varies() ? inverse(base.variance) : null;
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal squares = BigDecimal.ZERO;
    for (NestedGroup group : groups) {
      if (group == base) {
        continue;
      }
      if (!group.varies()) {
        return null;
      }
      BigDecimal distance = group.sums.distanceTo(base.sums);
      BigDecimal weighted = distance.divide(group.variance, PowerSums.QUOTIENT);
      sum = sum.add(weighted);
      squares = squares.add(weighted.multiply(distance));
      weights = weights == null ? null : weights.add(inverse(group.variance));
    }
    return weights == null
        ? squares
        : squares.subtract(sum.multiply(sum).divide(weights, PowerSums.QUOTIENT));
  }

  private static BigDecimal inverse(BigDecimal variance) {
    return BigDecimal.ONE.divide(variance, PowerSums.QUOTIENT);
  }
}

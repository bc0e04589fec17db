package org.quipu.stats;

import java.util.List;

/**
 * How far the members of one group agree, against members who answer at random: James, Demaree and
 * Wolf's r<sub>wg</sub> and r<sub>wg(j)</sub>. L. R. James, R. G. Demaree, G. Wolf, Journal of
 * Applied Psychology 69 (1984) 85–98, https://doi.org/10.1037/0021-9010.69.1.85.
 *
 * <ul>
 *   <li>an item that fewer than 2 members answered: {@code too_few}
 *   <li>more variance than at random: 0, as the R package multilevel has it
 *   <li>the order of items and of members changes no bit
 * </ul>
 */
public final class WithinGroupAgreement {
  private WithinGroupAgreement() {}

  /** The variance of an item with so many answers that are all as likely, (A² − 1)/12. */
  public static double uniformVariance(int answers) {
    if (answers < 2) {
      throw new IllegalArgumentException(
          "an item has " + answers + " answers; at least 2 are needed");
    }
    return ((double) answers * answers - 1) / 12;
  }

  /** r<sub>wg</sub> of one item: 1 − variance/random variance; method {@code rwg}. */
  public static Estimate rwg(FrequencyTable item, double randomVariance) {
    List<PowerSums> sums = List.of(item.powerSums());
    Reason few = fewMembers(sums);
    if (few != null) {
      return Estimate.undefined("rwg", item.n(), few);
    }
    double share = share(sums, randomVariance);
    return new Estimate("rwg", item.n(), 1 - share, null, null, null);
  }

  /**
   * r<sub>wg(j)</sub> of J items: J(1 − s)/(J(1 − s) + s), with s the mean variance of the items
   * over the random one; method {@code rwg_j}. n is the most members that answered an item.
   */
  public static Estimate rwgJ(List<FrequencyTable> items, double randomVariance) {
    return rwgJOfSums(items.stream().map(FrequencyTable::powerSums).toList(), randomVariance);
  }

  /** {@link #rwgJ} of items of which only the sums are known. */
  public static Estimate rwgJOfSums(List<PowerSums> items, double randomVariance) {
    long n = items.stream().mapToLong(PowerSums::n).max().orElse(0);
    Reason few = fewMembers(items);
    if (few != null) {
      return Estimate.undefined("rwg_j", n, few);
    }
    double share = share(items, randomVariance);
    double rest = items.size() * (1 - share);
    return new Estimate("rwg_j", n, rest / (rest + share), null, null, null);
  }

  private static Reason fewMembers(List<PowerSums> items) {
    if (items.isEmpty()) {
      return Undefined.tooFew("ítems", "items", 0, 1);
    }
    long fewest = items.stream().mapToLong(PowerSums::n).min().orElseThrow();
    return fewest < 2
        ? Undefined.tooFew("respuestas a un ítem", "answers to an item", fewest, 2)
        : null;
  }

  /** Mean variance of the items over the random one, at most 1. */
  private static double share(List<PowerSums> items, double randomVariance) {
    if (!(randomVariance > 0) || Double.isInfinite(randomVariance)) {
      throw new IllegalArgumentException(
          "random variance is " + randomVariance + "; it is above 0 and finite");
    }
    ExactSum sum = new ExactSum();
    for (PowerSums item : items) {
      Double variance = item.variance();
      if (variance == null) {
        return 1; // Beyond the range of a double, and so of any random variance.
      }
      sum.add(variance, 1);
    }
    return Math.min(1, sum.rounded() / randomVariance / items.size());
  }
}

package org.quipu.stats;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The groups that have observations, by their sums, with what several tests of the same groups
 * need: found once for all of them.
 *
 * @param filled the sums of each group, in the order in which they came
 * @param deviations for each, n Σx² − (Σx)², which is 0 where all its values are the same
 * @param all the sums of all groups together
 */
public record SummedGroups(List<PowerSums> filled, List<BigDecimal> deviations, PowerSums all) {

  /** Groups of which only the sums are known; those without observations are left out. */
  public static SummedGroups of(List<PowerSums> groups) {
    List<PowerSums> filled = new ArrayList<>(groups.size());
    List<BigDecimal> deviations = new ArrayList<>(groups.size());
    for (PowerSums group : groups) {
      if (group.n() > 0) {
        filled.add(group);
        deviations.add(group.scaledDeviations());
      }
    }
    return new SummedGroups(filled, deviations, PowerSums.total(filled));
  }

  /** The groups of tables. */
  public static SummedGroups ofTables(List<FrequencyTable> groups) {
    return of(groups.stream().map(FrequencyTable::powerSums).toList());
  }

  /** Number of groups. */
  int size() {
    return filled.size();
  }

  /** Number of observations. */
  public long n() {
    return all.n();
  }

  /** Whether a group has values that are all the same. */
  boolean anyConstant() {
    return deviations.stream().anyMatch(deviation -> deviation.signum() == 0);
  }
}

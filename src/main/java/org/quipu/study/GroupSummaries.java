package org.quipu.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.quipu.stats.FrequencyTable;
import org.quipu.table.row.GroupSummaryRow;

/**
 * Each group described, and all DIRESAs that responded as group 0: performance and practice scores
 * in percent, context as it was given.
 *
 * <p>Means weighted by facilities are computed without rounding: of performance, 100 × facilities
 * that meet their goals / facilities. DIRESAs of unknown facilities take no part in them.
 */
final class GroupSummaries {
  private final GroupSplit split;
  private final SortedMap<String, DiresaPerformance> performance;

  GroupSummaries(GroupSplit split, SortedMap<String, DiresaPerformance> performance) {
    this.split = split;
    this.performance = performance;
  }

  /** A row for each of the groups 0, 1 and 2 and each variable. */
  List<GroupSummaryRow> rows(SortedMap<String, SortedMap<String, BigDecimal>> variables) {
    List<GroupSummaryRow> rows = new ArrayList<>();
    for (int group = GroupSplit.EVERYONE; group <= 2; group++) {
      for (String variable : variables.keySet()) {
        rows.add(row(group, variable, variables.get(variable)));
      }
    }
    return rows;
  }

  private GroupSummaryRow row(int group, String variable, SortedMap<String, BigDecimal> values) {
    FrequencyTable table = split.values(group, values);
    List<String> weighing =
        split.members(group).stream()
            .filter(diresa -> values.containsKey(diresa) && performance.containsKey(diresa))
            .toList();
    long facilities =
        weighing.stream().mapToLong(diresa -> performance.get(diresa).facilities()).sum();
    return new GroupSummaryRow(
        group,
        variable,
        table.n(),
        weighing.isEmpty() ? null : (Long) facilities,
        weighing.isEmpty() ? null : weighted(weighing, values, facilities),
        table.mean(),
        table.min(),
        table.max());
  }

  private Double weighted(
      List<String> diresas, SortedMap<String, BigDecimal> values, long facilities) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String diresa : diresas) {
      BigDecimal weight = BigDecimal.valueOf(performance.get(diresa).facilities());
      sum = sum.add(values.get(diresa).multiply(weight));
    }
    return sum.divide(BigDecimal.valueOf(facilities), Percent.DIGITS).doubleValue();
  }
}

package org.quipu.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quipu.config.GroupsConfig;
import org.quipu.registry.Level;
import org.quipu.stats.Confidence;
import org.quipu.stats.Descriptives;
import org.quipu.stats.FrequencyTable;
import org.quipu.table.row.GroupAssignmentRow;
import org.quipu.table.row.UnitPerformanceRow;

/**
 * The DIRESAs that responded, in a higher (1) and a lower (2) performing group.
 *
 * <ul>
 *   <li>threshold: group 1 reaches it, compared without rounding
 *   <li>median: group 1 lies above the median; who lies on it is in group 2
 *   <li>list: group 1 is named; all others are group 2
 *   <li>by threshold or median a DIRESA without performance is in no group
 * </ul>
 *
 * @param diresas all that responded, sorted
 * @param groups DIRESA → 1 or 2, sorted
 */
record GroupSplit(List<String> diresas, SortedMap<String, Integer> groups) {
  /** All DIRESAs that responded, in result tables. */
  static final int EVERYONE = 0;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  static GroupSplit of(
      List<String> diresas, SortedMap<String, DiresaPerformance> performance, GroupsConfig config) {
    SortedMap<String, Integer> groups = new TreeMap<>();
    Double median = median(diresas, performance);
    for (String diresa : diresas) {
      DiresaPerformance of = performance.get(diresa);
      boolean first =
          switch (config.method()) {
            case LIST -> config.group1().contains(diresa);
            case THRESHOLD -> of != null && reaches(of, config.thresholdPercent());
            case MEDIAN -> of != null && of.percent() > median;
          };
      if (of != null || config.method() == GroupsConfig.Method.LIST) {
        groups.put(diresa, first ? 1 : 2);
      }
    }
    return new GroupSplit(List.copyOf(diresas), groups);
  }

  private static boolean reaches(DiresaPerformance of, BigDecimal percent) {
    BigDecimal needed = percent.multiply(BigDecimal.valueOf(of.facilities()));
    return HUNDRED.multiply(BigDecimal.valueOf(of.meeting())).compareTo(needed) >= 0;
  }

  private static Double median(
      List<String> diresas, SortedMap<String, DiresaPerformance> performance) {
    double[] percents =
        diresas.stream()
            .filter(performance::containsKey)
            .mapToDouble(diresa -> performance.get(diresa).percent())
            .toArray();
    return Descriptives.of(FrequencyTable.of(percents), 0, Confidence.USUAL).median();
  }

  /** The DIRESAs of a group, sorted; of {@link #EVERYONE} all that responded. */
  List<String> members(int group) {
    return group == EVERYONE
        ? diresas
        : diresas.stream()
            .filter(diresa -> Integer.valueOf(group).equals(groups.get(diresa)))
            .toList();
  }

  /** One row a DIRESA in a group. */
  List<GroupAssignmentRow> rows(SortedMap<String, DiresaPerformance> performance) {
    List<GroupAssignmentRow> rows = new ArrayList<>();
    groups.forEach(
        (diresa, group) -> {
          DiresaPerformance of = performance.get(diresa);
          rows.add(
              new GroupAssignmentRow(
                  diresa,
                  of == null ? null : (Double) of.percent(),
                  of == null ? null : (Long) of.facilities(),
                  group));
        });
    return rows;
  }

  /** The values of a group's DIRESAs that have one, as a table. */
  FrequencyTable values(int group, SortedMap<String, BigDecimal> values) {
    SortedMap<BigDecimal, Long> counts = new TreeMap<>();
    members(group).stream()
        .map(values::get)
        .filter(value -> value != null)
        .forEach(value -> counts.merge(value, 1L, Long::sum));
    return FrequencyTable.ofDecimals(counts);
  }

  /**
   * The performance of each group in every goal period and population, from that of its DIRESAs: a
   * group is a unit of the level {@code group}, named 1 or 2. None where DIRESAs have none.
   */
  List<UnitPerformanceRow> units(List<UnitPerformanceRow> units) {
    SortedMap<String, UnitPerformanceRow> sums = new TreeMap<>();
    for (UnitPerformanceRow row : units) {
      Integer group = row.level().equals(Level.DIRESA.id()) ? groups.get(row.unitId()) : null;
      if (group != null) {
        UnitPerformanceRow share =
            group(row.period(), group, row.population(), row.facilities(), row.meeting());
        sums.merge(
            row.period() + "/" + group + "/" + row.population(), share, GroupSplit::together);
      }
    }
    return List.copyOf(sums.values());
  }

  private static UnitPerformanceRow together(UnitPerformanceRow a, UnitPerformanceRow b) {
    return group(
        a.period(),
        Integer.parseInt(a.unitId()),
        a.population(),
        a.facilities() + b.facilities(),
        a.meeting() + b.meeting());
  }

  private static UnitPerformanceRow group(
      String period, int group, String population, long facilities, long meeting) {
    return new UnitPerformanceRow(
        period,
        Level.GROUP.id(),
        String.valueOf(group),
        population,
        facilities,
        meeting,
        Percent.of(meeting, facilities));
  }
}

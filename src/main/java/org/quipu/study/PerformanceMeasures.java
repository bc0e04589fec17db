package org.quipu.study;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quipu.config.GoalsConfig.PerformanceSource;
import org.quipu.quality.AcceptedRow;
import org.quipu.quality.SmallSource;
import org.quipu.registry.Level;
import org.quipu.table.row.UnitPerformanceRow;

/**
 * The performance of DIRESAs, measured in two ways: as they report it themselves and as the
 * indicators of their facilities have it.
 *
 * @param source which of the two counts as performance
 * @param period of which the DIRESAs' answers count ({@link AnsweredPeriod}), null if they did not
 *     answer
 * @param reported DIRESA → its answer, sorted
 * @param computed DIRESA → its indicators, sorted
 */
record PerformanceMeasures(
    PerformanceSource source,
    String period,
    SortedMap<String, DiresaPerformance> reported,
    SortedMap<String, DiresaPerformance> computed) {
  static final String PERFORMANCE = "performance";

  static PerformanceMeasures of(
      PerformanceSource source, SmallSource goalAttainment, List<UnitPerformanceRow> units) {
    String period = AnsweredPeriod.of(goalAttainment).period();
    return new PerformanceMeasures(
        source, period, reported(goalAttainment, period), computed(units, period));
  }

  /** The measure that counts. */
  SortedMap<String, DiresaPerformance> performance() {
    return source == PerformanceSource.REPORTED ? reported : computed;
  }

  /**
   * The measures by their names as variables, in percent: {@code performance}, the one that counts,
   * and {@code performance_reported}, {@code performance_indicators} where they exist.
   */
  SortedMap<String, SortedMap<String, BigDecimal>> variables() {
    SortedMap<String, SortedMap<String, BigDecimal>> variables = new TreeMap<>();
    variables.put(PERFORMANCE, percents(performance()));
    if (!reported.isEmpty()) {
      variables.put(PERFORMANCE + "_reported", percents(reported));
    }
    if (!computed.isEmpty()) {
      variables.put(PERFORMANCE + "_indicators", percents(computed));
    }
    return variables;
  }

  private static SortedMap<String, BigDecimal> percents(
      SortedMap<String, DiresaPerformance> byDiresa) {
    SortedMap<String, BigDecimal> percents = new TreeMap<>();
    byDiresa.forEach((diresa, of) -> percents.put(diresa, of.exactPercent()));
    return percents;
  }

  /**
   * What DIRESAs say themselves of their CLAS facilities in a period, by DIRESA: performance is the
   * inverse of deficiencies. A DIRESA with no facility has no performance.
   */
  private static SortedMap<String, DiresaPerformance> reported(
      SmallSource goalAttainment, String period) {
    SortedMap<String, DiresaPerformance> byDiresa = new TreeMap<>();
    for (AcceptedRow row : goalAttainment.rows()) {
      if (row.text("period").equals(period) && AnsweredPeriod.answers(row)) {
        long facilities = row.integer("facilities");
        byDiresa.put(
            row.text("diresa_id"),
            new DiresaPerformance(
                facilities, facilities - row.integer("facilities_with_deficiencies")));
      }
    }
    return byDiresa;
  }

  /**
   * What the facilities' indicators say, by DIRESA: of CLAS facilities or, where nobody knows which
   * these are, of all.
   *
   * @param reportedPeriod the period of which the DIRESAs answered, null if they did not; the
   *     latest goal period within it counts or, if there is none, the latest of all; of periods in
   *     which some facility could be judged
   */
  private static SortedMap<String, DiresaPerformance> computed(
      List<UnitPerformanceRow> units, String reportedPeriod) {
    List<UnitPerformanceRow> diresas =
        units.stream().filter(row -> row.level().equals(Level.DIRESA.id())).toList();
    boolean clas = diresas.stream().anyMatch(row -> row.population().equals(Population.CLAS));
    String population = clas ? Population.CLAS : Population.ALL;
    List<UnitPerformanceRow> judged =
        diresas.stream()
            .filter(row -> row.population().equals(population) && row.facilities() > 0)
            .toList();
    String period = goalPeriod(judged, reportedPeriod);
    SortedMap<String, DiresaPerformance> byDiresa = new TreeMap<>();
    judged.stream()
        .filter(row -> row.period().equals(period))
        .forEach(
            row ->
                byDiresa.put(row.unitId(), new DiresaPerformance(row.facilities(), row.meeting())));
    return byDiresa;
  }

  private static String goalPeriod(List<UnitPerformanceRow> rows, String reportedPeriod) {
    List<String> periods = rows.stream().map(UnitPerformanceRow::period).distinct().toList();
    return periods.stream()
        .filter(period -> reportedPeriod != null && period.startsWith(reportedPeriod))
        .max(Comparator.naturalOrder())
        .orElse(periods.stream().max(Comparator.naturalOrder()).orElse(null));
  }
}

package org.quipu.study;

import java.util.List;
import org.quipu.config.GoalsConfig;
import org.quipu.registry.FacilityRegistry;
import org.quipu.summary.GoalSums;
import org.quipu.table.row.ClasCoverageRow;

/**
 * Study {@code facility-performance}: which facilities meet their goals, and how far each indicator
 * is attained, from the nation down to the micro-network.
 *
 * <ul>
 *   <li>a goal can be judged where target and achievement are there and the target is not 0
 *   <li>a facility meets its goals when the indicators met are at least {@code goal-share} of those
 *       that can be judged, compared without rounding
 *   <li>a facility of which none can be judged is listed, with goals_met NULL, but not counted
 *   <li>every unit of the registry has its row in every period, though it be of 0 facilities
 *   <li>without a registry, or one that does not say who is under CLAS, the population {@code clas}
 *       is unknown and has no rows
 * </ul>
 *
 * @param goals sums of targets and achievements
 * @param registry the tree; may be absent
 * @param catalog of which indicators less is better
 * @param config when a facility meets its goals
 * @param confidence level of intervals
 */
public record FacilityPerformance(
    GoalSums goals,
    FacilityRegistry registry,
    IndicatorCatalog catalog,
    GoalsConfig config,
    double confidence) {

  /** The study's name. */
  public static final String ID = "facility-performance";

  /**
   * What the study finds.
   *
   * @param periods one a goal period that any facility has sums of, in order; their rows are made
   *     when they are asked for
   * @param coverage one a DIRESA and one for the nation; empty without a registry
   */
  public record Result(List<PeriodPerformance> periods, List<ClasCoverageRow> coverage) {}

  /** Computes the study, as far as it need be before anybody asks for a period's rows. */
  public Result compute() {
    return new Result(
        goals.goalPeriods().parallelStream()
            .map(period -> new PeriodPerformance(this, period))
            .toList(),
        ClasCoverage.of(registry));
  }
}

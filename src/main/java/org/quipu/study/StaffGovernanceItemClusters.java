package org.quipu.study;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quipu.registry.Level;
import org.quipu.stats.ClusteredMeans;
import org.quipu.stats.TestResult;
import org.quipu.summary.SurveyView;
import org.quipu.table.row.HypothesisTestRow;

/** Each item between DIRESAs and between networks, with facilities as clusters. */
final class StaffGovernanceItemClusters {
  /** More units than this are not compared by the robust test, whose cost is their number cubed. */
  private static final int MOST_GROUPS = 30;

  private StaffGovernanceItemClusters() {}

  /** Nothing without a registry: facilities are not known then. */
  static List<HypothesisTestRow> rows(SurveyView view, FacilitySums facilities) {
    return Stream.of(Level.DIRESA, Level.NETWORK)
        .flatMap(grouping -> rows(view, facilities, grouping))
        .toList();
  }

  private static Stream<HypothesisTestRow> rows(
      SurveyView view, FacilitySums facilities, Level grouping) {
    List<List<String>> units = List.copyOf(facilities.facilities(grouping).values());
    if (units.isEmpty() || units.size() > MOST_GROUPS) {
      return Stream.empty();
    }
    List<HypothesisTestRow> rows =
        IntStream.range(0, facilities.variables().size())
            .parallel()
            .filter(variable -> facilities.variables().get(variable).isItem())
            .mapToObj(
                variable ->
                    row(
                        view,
                        facilities,
                        grouping,
                        variable,
                        ClusteredMeans.testNested(facilities.clusters(units, variable))))
            .toList();
    return rows.stream();
  }

  private static HypothesisTestRow row(
      SurveyView view, FacilitySums facilities, Level grouping, int variable, TestResult result) {
    return StatisticRows.test(
        StaffGovernance.STUDY,
        view.cleaning().id(),
        Level.NATIONAL.id(),
        facilities.registry().nationalId(),
        facilities.variables().get(variable).id(),
        grouping.id(),
        result);
  }
}

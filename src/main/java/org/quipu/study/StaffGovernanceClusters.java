package org.quipu.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quipu.registry.Level;
import org.quipu.stats.ClusteredMeans;
import org.quipu.stats.Confidence;
import org.quipu.stats.DesignEffect;
import org.quipu.stats.IntraclassCorrelation;
import org.quipu.stats.IntraclassCorrelations;
import org.quipu.stats.PowerSums;
import org.quipu.stats.SummedGroups;
import org.quipu.stats.TestResult;
import org.quipu.summary.SurveyView;
import org.quipu.table.row.ClusteringRow;
import org.quipu.table.row.HypothesisTestRow;

/**
 * Staff of one facility answer alike: how much so, what it costs in precision, and the tests that
 * respect it, to be read beside the naive ones.
 */
final class StaffGovernanceClusters {
  /**
   * More units than this are not compared by the robust test: it takes each one's variance from its
   * few facilities, and the more of these there are, the more often it finds a difference by
   * chance.
   */
  private static final int MOST_GROUPS = 30;

  private final SurveyView view;
  private final FacilitySums facilities;

  /** The positions of the dimensions, and of the scale last, in the sums. */
  private final List<Integer> scores;

  private StaffGovernanceClusters(SurveyView view, FacilitySums facilities) {
    this.view = view;
    this.facilities = facilities;
    this.scores =
        IntStream.range(0, facilities.variables().size())
            .filter(variable -> !facilities.variables().get(variable).isItem())
            .boxed()
            .toList();
  }

  /** Nothing without a registry: facilities are not known then. */
  static List<Record> rows(SurveyView view, FacilitySums facilities) {
    StaffGovernanceClusters clusters = new StaffGovernanceClusters(view, facilities);
    List<Record> rows = new ArrayList<>();
    if (facilities.byFacility().isEmpty()) {
      return rows;
    }
    for (Level level : List.of(Level.NATIONAL, Level.DIRESA, Level.NETWORK)) {
      rows.addAll(
          List.copyOf(facilities.facilities(level).entrySet()).parallelStream()
              .flatMap(unit -> clusters.unit(level, unit.getKey(), unit.getValue()))
              .toList());
    }
    for (Level grouping : List.of(Level.DIRESA, Level.NETWORK)) {
      rows.addAll(clusters.acrossUnits(grouping));
    }
    return rows;
  }

  private Stream<Record> unit(Level level, String unit, List<String> members) {
    List<List<PowerSums>> clusters =
        members.stream()
            .map(id -> facilities.byFacility().get(id).subList(scores.get(0), scale()))
            .toList();
    return Stream.concat(
        scores.stream().map(variable -> clustering(variable, level, unit, members)),
        Stream.of(
            test(
                level,
                unit,
                StaffGovernanceTests.DIMENSION_SCORE,
                StaffGovernanceTests.DIMENSION,
                ClusteredMeans.test(clusters))));
  }

  /** The position of the scale, which follows the dimensions. */
  private int scale() {
    return scores.get(scores.size() - 1);
  }

  private ClusteringRow clustering(int position, Level level, String unit, List<String> members) {
    StaffVariable variable = facilities.variables().get(position);
    SummedGroups clusters =
        SummedGroups.of(members.stream().map(id -> facilities.sums(id, position)).toList());
    DesignEffect effect = DesignEffect.of(clusters);
    List<IntraclassCorrelation> correlations =
        IntraclassCorrelations.nested(clusters, Confidence.USUAL);
    return new ClusteringRow(
        StaffGovernance.STUDY,
        view.cleaning().id(),
        level.id(),
        unit,
        variable.id(),
        variable.kind().id(),
        Level.FACILITY.id(),
        effect.clusters(),
        effect.n(),
        estimate(correlations, "icc1"),
        estimate(correlations, "icc1k"),
        effect.designEffect(),
        effect.effectiveN(),
        effect.state().id(),
        StatisticRows.english(effect.reason()),
        StatisticRows.spanish(effect.reason()));
  }

  private static Double estimate(List<IntraclassCorrelation> correlations, String type) {
    return correlations.stream()
        .filter(one -> one.type().equals(type))
        .findFirst()
        .map(IntraclassCorrelation::estimate)
        .orElse(null);
  }

  /** Units of a level against each other in every variable, each facility a cluster of one unit. */
  private List<HypothesisTestRow> acrossUnits(Level grouping) {
    List<List<String>> units = List.copyOf(facilities.facilities(grouping).values());
    if (units.size() > MOST_GROUPS) {
      return List.of();
    }
    return IntStream.range(0, facilities.variables().size())
        .parallel()
        .mapToObj(
            variable ->
                test(
                    Level.NATIONAL,
                    facilities.registry().nationalId(),
                    facilities.variables().get(variable).id(),
                    grouping.id(),
                    ClusteredMeans.testNested(facilities.clusters(units, variable))))
        .toList();
  }

  private HypothesisTestRow test(
      Level level, String unit, String variable, String grouping, TestResult result) {
    return StatisticRows.test(
        StaffGovernance.STUDY, view.cleaning().id(), level.id(), unit, variable, grouping, result);
  }
}

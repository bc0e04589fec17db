package org.quipu.study;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.quipu.registry.FacilityRegistry;
import org.quipu.registry.Level;
import org.quipu.stats.ClusteredMeans;
import org.quipu.stats.DesignEffect;
import org.quipu.stats.FrequencyTable;
import org.quipu.stats.IntraclassCorrelation;
import org.quipu.stats.IntraclassCorrelations;
import org.quipu.stats.PowerSums;
import org.quipu.stats.TestResult;
import org.quipu.summary.SurveyView;
import org.quipu.table.row.ClusteringRow;
import org.quipu.table.row.HypothesisTestRow;

/**
 * Staff of one facility answer alike: how much so, what it costs in precision, and the tests that
 * respect it, to be read beside the naive ones.
 */
final class StaffGovernanceClusters {
  /** More units than this are not compared by the robust test, whose cost is their number cubed. */
  private static final int MOST_GROUPS = 30;

  private final SurveyView view;
  private final FacilityRegistry registry;
  private final List<StaffVariable> dimensions;

  /** Sums of each dimension, and of the scale last, by facility. */
  private final SortedMap<String, List<PowerSums>> sums = new TreeMap<>();

  private StaffGovernanceClusters(SurveyView view, FacilityRegistry registry) {
    this.view = view;
    this.registry = registry;
    this.dimensions = StaffVariable.dimensions(view.instrument());
    for (String facility : view.units(Level.FACILITY)) {
      sums.put(
          facility,
          scores()
              .map(variable -> variable.table(view, Level.FACILITY, facility))
              .map(FrequencyTable::powerSums)
              .toList());
    }
  }

  /** Nothing without a registry: facilities are not known then. */
  static List<Record> rows(SurveyView view, FacilityRegistry registry) {
    StaffGovernanceClusters clusters = new StaffGovernanceClusters(view, registry);
    List<Record> rows = new ArrayList<>();
    if (clusters.sums.isEmpty()) {
      return rows;
    }
    for (Level level : List.of(Level.NATIONAL, Level.DIRESA, Level.NETWORK)) {
      clusters
          .facilities(level)
          .forEach((unit, facilities) -> rows.addAll(clusters.unit(level, unit, facilities)));
    }
    for (Level grouping : List.of(Level.DIRESA, Level.NETWORK)) {
      rows.addAll(clusters.acrossUnits(grouping));
    }
    return rows;
  }

  private Stream<StaffVariable> scores() {
    return StaffVariable.of(view.instrument()).stream().filter(variable -> !variable.isItem());
  }

  /** The facilities with respondents in each unit of a level. */
  private SortedMap<String, List<String>> facilities(Level level) {
    SortedMap<String, List<String>> units = new TreeMap<>();
    for (String facility : sums.keySet()) {
      String unit = registry.unit(facility, level);
      if (unit != null) {
        units.computeIfAbsent(unit, k -> new ArrayList<>()).add(facility);
      }
    }
    return units;
  }

  private List<Record> unit(Level level, String unit, List<String> facilities) {
    List<Record> rows = new ArrayList<>();
    scores().forEach(variable -> rows.add(clustering(variable, level, unit, facilities)));
    List<List<PowerSums>> clusters =
        facilities.stream().map(id -> sums.get(id).subList(0, dimensions.size())).toList();
    rows.add(
        test(
            level,
            unit,
            StaffGovernanceTests.DIMENSION_SCORE,
            StaffGovernanceTests.DIMENSION,
            ClusteredMeans.test(clusters)));
    return rows;
  }

  private ClusteringRow clustering(
      StaffVariable variable, Level level, String unit, List<String> facilities) {
    List<PowerSums> clusters =
        facilities.stream()
            .map(id -> sums.get(id).get(variable.position()))
            .filter(cluster -> cluster.n() > 0)
            .toList();
    DesignEffect effect = DesignEffect.of(clusters);
    List<IntraclassCorrelation> correlations = IntraclassCorrelations.nestedSums(clusters);
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

  /** Units of a level against each other, each facility a cluster of one unit. */
  private List<Record> acrossUnits(Level grouping) {
    List<Record> rows = new ArrayList<>();
    List<String> units = List.copyOf(facilities(grouping).keySet());
    if (units.size() <= MOST_GROUPS) {
      scores()
          .forEach(
              variable ->
                  rows.add(
                      test(
                          Level.NATIONAL,
                          registry.nationalId(),
                          variable.id(),
                          grouping.id(),
                          ClusteredMeans.test(clusters(variable, grouping, units)))));
    }
    return rows;
  }

  private List<List<PowerSums>> clusters(
      StaffVariable variable, Level grouping, List<String> units) {
    List<List<PowerSums>> clusters = new ArrayList<>();
    sums.forEach(
        (facility, scores) -> {
          String unit = registry.unit(facility, grouping);
          PowerSums own = scores.get(variable.position());
          clusters.add(
              units.stream().map(other -> other.equals(unit) ? own : PowerSums.NONE).toList());
        });
    return clusters;
  }

  private HypothesisTestRow test(
      Level level, String unit, String variable, String grouping, TestResult result) {
    return StatisticRows.test(
        StaffGovernance.STUDY, view.cleaning().id(), level.id(), unit, variable, grouping, result);
  }
}

package org.quipu.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.quipu.registry.Level;
import org.quipu.stats.FrequencyTable;
import org.quipu.stats.OneWay;
import org.quipu.stats.OutlierLimits;
import org.quipu.stats.Outliers;
import org.quipu.stats.PowerSums;
import org.quipu.stats.SummedGroups;
import org.quipu.summary.SurveyView;
import org.quipu.table.row.ConclusionRow;
import org.quipu.table.row.HypothesisTestRow;

/**
 * The conclusions of study 2 in the nation, of which the analysis of variance is the published
 * method: do the dimensions differ, and do DIRESAs and networks differ in each dimension? Held
 * against the other tests, the tests that respect clusters, the other cleaning, the same without
 * outliers, and the same without each unit.
 */
final class StaffHeadlines {
  private static final String HEADLINE = "anova";
  private static final String CLUSTERED = "cluster_robust_wald";
  private static final Set<String> OTHERS =
      Set.of("welch_anova", "kruskal_wallis", "friedman", "rm_anova");

  private final SurveyView view;
  private final double alpha;

  /** Variable ~ grouping → tests of the nation, of this cleaning and of the other. */
  private final Map<String, List<HypothesisTestRow>> tests = new TreeMap<>();

  private StaffHeadlines(SurveyView view, List<HypothesisTestRow> tests, double alpha) {
    this.view = view;
    this.alpha = alpha;
    tests.stream()
        .filter(test -> test.level().equals(Level.NATIONAL.id()))
        .forEach(
            test ->
                this.tests
                    .computeIfAbsent(
                        test.variable() + "~" + test.grouping(), k -> new ArrayList<>())
                    .add(test));
  }

  /**
   * @param tests of both cleanings
   */
  static List<ConclusionRow> rows(SurveyView view, List<HypothesisTestRow> tests, double alpha) {
    StaffHeadlines headlines = new StaffHeadlines(view, tests, alpha);
    List<ConclusionRow> rows = new ArrayList<>();
    List<StaffVariable> dimensions = StaffVariable.dimensions(view.instrument());
    for (String nation : view.units(Level.NATIONAL)) {
      SortedMap<String, FrequencyTable> scores = new TreeMap<>();
      dimensions.forEach(one -> scores.put(one.id(), one.table(view, Level.NATIONAL, nation)));
      headlines.add(rows, StaffGovernanceTests.DIMENSION_SCORE, "dimension", scores);
      for (Level level : List.of(Level.DIRESA, Level.NETWORK)) {
        for (StaffVariable dimension : dimensions) {
          if (view.units(level).size() > 1) {
            headlines.add(rows, dimension.id(), level.id(), dimension.tables(view, level));
          }
        }
      }
    }
    return rows;
  }

  private void add(
      List<ConclusionRow> rows,
      String variable,
      String grouping,
      SortedMap<String, FrequencyTable> groups) {
    List<HypothesisTestRow> all = tests.getOrDefault(variable + "~" + grouping, List.of());
    String cleaning = view.cleaning().id();
    HypothesisTestRow found =
        all.stream()
            .filter(test -> test.cleaning().equals(cleaning) && test.method().equals(HEADLINE))
            .findFirst()
            .orElse(null);
    if (found == null || found.pValue() == null) {
      return;
    }
    Headline headline = Headline.of(found, alpha);
    for (HypothesisTestRow test : all) {
      boolean same = test.cleaning().equals(cleaning);
      if (same && OTHERS.contains(test.method())) {
        rows.add(headline.against(Alternative.method(test.method()), Finding.of(test)));
      } else if (same && test.method().equals(CLUSTERED)) {
        rows.add(headline.against(Alternative.clustering(test.method()), Finding.of(test)));
      } else if (!same && test.method().equals(HEADLINE)) {
        rows.add(headline.against(Alternative.cleaning(test.cleaning()), Finding.of(test)));
      }
    }
    rows.addAll(withoutOutliers(headline, groups));
    if (grouping.equals("dimension")) {
      rows.addAll(withoutUnits(headline));
    } else if (groups.size() <= CorrelationHeadlines.MOST_LEFT_OUT) {
      for (String unit : groups.keySet()) {
        SortedMap<String, FrequencyTable> rest = new TreeMap<>(groups);
        rest.remove(unit);
        rows.add(headline.against(Alternative.without(unit), anova(rest)));
      }
    }
  }

  private static Finding anova(SortedMap<String, FrequencyTable> groups) {
    return Finding.of(OneWay.anovaAlone(SummedGroups.ofTables(List.copyOf(groups.values()))));
  }

  private static List<ConclusionRow> withoutOutliers(
      Headline headline, SortedMap<String, FrequencyTable> groups) {
    List<ConclusionRow> rows = new ArrayList<>();
    List<List<OutlierLimits>> rules =
        Stream.of(
                groups.values().stream().map(Outliers::tukey).toList(),
                groups.values().stream().map(Outliers::tukeyFar).toList(),
                groups.values().stream().map(Outliers::modifiedZ).toList(),
                groups.values().stream().map(Outliers::adjustedBoxplot).toList())
            .toList();
    for (List<OutlierLimits> limits : rules) {
      SortedMap<String, FrequencyTable> kept = new TreeMap<>();
      int at = 0;
      for (Map.Entry<String, FrequencyTable> group : groups.entrySet()) {
        kept.put(group.getKey(), limits.get(at++).within(group.getValue()));
      }
      if (!kept.equals(groups)) {
        rows.add(headline.against(Alternative.outliers(limits.get(0).rule()), anova(kept)));
      }
    }
    return rows;
  }

  /** The dimensions without the staff of each unit of the first level that has several. */
  private List<ConclusionRow> withoutUnits(Headline headline) {
    Level split =
        Stream.of(Level.DIRESA, Level.NETWORK, Level.MICRONETWORK, Level.FACILITY)
            .filter(level -> view.units(level).size() > 1)
            .findFirst()
            .orElse(null);
    List<ConclusionRow> rows = new ArrayList<>();
    if (split == null || view.units(split).size() > CorrelationHeadlines.MOST_LEFT_OUT) {
      return rows;
    }
    for (String left : view.units(split)) {
      List<PowerSums> rest =
          StaffVariable.dimensions(view.instrument()).stream()
              .map(
                  dimension ->
                      less(
                          dimension.table(view, Level.NATIONAL, headline.unitId()).powerSums(),
                          dimension.table(view, split, left).powerSums()))
              .toList();
      rows.add(
          headline.against(
              Alternative.without(left), Finding.of(OneWay.anovaAlone(SummedGroups.of(rest)))));
    }
    return rows;
  }

  /** Of the nation all but one unit; staff of no unit stays. */
  private static PowerSums less(PowerSums whole, PowerSums part) {
    return new PowerSums(
        whole.n() - part.n(),
        whole.sum().subtract(part.sum()),
        whole.sumOfSquares().subtract(part.sumOfSquares()));
  }
}

package org.quipu.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.quipu.registry.Level;
import org.quipu.stats.EffectSize;
import org.quipu.stats.FrequencyTable;
import org.quipu.stats.MannWhitney;
import org.quipu.stats.OneWay;
import org.quipu.stats.TwoGroups;
import org.quipu.summary.SurveyView;
import org.quipu.table.row.EffectSizeRow;
import org.quipu.table.row.HypothesisTestRow;

/**
 * Effect sizes from the nation down to the network: those of the tests across dimensions, DIRESAs
 * and networks, ω² and ε² beside η², and those of pairs of dimensions in the nation.
 */
final class StaffGovernanceEffects {
  /** The effect that each test comes with; others have none. */
  private static final Map<String, String> EFFECTS =
      Map.of(
          "anova", "eta_squared",
          "welch_anova", "eta_squared",
          "kruskal_wallis", "epsilon_squared",
          "friedman", "kendalls_w",
          "rm_anova", "partial_eta_squared");

  private static final Set<String> LEVELS =
      Set.of(Level.NATIONAL.id(), Level.DIRESA.id(), Level.NETWORK.id());

  private static final Set<String> GROUPINGS =
      Set.of(StaffGovernanceTests.DIMENSION, Level.DIRESA.id(), Level.NETWORK.id());

  private final SurveyView view;
  private final double confidence;
  private final Map<String, StaffVariable> variables = new TreeMap<>();

  private StaffGovernanceEffects(SurveyView view, double confidence) {
    this.view = view;
    this.confidence = confidence;
    StaffVariable.of(view.instrument()).forEach(one -> variables.put(one.id(), one));
  }

  /**
   * @param tests of the same view
   */
  static List<EffectSizeRow> rows(
      SurveyView view, List<HypothesisTestRow> tests, double confidence) {
    StaffGovernanceEffects effects = new StaffGovernanceEffects(view, confidence);
    List<EffectSizeRow> rows =
        new ArrayList<>(
            tests.parallelStream()
                .filter(test -> LEVELS.contains(test.level()))
                .filter(test -> GROUPINGS.contains(test.grouping()))
                .filter(test -> EFFECTS.containsKey(test.method()))
                .flatMap(effects::ofTest)
                .toList());
    view.units(Level.NATIONAL).forEach(nation -> rows.addAll(effects.pairs(nation)));
    return rows;
  }

  private Stream<EffectSizeRow> ofTest(HypothesisTestRow test) {
    String effect = EFFECTS.get(test.method());
    EffectSize own = new EffectSize(effect, test.effectSize(), test.confLow(), test.confHigh());
    if (!test.method().equals("anova")) {
      return Stream.of(row(test, own));
    }
    List<EffectSize> others =
        test.pValue() == null
            ? List.of(
                new EffectSize("omega_squared", null, null, null),
                new EffectSize("epsilon_squared", null, null, null))
            : OneWay.effectSizes(groups(test), confidence).stream()
                .filter(size -> !size.name().equals(effect))
                .toList();
    return Stream.concat(Stream.of(own), others.stream()).map(size -> row(test, size));
  }

  /** The groups that a test compared. */
  private List<FrequencyTable> groups(HypothesisTestRow test) {
    if (!test.grouping().equals(StaffGovernanceTests.DIMENSION)) {
      return variables.get(test.variable()).listed(view, level(test.grouping()));
    }
    return StaffVariable.dimensions(view.instrument()).stream()
        .map(dimension -> dimension.table(view, level(test.level()), test.unitId()))
        .toList();
  }

  private static Level level(String id) {
    return Stream.of(Level.values()).filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private static EffectSizeRow row(HypothesisTestRow test, EffectSize of) {
    return new EffectSizeRow(
        test.study(),
        test.cleaning(),
        test.level(),
        test.unitId(),
        test.variable(),
        test.grouping(),
        null,
        null,
        test.method(),
        of.name(),
        test.n(),
        of.estimate(),
        of.confLow(),
        of.confHigh(),
        test.state(),
        test.reason(),
        test.reasonEs());
  }

  /** Each dimension against each other one, as if different people had answered. */
  private List<EffectSizeRow> pairs(String nation) {
    List<StaffVariable> dimensions =
        StaffVariable.dimensions(view.instrument()).stream()
            .sorted((a, b) -> a.id().compareTo(b.id()))
            .toList();
    List<EffectSizeRow> rows = new ArrayList<>();
    for (int a = 0; a < dimensions.size(); a++) {
      for (int b = a + 1; b < dimensions.size(); b++) {
        FrequencyTable first = dimensions.get(a).table(view, Level.NATIONAL, nation);
        FrequencyTable second = dimensions.get(b).table(view, Level.NATIONAL, nation);
        List<EffectSize> sizes = TwoGroups.effectSizes(first, second, confidence);
        EffectRows pair =
            new EffectRows(
                StaffGovernance.STUDY,
                view.cleaning().id(),
                Level.NATIONAL.id(),
                nation,
                StaffGovernanceTests.DIMENSION_SCORE,
                StaffGovernanceTests.DIMENSION,
                dimensions.get(a).id(),
                dimensions.get(b).id());
        rows.addAll(
            pair.of(TwoGroups.student(first, second, confidence), sizes, "cohens_d", "hedges_g"));
        rows.addAll(
            pair.of(
                MannWhitney.test(first, second, confidence),
                sizes,
                "rank_biserial",
                "cliffs_delta"));
      }
    }
    return rows;
  }
}

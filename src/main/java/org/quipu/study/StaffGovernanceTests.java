package org.quipu.study;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quipu.registry.Level;
import org.quipu.stats.FrequencyTable;
import org.quipu.stats.MomentSums;
import org.quipu.stats.OneWay;
import org.quipu.stats.PowerSums;
import org.quipu.stats.RankSums;
import org.quipu.stats.Ranks;
import org.quipu.stats.RepeatedMeasures;
import org.quipu.stats.SummedGroups;
import org.quipu.stats.TestResult;
import org.quipu.summary.JointScores;
import org.quipu.summary.SurveyView;
import org.quipu.table.row.HypothesisTestRow;

/**
 * Do the dimensions differ, in each unit; do the units differ, in each variable.
 *
 * <p>The dimensions are compared both as the publications do, as if each had been asked of other
 * people (analysis of variance, Kruskal–Wallis), and as what they are, ratings by the same people
 * (Friedman, repeated measures).
 */
final class StaffGovernanceTests {
  /** The variable of tests that compare the dimensions. */
  static final String DIMENSION_SCORE = "dimension_score";

  /** The grouping of tests that compare the dimensions. */
  static final String DIMENSION = "dimension";

  private final SurveyView view;
  private final FacilitySums facilities;
  private final double confidence;
  private final List<StaffVariable> dimensions;

  StaffGovernanceTests(SurveyView view, FacilitySums facilities, double confidence) {
    this.view = view;
    this.confidence = confidence;
    this.facilities = facilities;
    this.dimensions = StaffVariable.dimensions(view.instrument());
  }

  /** Do the dimensions differ in a unit. */
  List<HypothesisTestRow> acrossDimensions(Level level, String unit) {
    List<FrequencyTable> tables =
        dimensions.stream().map(dimension -> dimension.table(view, level, unit)).toList();
    JointScores joint = view.joint(level, unit);
    return Stream.concat(
            independent(
                tables,
                IntStream.range(0, tables.size())
                    .mapToObj(i -> sums(dimensions.get(i), level, unit, tables.get(i)))
                    .toList()),
            Stream.of(
                RepeatedMeasures.friedman(ranks(joint)), RepeatedMeasures.anova(moments(joint))))
        .map(result -> row(level, unit, DIMENSION_SCORE, DIMENSION, result))
        .toList();
  }

  /** Do the units of each level differ, in each variable. */
  List<HypothesisTestRow> acrossUnits() {
    return groupings().stream()
        .flatMap(
            grouping ->
                StaffVariable.of(view.instrument()).parallelStream()
                    .flatMap(variable -> acrossUnits(variable, grouping)))
        .toList();
  }

  /** The levels whose units are compared with each other. */
  private List<Level> groupings() {
    return view.levels().stream().filter(level -> level != Level.NATIONAL).toList();
  }

  private Stream<HypothesisTestRow> acrossUnits(StaffVariable variable, Level grouping) {
    List<String> units = List.copyOf(view.units(grouping));
    List<FrequencyTable> tables = variable.listed(view, grouping);
    List<PowerSums> sums =
        IntStream.range(0, units.size())
            .mapToObj(i -> sums(variable, grouping, units.get(i), tables.get(i)))
            .toList();
    return view.units(Level.NATIONAL).stream()
        .flatMap(
            nation ->
                independent(tables, sums)
                    .map(
                        result ->
                            row(Level.NATIONAL, nation, variable.id(), grouping.id(), result)));
  }

  /** Those of facilities are known. */
  private PowerSums sums(StaffVariable variable, Level level, String unit, FrequencyTable table) {
    return level == Level.FACILITY
        ? facilities.sums(unit, variable.index(view.instrument()))
        : table.powerSums();
  }

  private Stream<TestResult> independent(List<FrequencyTable> groups, List<PowerSums> sums) {
    SummedGroups summed = SummedGroups.of(sums);
    return Stream.of(
        OneWay.anova(summed, confidence),
        OneWay.welchAnova(summed, confidence),
        Ranks.kruskalWallis(groups),
        OneWay.levene(groups, sums));
  }

  private HypothesisTestRow row(
      Level level, String unit, String variable, String grouping, TestResult result) {
    return StatisticRows.test(
        StaffGovernance.STUDY, view.cleaning().id(), level.id(), unit, variable, grouping, result);
  }

  private static RankSums ranks(JointScores joint) {
    return new RankSums(
        joint.n(),
        IntStream.range(0, joint.dimensions()).mapToObj(joint::doubledRankSum).toList(),
        BigInteger.valueOf(joint.tieTerm()));
  }

  /** Of the scores' multiples, which gives the same test. */
  private static MomentSums moments(JointScores joint) {
    return new MomentSums(
        joint.n(),
        IntStream.range(0, joint.dimensions()).mapToObj(joint::sum).toList(),
        IntStream.range(0, joint.dimensions())
            .mapToObj(
                a ->
                    IntStream.range(0, joint.dimensions())
                        .mapToObj(b -> joint.product(a, b))
                        .toList())
            .toList());
  }
}

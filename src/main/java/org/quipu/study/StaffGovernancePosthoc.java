package org.quipu.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.quipu.registry.Level;
import org.quipu.stats.FrequencyTable;
import org.quipu.stats.PairComparison;
import org.quipu.stats.PostHoc;
import org.quipu.summary.SurveyView;
import org.quipu.table.row.PosthocRow;

/** Which dimensions differ from which, and which units, in the nation. */
final class StaffGovernancePosthoc {
  /** More units than this make more pairs than anyone reads: 30 units, 435 pairs. */
  private static final int MOST_GROUPS = 30;

  private final SurveyView view;
  private final String nation;
  private final double confidence;

  private StaffGovernancePosthoc(SurveyView view, String nation, double confidence) {
    this.confidence = confidence;
    this.view = view;
    this.nation = nation;
  }

  static List<PosthocRow> rows(SurveyView view, double confidence) {
    List<PosthocRow> rows = new ArrayList<>();
    for (String nation : view.units(Level.NATIONAL)) {
      StaffGovernancePosthoc posthoc = new StaffGovernancePosthoc(view, nation, confidence);
      rows.addAll(posthoc.acrossDimensions());
      for (Level level : view.levels()) {
        int groups = view.units(level).size();
        if (level != Level.NATIONAL && groups > 1 && groups <= MOST_GROUPS) {
          rows.addAll(posthoc.acrossUnits(level));
        }
      }
    }
    return rows;
  }

  private List<PosthocRow> acrossDimensions() {
    Map<String, FrequencyTable> groups = new TreeMap<>();
    StaffVariable.dimensions(view.instrument())
        .forEach(
            dimension -> groups.put(dimension.id(), dimension.table(view, Level.NATIONAL, nation)));
    return compare(groups, StaffGovernanceTests.DIMENSION_SCORE, StaffGovernanceTests.DIMENSION)
        .toList();
  }

  private List<PosthocRow> acrossUnits(Level level) {
    return StaffVariable.of(view.instrument()).parallelStream()
        .filter(variable -> !variable.isItem())
        .flatMap(variable -> compare(variable.tables(view, level), variable.id(), level.id()))
        .toList();
  }

  private Stream<PosthocRow> compare(
      Map<String, FrequencyTable> groups, String variable, String grouping) {
    return Stream.of(
            PostHoc.tukey(groups, confidence),
            PostHoc.gamesHowell(groups, confidence),
            PostHoc.dunn(groups))
        .flatMap(List::stream)
        .map(pair -> row(pair, variable, grouping));
  }

  private PosthocRow row(PairComparison pair, String variable, String grouping) {
    return new PosthocRow(
        StaffGovernance.STUDY,
        view.cleaning().id(),
        Level.NATIONAL.id(),
        nation,
        variable,
        grouping,
        pair.method(),
        pair.groupA(),
        pair.groupB(),
        pair.estimate(),
        pair.statistic(),
        pair.df(),
        pair.confLow(),
        pair.confHigh(),
        pair.pValue(),
        pair.pAdjusted(),
        pair.state().id(),
        StatisticRows.english(pair.reason()),
        StatisticRows.spanish(pair.reason()));
  }
}

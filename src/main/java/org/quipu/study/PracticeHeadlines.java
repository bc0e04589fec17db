package org.quipu.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.quipu.config.GroupsConfig;
import org.quipu.config.StatisticsConfig;
import org.quipu.registry.Level;
import org.quipu.stats.Confidence;
import org.quipu.stats.FrequencyTable;
import org.quipu.stats.MannWhitney;
import org.quipu.stats.TestResult;
import org.quipu.stats.TwoGroups;
import org.quipu.study.PairedUnits.Method;
import org.quipu.survey.Codebook;
import org.quipu.survey.Practice;
import org.quipu.table.row.ConclusionRow;
import org.quipu.table.row.CorrelationRow;

/**
 * The conclusions of study 1 held against every other method, every DIRESA left out and every
 * verdict flipped: of the correlation of practices and performance, and of both differences between
 * the groups.
 */
final class PracticeHeadlines {
  private static final String SCORE = PracticeAnswers.variable(PracticeAnswers.ALL_FUNCTIONS);

  private final PracticeAnswers answers;
  private final PerformanceMeasures measures;
  private final GroupsConfig groups;
  private final StatisticsConfig statistics;
  private final String nationalId;

  PracticeHeadlines(
      PracticeAnswers answers,
      PerformanceMeasures measures,
      GroupsConfig groups,
      StatisticsConfig statistics,
      String nationalId) {
    this.answers = answers;
    this.measures = measures;
    this.groups = groups;
    this.statistics = statistics;
    this.nationalId = nationalId;
  }

  /**
   * @param correlations of score and performance, partial ones among them
   */
  List<ConclusionRow> rows(List<CorrelationRow> correlations) {
    List<ConclusionRow> rows = new ArrayList<>();
    CorrelationHeadlines correlation =
        CorrelationHeadlines.of(
            pairs(answers, PerformanceMeasures.PERFORMANCE), correlations, statistics.alpha());
    for (Method method : Method.values()) {
      rows.addAll(correlation.rows(method));
      rows.addAll(correlationOtherwise(correlation.headline(method), method, correlations));
    }
    rows.addAll(performance());
    rows.addAll(practiceUse());
    return rows;
  }

  private PairedUnits pairs(PracticeAnswers of, String measure) {
    return PairedUnits.of(
        ManagementPractices.ID,
        Level.DIRESA,
        SCORE,
        of.scores(PracticeAnswers.ALL_FUNCTIONS),
        PerformanceMeasures.PERFORMANCE,
        measures.variables().get(measure));
  }

  private List<ConclusionRow> correlationOtherwise(
      Headline headline, Method method, List<CorrelationRow> correlations) {
    List<ConclusionRow> rows = new ArrayList<>();
    if (headline.found().pValue() == null) {
      return rows;
    }
    SortedMap<String, BigDecimal> performance =
        measures.variables().get(PerformanceMeasures.PERFORMANCE);
    measures
        .variables()
        .forEach(
            (measure, values) -> {
              if (!values.equals(performance)) {
                rows.add(
                    headline.against(
                        Alternative.measure(measure), Finding.of(pairs(answers, measure), method)));
              }
            });
    if (method == Method.PEARSON) {
      correlations.stream()
          .filter(row -> row.controls() != null && row.y().equals(PerformanceMeasures.PERFORMANCE))
          .forEach(
              row ->
                  rows.add(
                      headline.against(Alternative.adjusted(row.controls()), Finding.of(row))));
    }
    for (Practice practice : answers.codebook().practices()) {
      rows.add(
          headline.against(
              Alternative.flipped(practice),
              Finding.of(pairs(flipped(practice), PerformanceMeasures.PERFORMANCE), method)));
    }
    return rows;
  }

  /** The answers under a codebook that holds one practice for the opposite. */
  private PracticeAnswers flipped(Practice practice) {
    List<Practice> practices =
        answers.codebook().practices().stream()
            .map(
                one ->
                    one.equals(practice)
                        ? new Practice(
                            one.questionId(),
                            one.optionId(),
                            one.function(),
                            Alternative.opposite(one.verdict()),
                            one.textEs(),
                            one.textEn())
                        : one)
            .toList();
    return new PracticeAnswers(
        new Codebook(practices, answers.codebook().verdicts()), answers.marks());
  }

  /** Facilities that meet their goals. */
  private List<ConclusionRow> performance() {
    BiFunction<GroupSplit, PracticeAnswers, GroupCounts> counts =
        (split, of) -> GroupCounts.performance(split, measures.performance());
    return counted(counts, measures.variables().get(PerformanceMeasures.PERFORMANCE));
  }

  /** Good practices used; these, unlike facilities, depend on verdicts. */
  private List<ConclusionRow> practiceUse() {
    List<ConclusionRow> rows =
        counted(GroupCounts::practiceUse, answers.scores(PracticeAnswers.ALL_FUNCTIONS));
    Headline headline = headline(GroupCounts.practiceUse(split(List.of()), answers));
    if (headline.found().pValue() != null) {
      for (Practice practice : answers.codebook().practices()) {
        rows.add(
            headline.against(
                Alternative.flipped(practice),
                Finding.of(
                    GroupCounts.practiceUse(split(List.of()), flipped(practice)).chiSquare())));
      }
    }
    return rows;
  }

  private Headline headline(GroupCounts counts) {
    return Headline.of(
        StatisticRows.test(
            ManagementPractices.ID,
            null,
            Level.NATIONAL.id(),
            nationalId,
            counts.variable(),
            GroupTests.GROUPING,
            counts.chiSquare()),
        statistics.alpha());
  }

  /**
   * @param values what DIRESAs have instead of counts, to compare them as units
   */
  private List<ConclusionRow> counted(
      BiFunction<GroupSplit, PracticeAnswers, GroupCounts> counts,
      SortedMap<String, BigDecimal> values) {
    GroupSplit split = split(List.of());
    GroupCounts whole = counts.apply(split, answers);
    Headline headline = headline(whole);
    List<ConclusionRow> rows = new ArrayList<>();
    if (headline.found().pValue() == null) {
      return rows;
    }
    for (TestResult other : whole.naive(Confidence.USUAL)) {
      if (!other.method().equals("chi_square")) {
        rows.add(headline.against(Alternative.method(other.method()), Finding.of(other)));
      }
    }
    TestResult clustered = whole.clustered();
    rows.add(headline.against(Alternative.clustering(clustered.method()), Finding.of(clustered)));
    FrequencyTable first = split.values(1, values);
    FrequencyTable second = split.values(2, values);
    for (TestResult ofUnits :
        List.of(
            TwoGroups.welch(first, second, Confidence.USUAL),
            MannWhitney.test(first, second, Confidence.USUAL))) {
      rows.add(
          headline.against(
              Alternative.clustering(ofUnits.method() + "_of_diresas"), Finding.of(ofUnits)));
    }
    for (String diresa : split.groups().keySet()) {
      rows.add(
          headline.against(
              Alternative.without(diresa),
              Finding.of(counts.apply(split(List.of(diresa)), answers).chiSquare())));
    }
    return rows;
  }

  /** The groups again, of all DIRESAs but some. */
  private GroupSplit split(List<String> without) {
    List<String> diresas =
        answers.diresas().stream().filter(diresa -> !without.contains(diresa)).toList();
    SortedMap<String, DiresaPerformance> performance = new TreeMap<>(measures.performance());
    performance.keySet().removeAll(without);
    return GroupSplit.of(diresas, performance, groups);
  }
}

package org.quipu.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.quipu.config.GoalsConfig.PerformanceSource;
import org.quipu.config.GroupsConfig;
import org.quipu.config.PracticesConfig;
import org.quipu.config.StatisticsConfig;
import org.quipu.quality.SmallSource;
import org.quipu.registry.Facility;
import org.quipu.registry.FacilityRegistry;
import org.quipu.registry.Level;
import org.quipu.survey.Codebook;
import org.quipu.survey.Practice;
import org.quipu.survey.Verdict;
import org.quipu.table.row.ConclusionRow;
import org.quipu.table.row.CorrelationRow;
import org.quipu.table.row.EffectSizeRow;
import org.quipu.table.row.GroupAssignmentRow;
import org.quipu.table.row.GroupSummaryRow;
import org.quipu.table.row.HypothesisTestRow;
import org.quipu.table.row.LeaveOneOutRow;
import org.quipu.table.row.PanelAgreementRow;
import org.quipu.table.row.PracticeComparisonRow;
import org.quipu.table.row.PracticeScoreRow;
import org.quipu.table.row.PracticeUseRow;
import org.quipu.table.row.ResponseRow;
import org.quipu.table.row.SurveySizeRow;
import org.quipu.table.row.UnitPerformanceRow;

/**
 * Study {@code management-practices}: do DIRESAs that use more good management practices have more
 * CLAS facilities that reach their contracted goals?
 *
 * <p>Source of the method: L. C. Altobelli, "Regional management of community-comanaged primary
 * health care in Peru", Global Health: Science and Practice 12 (2024).
 *
 * @param survey answers of the DIRESAs
 * @param codebook the options with the panel's verdicts
 * @param goalAttainment the DIRESAs' own answers on their facilities; may be absent
 * @param registry the tree; may be absent
 * @param context what else may tell the groups apart; may be absent
 * @param units performance as the indicators have it, of all levels; empty where there is none
 * @param settings the configuration
 */
public record ManagementPractices(
    SmallSource survey,
    Codebook codebook,
    SmallSource goalAttainment,
    FacilityRegistry registry,
    SmallSource context,
    List<UnitPerformanceRow> units,
    Settings settings) {

  /** The study's name. */
  public static final String ID = "management-practices";

  /**
   * What the study is told.
   *
   * @param source which measure counts as performance
   * @param contextIndicators the indicators of {@code context} to compare
   * @param statistics levels of confidence, draws and seed
   */
  public record Settings(
      PerformanceSource source,
      GroupsConfig groups,
      PracticesConfig practices,
      List<String> contextIndicators,
      StatisticsConfig statistics) {}

  /**
   * What the study finds, a list a table.
   *
   * @param groupUnits further rows of {@code unit_performance}: the groups as units
   */
  public record Result(
      List<ResponseRow> response,
      List<SurveySizeRow> surveySize,
      List<PanelAgreementRow> agreement,
      List<PracticeUseRow> uses,
      List<PracticeScoreRow> scores,
      List<GroupAssignmentRow> assignments,
      List<GroupSummaryRow> summaries,
      List<PracticeComparisonRow> comparisons,
      List<CorrelationRow> correlations,
      List<LeaveOneOutRow> leaveOneOut,
      List<HypothesisTestRow> tests,
      List<EffectSizeRow> effects,
      List<ConclusionRow> conclusions,
      List<UnitPerformanceRow> groupUnits) {

    /** All rows, table by table. */
    public List<Record> rows() {
      List<Record> all = new ArrayList<>();
      Stream.of(
              response,
              surveySize,
              agreement,
              uses,
              scores,
              assignments,
              summaries,
              comparisons,
              correlations,
              leaveOneOut,
              tests,
              effects,
              conclusions,
              groupUnits)
          .forEach(all::addAll);
      return all;
    }
  }

  /** Computes the study. */
  public Result compute() {
    PracticeAnswers answers = PracticeAnswers.of(survey, codebook);
    PerformanceMeasures measures = PerformanceMeasures.of(settings.source, goalAttainment, units);
    GroupSplit split = GroupSplit.of(answers.diresas(), measures.performance(), settings.groups);
    List<PairedUnits> pairs = pairs(answers, measures);
    List<CorrelationRow> correlations =
        new ArrayList<>(PairedUnits.correlations(pairs, settings.statistics));
    correlations.addAll(partial(pairs));
    List<ConclusionRow> conclusions =
        new PracticeHeadlines(
                answers, measures, settings.groups, settings.statistics, registry.nationalId())
            .rows(correlations);
    Conclusions judged = Conclusions.of(conclusions);
    return new Result(
        List.of(response(answers, measures)),
        List.of(surveySize()),
        PanelAgreement.of(codebook, settings.statistics.confidence()),
        answers.useRows(),
        answers.scoreRows(),
        split.rows(measures.performance()),
        summaries(answers, measures, split),
        new PracticeComparison(answers, split, settings.practices).rows(),
        correlations.stream().map(judged::mark).toList(),
        leaveOneOut(pairs),
        tests(answers, measures, split).stream().map(judged::mark).toList(),
        effects(answers, measures, split),
        conclusions,
        split.units(units));
  }

  private ResponseRow response(PracticeAnswers answers, PerformanceMeasures measures) {
    SortedSet<String> surveyed = registry.isPresent() ? registry.diresas() : new TreeSet<>();
    if (!registry.isPresent()) {
      survey.rows().forEach(row -> surveyed.add(row.text("diresa_id")));
    }
    List<DiresaPerformance> reports =
        answers.diresas().stream()
            .map(measures.reported()::get)
            .filter(report -> report != null)
            .toList();
    Long reported =
        reports.isEmpty()
            ? null
            : (Long) reports.stream().mapToLong(DiresaPerformance::facilities).sum();
    Long total =
        registry.knowsClas()
            ? (Long) registry.facilities().stream().filter(Facility::isUnderClas).count()
            : null;
    return new ResponseRow(
        ID,
        (long) surveyed.size(),
        answers.diresas().size(),
        reported,
        total,
        reported == null || total == null ? null : Percent.of(reported, total));
  }

  private SurveySizeRow surveySize() {
    List<Practice> practices = codebook.practices();
    return new SurveySizeRow(
        practices.stream().map(Practice::questionId).distinct().count(),
        practices.size(),
        codebook.good().size(),
        practices.stream()
            .filter(practice -> practice.verdict() == Verdict.LESS_EFFECTIVE)
            .count());
  }

  private List<GroupSummaryRow> summaries(
      PracticeAnswers answers, PerformanceMeasures measures, GroupSplit split) {
    SortedMap<String, SortedMap<String, BigDecimal>> variables = scoresAndContext(answers);
    variables.put(
        PerformanceMeasures.PERFORMANCE, measures.variables().get(PerformanceMeasures.PERFORMANCE));
    return new GroupSummaries(split, measures.performance()).rows(variables);
  }

  private SortedMap<String, SortedMap<String, BigDecimal>> scoresAndContext(
      PracticeAnswers answers) {
    SortedMap<String, SortedMap<String, BigDecimal>> variables =
        ContextValues.of(context, settings.contextIndicators);
    variables.putAll(answers.scoreVariables());
    return variables;
  }

  private static List<PairedUnits> pairs(PracticeAnswers answers, PerformanceMeasures measures) {
    List<PairedUnits> pairs = new ArrayList<>();
    answers
        .scoreVariables()
        .forEach(
            (score, scores) ->
                measures
                    .variables()
                    .forEach(
                        (measure, percents) ->
                            pairs.add(
                                PairedUnits.of(
                                    ID, Level.DIRESA, score, scores, measure, percents))));
    return pairs;
  }

  /** Of the whole score alone; functions have too few practices to adjust. */
  private List<CorrelationRow> partial(List<PairedUnits> pairs) {
    SortedMap<String, SortedMap<String, BigDecimal>> held =
        ContextValues.of(context, settings.contextIndicators);
    return pairs.stream()
        .filter(ManagementPractices::isOfTotal)
        .flatMap(
            pair -> PartialCorrelations.rows(pair, held, settings.statistics.confidence()).stream())
        .toList();
  }

  private static boolean isOfTotal(PairedUnits pair) {
    return pair.xName().equals(PracticeAnswers.variable(PracticeAnswers.ALL_FUNCTIONS));
  }

  private List<LeaveOneOutRow> leaveOneOut(List<PairedUnits> pairs) {
    return pairs.stream()
        .filter(ManagementPractices::isOfTotal)
        .flatMap(pair -> pair.leaveOneOut(settings.statistics.alpha()).stream())
        .toList();
  }

  private List<HypothesisTestRow> tests(
      PracticeAnswers answers, PerformanceMeasures measures, GroupSplit split) {
    GroupTests tests =
        new GroupTests(ID, registry.nationalId(), split, settings.statistics.confidence());
    GroupCounts goals = GroupCounts.performance(split, measures.performance());
    List<HypothesisTestRow> rows = new ArrayList<>(tests.counted(goals));
    rows.addAll(tests.acrossDiresas(goals, settings.statistics));
    rows.addAll(tests.counted(GroupCounts.practiceUse(split, answers)));
    rows.addAll(tests.values(scoresAndContext(answers)));
    return rows;
  }

  private List<EffectSizeRow> effects(
      PracticeAnswers answers, PerformanceMeasures measures, GroupSplit split) {
    GroupEffects effects =
        new GroupEffects(ID, registry.nationalId(), split, settings.statistics.confidence());
    List<EffectSizeRow> rows =
        new ArrayList<>(effects.counted(GroupCounts.performance(split, measures.performance())));
    rows.addAll(effects.counted(GroupCounts.practiceUse(split, answers)));
    rows.addAll(effects.practices(answers));
    rows.addAll(effects.values(scoresAndContext(answers)));
    return rows;
  }
}

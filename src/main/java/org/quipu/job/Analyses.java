package org.quipu.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.quipu.config.JobConfig;
import org.quipu.config.StudyName;
import org.quipu.model.GoalModel;
import org.quipu.model.InstrumentComponents;
import org.quipu.model.PracticeProfiles;
import org.quipu.source.SourceContract;
import org.quipu.study.FacilityPerformance;
import org.quipu.study.FigureCheck;
import org.quipu.study.FittedLines;
import org.quipu.study.IndicatorCatalog;
import org.quipu.study.Linkage;
import org.quipu.study.ManagementPractices;
import org.quipu.study.PeriodPerformance;
import org.quipu.study.StaffGovernance;
import org.quipu.study.UnitPart;
import org.quipu.summary.Fingerprint;
import org.quipu.summary.GoalHistory;
import org.quipu.summary.GoalSums;
import org.quipu.summary.SurveySummary;
import org.quipu.summary.SurveyView;
import org.quipu.table.Block;
import org.quipu.table.row.CleaningEffectRow;
import org.quipu.table.row.CompletenessRow;
import org.quipu.table.row.DescriptiveRow;
import org.quipu.table.row.FacilityPerformanceRow;
import org.quipu.table.row.FrequencyRow;
import org.quipu.table.row.GroupAssignmentRow;
import org.quipu.table.row.IndicatorSummaryRow;
import org.quipu.table.row.PracticeScoreRow;
import org.quipu.table.row.PracticeUseRow;
import org.quipu.table.row.UnitPerformanceRow;

/** The analyses of each study, each behind those that it builds on. */
final class Analyses {
  private static final Set<String> INDICATORS = Set.of(SourceContract.FACILITY_INDICATOR.name());
  private static final Set<String> SURVEY = Set.of(SourceContract.STAFF_SURVEY.name());

  private Analyses() {}

  /** What a job asks for. A study that builds on another's tables brings that one along. */
  static List<Analysis> of(JobConfig config, Given given) {
    List<Analysis> analyses = new ArrayList<>();
    if (given.goals()) {
      analyses.add(
          new Analysis(
              "completeness",
              List.of(),
              INDICATORS,
              Set.of(CompletenessRow.class),
              Analyses::completeness,
              kept -> {}));
    }
    boolean linkage = config.runs(StudyName.LINKAGE);
    boolean practices = config.runs(StudyName.MANAGEMENT_PRACTICES);
    if (given.goals() && (linkage || practices || config.runs(StudyName.FACILITY_PERFORMANCE))) {
      analyses.add(
          new Analysis(
              FacilityPerformance.ID,
              List.of(),
              INDICATORS,
              Set.of(FacilityPerformanceRow.class, IndicatorSummaryRow.class),
              Analyses::facilityPerformance,
              kept -> {}));
    }
    if (practices) {
      analyses.add(
          new Analysis(
              ManagementPractices.ID,
              List.of(FacilityPerformance.ID),
              Set.of(),
              Analyses::managementPractices));
    }
    if (practices && given.goals()) {
      analyses.add(
          new Analysis(
              "goal-model",
              List.of(FacilityPerformance.ID, ManagementPractices.ID),
              Set.of(),
              Analyses::goalModel));
    }
    if (practices) {
      analyses.add(
          new Analysis(
              "practice-profiles",
              List.of(ManagementPractices.ID),
              Set.of(),
              Analyses::practiceProfiles));
    }
    if (given.survey() && (linkage || config.runs(StudyName.STAFF_GOVERNANCE))) {
      analyses.add(
          new Analysis(
              StudyName.STAFF_GOVERNANCE.id(),
              List.of(),
              SURVEY,
              Set.of(DescriptiveRow.class, CleaningEffectRow.class, FrequencyRow.class),
              Analyses::staffGovernance,
              LinkageScores::readAhead));
    }
    if (linkage && given.goals() && given.survey()) {
      analyses.add(
          new Analysis(
              Linkage.ID,
              List.of(FacilityPerformance.ID, StudyName.STAFF_GOVERNANCE.id()),
              Set.of(),
              Analyses::linkage));
    }
    if (given.survey() && config.runs(StudyName.STAFF_GOVERNANCE)) {
      analyses.add(
          new Analysis("instrument-components", List.of(), SURVEY, Analyses::instrumentComponents));
    }
    if (given.figures()) {
      List<String> all = analyses.stream().map(Analysis::name).toList();
      analyses.add(new Analysis("figure-check", all, Set.copyOf(Run.LARGE), Analyses::figureCheck));
    }
    return List.copyOf(analyses);
  }

  private static List<Record> completeness(Analysis.Context context) {
    GoalSums goals = context.inputs().goals().orElseThrow().get();
    GoalHistory history = goals.history();
    Set<String> expected = IndicatorChecks.expected(goals, context.inputs().registry());
    PeriodBlocks<CompletenessRow> blocks = new PeriodBlocks<>(CompletenessRow.class, context);
    Fingerprint all = new Fingerprint().add(history.indicators());
    expected.forEach(all::add);
    for (String period : history.goalPeriods()) {
      blocks.add(
          period,
          PeriodBlocks.key(all.text() + goals.fingerprint(period)),
          () -> IndicatorChecks.completeness(history, period, expected));
    }
    blocks.addTo(context.results());
    return List.of();
  }

  private static List<Record> facilityPerformance(Analysis.Context context) {
    Inputs inputs = context.inputs();
    FacilityPerformance.Result result =
        new FacilityPerformance(
                inputs.goals().orElseThrow().get(),
                inputs.registry(),
                IndicatorCatalog.of(inputs.small(SourceContract.INDICATOR_CATALOG)),
                context.config().goals(),
                context.config().statistics().confidence())
            .compute();
    PeriodBlocks<FacilityPerformanceRow> facilities =
        new PeriodBlocks<>(FacilityPerformanceRow.class, context);
    List<Block<IndicatorSummaryRow>> indicators = new ArrayList<>();
    List<Supplier<List<UnitPerformanceRow>>> units = new ArrayList<>();
    for (PeriodPerformance period : result.periods()) {
      Supplier<List<FacilityPerformanceRow>> rows =
          facilities.add(
              period.period(), PeriodBlocks.key(period.fingerprint()), period::facilities);
      units.add(() -> period.units(rows.get()));
      indicators.add(
          new Block<>(PeriodBlocks.key(period.indicatorsFingerprint()), period::indicators));
    }
    // Periods do not depend on each other, and an ordered stream keeps their order.
    List<Record> rows =
        new ArrayList<>(
            units.parallelStream().flatMap(ofPeriod -> ofPeriod.get().stream()).toList());
    rows.addAll(result.coverage());
    facilities.addTo(context.results());
    context.results().addBlocks(IndicatorSummaryRow.class, indicators);
    return rows;
  }

  private static List<Record> managementPractices(Analysis.Context context) {
    Inputs inputs = context.inputs();
    JobConfig config = context.config();
    List<Record> rows =
        new ArrayList<>(
            new ManagementPractices(
                    inputs.small(SourceContract.MANAGEMENT_SURVEY),
                    inputs.codebook(),
                    inputs.small(SourceContract.GOAL_ATTAINMENT),
                    inputs.registry(),
                    inputs.small(SourceContract.CONTEXT_INDICATOR),
                    context.results().of(UnitPerformanceRow.class),
                    new ManagementPractices.Settings(
                        config.goals().performanceSource(),
                        config.groups(),
                        config.practices(),
                        config.contextIndicators(),
                        config.statistics()))
                .compute()
                .rows());
    rows.addAll(
        FittedLines.of(of(rows, PracticeScoreRow.class), of(rows, GroupAssignmentRow.class)));
    return rows;
  }

  private static <R extends Record> List<R> of(List<Record> rows, Class<R> table) {
    return rows.stream().filter(table::isInstance).map(table::cast).toList();
  }

  private static List<Record> staffGovernance(Analysis.Context context) {
    Inputs inputs = context.inputs();
    JobConfig config = context.config();
    SurveySummary survey = inputs.survey().orElseThrow().get();
    List<SurveyView> views = context.views().both();
    StaffGovernance.Result result =
        StaffGovernance.compute(
            new StaffGovernance.Input(
                views.get(0),
                views.get(1),
                inputs.registry(),
                config.statistics(),
                config.eligibility(),
                config.cleaning(),
                survey.removals()));
    Results results = context.results();
    results.addBlocks(DescriptiveRow.class, blocks(result.descriptions()));
    results.addBlocks(CleaningEffectRow.class, blocks(result.cleaningEffects()));
    results.addBlocks(FrequencyRow.class, blocks(result.frequencies()));
    return result.rows();
  }

  private static <R extends Record> List<Block<R>> blocks(List<UnitPart<R>> parts) {
    return parts.stream()
        .map(part -> Block.ofThisRun(Map.of("level", part.level().id()), part.rows()))
        .toList();
  }

  private static List<Record> linkage(Analysis.Context context) {
    List<UnitPerformanceRow> units = context.results().of(UnitPerformanceRow.class);
    return new Linkage(
            units,
            context
                .results()
                .inBlocks(FacilityPerformanceRow.class, "period", Linkage.period(units)),
            LinkageScores.of(context.results()),
            context.inputs().registry(),
            context.config().statistics())
        .compute()
        .rows();
  }

  private static List<Record> goalModel(Analysis.Context context) {
    Inputs inputs = context.inputs();
    return List.copyOf(
        new GoalModel(
                context.results().of(FacilityPerformanceRow.class),
                context.results().of(PracticeScoreRow.class),
                inputs.registry(),
                inputs.small(SourceContract.CONTEXT_INDICATOR),
                context.config().contextIndicators(),
                context.config().statistics().confidence())
            .compute(context.store()));
  }

  private static List<Record> practiceProfiles(Analysis.Context context) {
    return new PracticeProfiles(
            context.results().of(PracticeUseRow.class), context.config().statistics().seed())
        .compute()
        .rows();
  }

  private static List<Record> instrumentComponents(Analysis.Context context) {
    return List.copyOf(new InstrumentComponents(context.views().both()).compute());
  }

  /** Comes last: a published figure may lie in any table. */
  private static List<Record> figureCheck(Analysis.Context context) {
    return List.copyOf(
        new FigureCheck(
                FiguresOfRun.of(
                    context.inputs().small(SourceContract.PUBLISHED_FIGURES), context.config()),
                table -> context.results().of(table).orElse(List.of()))
            .compute());
  }
}

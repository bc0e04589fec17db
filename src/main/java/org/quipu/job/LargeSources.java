package org.quipu.job;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.quipu.config.GoalsConfig;
import org.quipu.config.JobConfig;
import org.quipu.quality.Book;
import org.quipu.quality.Privacy;
import org.quipu.quality.RuleCount;
import org.quipu.quality.RulePolicy;
import org.quipu.quality.SmallSource;
import org.quipu.registry.Crosswalk;
import org.quipu.registry.FacilityRegistry;
import org.quipu.registry.Level;
import org.quipu.source.SourceContract;
import org.quipu.source.Storage;
import org.quipu.stats.Descriptives;
import org.quipu.summary.Cleaning;
import org.quipu.summary.GoalSums;
import org.quipu.summary.IndicatorReduction;
import org.quipu.summary.Reduction;
import org.quipu.summary.RowWatcher;
import org.quipu.summary.SourcePass;
import org.quipu.summary.Summary;
import org.quipu.summary.SummaryStore;
import org.quipu.summary.SurveyPlan;
import org.quipu.summary.SurveyReduction;
import org.quipu.summary.SurveySummary;
import org.quipu.summary.SurveyView;
import org.quipu.summary.Workforce;
import org.quipu.survey.Instrument;

/**
 * Reads the sources that grow with a country, side by side: while the sums of one are merged, kept
 * and checked on one core, tasks of the other use the rest.
 */
record LargeSources(
    JobConfig config,
    Storage storage,
    Dependencies dependencies,
    Workforce workforce,
    SummaryStore store,
    Privacy privacy,
    RulePolicy policy,
    Progress progress) {
  /** A double of a few units has some more. */
  private static final int FENCE_DIGITS = 12;

  /** The kind of entry of the store that holds what is said of a source. */
  private static final String BOOKS = ".books";

  /** As many as jobs, or settings, are likely to share a warehouse. */
  private static final int BOOKS_OF_A_SOURCE = 4;

  /** A summary, what became of each row, and what is said of the source as a whole. */
  record Read<S>(Supplier<S> summary, Book book, List<RuleCount> checks) {}

  /** What was read of each source; none where it is not given. */
  record All(Optional<Read<GoalSums>> goals, Optional<Read<SurveySummary>> survey) {}

  All read(
      FacilityRegistry registry, SmallSource catalog, Instrument instrument, Crosswalk crosswalk) {
    List<SourceContract> given = new ArrayList<>();
    if (dependencies.profiles().containsKey(SourceContract.FACILITY_INDICATOR.name())) {
      given.add(SourceContract.FACILITY_INDICATOR);
    }
    if (dependencies.profiles().containsKey(SourceContract.STAFF_SURVEY.name())
        && !instrument.items().isEmpty()) {
      given.add(SourceContract.STAFF_SURVEY);
    }
    if (!given.isEmpty()) {
      String names = String.join(", ", given.stream().map(SourceContract::name).toList());
      progress.stage("Reading " + names, "Leyendo " + names);
    }
    RowsOfAll rows = new RowsOfAll(given.size(), progress);
    CompletableFuture<Optional<Read<GoalSums>>> goals =
        begin(
            given.contains(SourceContract.FACILITY_INDICATOR),
            () -> goals(registry, catalog, crosswalk, rows.ofNext()));
    CompletableFuture<Optional<Read<SurveySummary>>> survey =
        begin(
            given.contains(SourceContract.STAFF_SURVEY),
            () -> survey(registry, instrument, crosswalk, rows.ofNext()));
    // Both have ended before one's failure is told: nothing reads on behind a run that is over.
    survey.handle((read, failure) -> null).join();
    return new All(await(goals), await(survey));
  }

  private static <T> CompletableFuture<Optional<T>> begin(boolean given, Supplier<T> work) {
    return given
        ? CompletableFuture.supplyAsync(() -> Optional.of(work.get()), LargeSources::start)
        : CompletableFuture.completedFuture(Optional.empty());
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "source");
    thread.setDaemon(true);
    thread.start();
  }

  private static <T> T await(CompletableFuture<T> read) {
    try {
      return read.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private Read<GoalSums> goals(
      FacilityRegistry registry, SmallSource catalog, Crosswalk crosswalk, RowWatcher rows) {
    Set<String> indicators = new HashSet<>();
    catalog.rows().forEach(row -> indicators.add(row.text("indicator_id")));
    GoalsConfig goals = config.goals();
    IndicatorReduction reduction =
        new IndicatorReduction(
            goals.period() == GoalsConfig.Period.YEAR,
            Set.copyOf(registry.facilityIds()),
            Set.copyOf(indicators),
            goals.boundMin().orElse(null),
            goals.boundMax().orElse(null),
            crosswalk);
    return read(
        SourceContract.FACILITY_INDICATOR,
        () -> pass(SourceContract.FACILITY_INDICATOR, reduction, rows),
        sums -> IndicatorChecks.of(sums, registry, policy),
        rows);
  }

  private Read<SurveySummary> survey(
      FacilityRegistry registry, Instrument instrument, Crosswalk crosswalk, RowWatcher rows) {
    SourceContract contract = SourceContract.STAFF_SURVEY;
    SurveyPlan plan =
        SurveyPlan.of(
            instrument,
            config.eligibility(),
            config.cleaning(),
            SurveyPlan.momentUnits(registry),
            registry.nationalId());
    Set<String> known = Set.copyOf(registry.facilityIds());
    Function<SurveyPlan, SurveyReduction> reduction =
        by -> new SurveyReduction(by, known, privacy.pseudonyms(), crosswalk);
    return read(
        contract,
        () -> {
          SourcePass.Result<SurveySummary> result = pass(contract, reduction.apply(plan), rows);
          if (config.cleaning().fence().signum() > 0) {
            SurveyPlan fenced = plan.withFences(fences(result.summary(), instrument));
            result = pass(contract, reduction.apply(fenced), rows);
          }
          return result;
        },
        summary ->
            SurveyChecks.of(
                summary,
                privacy.pseudonyms(),
                registry,
                dependencies.profiles().get(contract.name()),
                config.source(contract.name()),
                reduction.apply(plan).furtherColumns()),
        rows);
  }

  /**
   * Reads a source; where an earlier run read the same, only what it wrote down about it, and the
   * summary when somebody asks for it: nobody does when all that is made of it is kept as well.
   */
  private <S> Read<S> read(
      SourceContract contract,
      Supplier<SourcePass.Result<S>> pass,
      Function<S, List<RuleCount>> checks,
      RowWatcher rows) {
    String entry =
        contract.name()
            + "-"
            + dependencies.nameOf(
                contract.name(), Set.of(contract.name()), List.of(privacy.pseudonyms().keyId()))
            + BOOKS;
    Optional<SourceBooks> known = store.find(entry, SourceBooks.class);
    if (known.isPresent()) {
      rows.rows(0, 0);
      return new Read<>(
          new OnceMade<>(() -> pass.get().summary()), known.get().book(), known.get().checks());
    }
    SourcePass.Result<S> result = pass.get();
    S summary = result.summary();
    SourceBooks books = new SourceBooks(result.book(), new ArrayList<>(checks.apply(summary)));
    store.keep(entry, books);
    store.forgetOld(contract.name(), BOOKS, BOOKS_OF_A_SOURCE);
    return new Read<>(() -> summary, books.book(), books.checks());
  }

  private <S extends Summary<S>> SourcePass.Result<S> pass(
      SourceContract contract, Reduction<S> reduction, RowWatcher rows) {
    return SourcePass.run(
        workforce,
        storage,
        dependencies.profiles().get(contract.name()),
        config.source(contract.name()),
        reduction,
        privacy,
        policy,
        store,
        rows);
  }

  /** Fences around the nation's clean dimension scores; they need a pass of their own before. */
  private Map<String, List<BigDecimal>> fences(SurveySummary survey, Instrument instrument) {
    SurveyView view =
        SurveyView.of(
            survey, instrument, FacilityRegistry.absent(config.countryUnit()), Cleaning.CLEAN);
    Map<String, List<BigDecimal>> fences = new TreeMap<>();
    for (int i = 0; i < instrument.dimensions().size(); i++) {
      Descriptives scores =
          Descriptives.of(
              view.score(Level.NATIONAL, config.countryUnit(), i),
              0,
              config.statistics().confidence());
      if (scores.iqr() != null) {
        BigDecimal reach = config.cleaning().fence().multiply(BigDecimal.valueOf(scores.iqr()));
        fences.put(
            instrument.dimensions().get(i),
            List.of(
                outwards(BigDecimal.valueOf(scores.q1()).subtract(reach), RoundingMode.FLOOR),
                outwards(BigDecimal.valueOf(scores.q3()).add(reach), RoundingMode.CEILING)));
      }
    }
    return fences;
  }

  /** Quartiles of scores were rounded to doubles; a score that lies on the fence is to stay. */
  private static BigDecimal outwards(BigDecimal fence, RoundingMode mode) {
    return fence.setScale(FENCE_DIGITS, mode).stripTrailingZeros();
  }
}

package org.quipu.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.quipu.config.GoalsConfig;
import org.quipu.config.JobConfig;
import org.quipu.quality.Book;
import org.quipu.quality.Privacy;
import org.quipu.quality.RowLayout;
import org.quipu.quality.Rule;
import org.quipu.quality.RuleCount;
import org.quipu.quality.RulePolicy;
import org.quipu.quality.SmallSource;
import org.quipu.registry.Crosswalk;
import org.quipu.registry.FacilityRegistry;
import org.quipu.registry.Placements;
import org.quipu.registry.TreeChecks;
import org.quipu.source.FileProfile;
import org.quipu.source.SourceContract;
import org.quipu.source.Storage;
import org.quipu.source.Unchanged;
import org.quipu.summary.SummaryStore;
import org.quipu.summary.Workforce;
import org.quipu.survey.Codebook;
import org.quipu.survey.Instrument;

/**
 * Reads the sources of a run: references first, since the rules of the large ones refer to them.
 */
final class InputReader {
  private final JobConfig config;
  private final Storage storage;
  private final Dependencies dependencies;
  private final Workforce workforce;
  private final SummaryStore store;
  private final Privacy privacy;
  private final RulePolicy policy;
  private final Progress progress;
  private final Map<String, SmallSource> small = new HashMap<>();
  private final Map<String, Book> books = new HashMap<>();

  InputReader(
      JobConfig config,
      Storage storage,
      Dependencies dependencies,
      Workforce workforce,
      SummaryStore store,
      Privacy privacy,
      Progress progress) {
    this.config = config;
    this.storage = storage;
    this.dependencies = dependencies;
    this.workforce = workforce;
    this.store = store;
    this.privacy = privacy;
    this.policy = new RulePolicy(config.rules());
    this.progress = progress;
  }

  Inputs read() {
    try {
      return readAll();
    } catch (RuntimeException e) {
      // What fails for a file that changed meanwhile fails for that.
      dependencies
          .profiles()
          .values()
          .forEach(files -> files.forEach(file -> Unchanged.require(file.file(), storage)));
      throw e;
    }
  }

  private Inputs readAll() {
    SmallSource facilities = read(SourceContract.FACILITY_REGISTRY, SourceRules::registry);
    FacilityRegistry registered =
        dependencies.profiles().containsKey(facilities.contract().name())
            ? FacilityRegistry.of(facilities, config.countryUnit())
            : FacilityRegistry.absent(config.countryUnit());
    addChecks(SourceContract.FACILITY_REGISTRY, TreeChecks.of(facilities));
    Crosswalk crosswalk = readCrosswalk(registered);
    FacilityRegistry registry = placed(registered, crosswalk);
    SmallSource catalog = read(SourceContract.INDICATOR_CATALOG, SourceRules::catalog);
    Codebook codebook =
        Codebook.of(
            read(SourceContract.PRACTICE_CODEBOOK, SourceRules::codebook),
            config.practices().consensus());
    Instrument instrument = Instrument.of(read(SourceContract.INSTRUMENT, SourceRules::instrument));
    read(
        SourceContract.MANAGEMENT_SURVEY,
        layout -> SourceRules.managementSurvey(layout, codebook, registry));
    SmallSource attainment =
        read(
            SourceContract.GOAL_ATTAINMENT, layout -> SourceRules.goalAttainment(layout, registry));
    addChecks(SourceContract.GOAL_ATTAINMENT, AttainmentChecks.of(attainment));
    read(SourceContract.CONTEXT_INDICATOR, layout -> SourceRules.knownDiresa(layout, registry));
    read(SourceContract.PUBLISHED_FIGURES, layout -> List.of());
    RequiredRows.check(config, dependencies.profiles(), small, store.quarantine());
    LargeSources.All large =
        new LargeSources(config, storage, dependencies, workforce, store, privacy, policy, progress)
            .read(registry, catalog, instrument, crosswalk);
    large.goals().ifPresent(read -> add(SourceContract.FACILITY_INDICATOR, read));
    large.survey().ifPresent(read -> add(SourceContract.STAFF_SURVEY, read));
    List<SourceReport> reports = reports();
    StoppingRules.check(config, reports, store.quarantine());
    return new Inputs(
        Map.copyOf(small),
        registry,
        codebook,
        instrument,
        large.goals().map(LargeSources.Read::summary),
        large.survey().map(LargeSources.Read::summary),
        reports);
  }

  private void add(SourceContract contract, LargeSources.Read<?> read) {
    books.put(contract.name(), read.book());
    addChecks(contract, read.checks());
  }

  private Crosswalk readCrosswalk(FacilityRegistry registry) {
    SmallSource source = read(SourceContract.FACILITY_CROSSWALK, SourceRules::crosswalk);
    Crosswalk crosswalk = Crosswalk.of(source);
    if (registry.isPresent()) {
      addChecks(
          source.contract(), List.of(TreeChecks.replacements(crosswalk, registry.facilityIds())));
    }
    return crosswalk;
  }

  /** The tree of each period, by the registry and by what the crosswalks say of networks. */
  private FacilityRegistry placed(FacilityRegistry registered, Crosswalk crosswalk) {
    SmallSource networks = read(SourceContract.NETWORK_CROSSWALK, layout -> List.of());
    Placements placements =
        Placements.of(
            small.getOrDefault(
                SourceContract.FACILITY_CROSSWALK.name(),
                SmallSource.absent(SourceContract.FACILITY_CROSSWALK)),
            networks,
            crosswalk);
    if (registered.isPresent()) {
      addChecks(SourceContract.FACILITY_CROSSWALK, TreeChecks.placements(placements, registered));
      addChecks(SourceContract.NETWORK_CROSSWALK, TreeChecks.mergers(placements, registered));
    }
    return registered.placed(placements, config.goals().networks() == GoalsConfig.Networks.PERIOD);
  }

  private SmallSource read(SourceContract contract, Function<RowLayout, List<Rule>> rules) {
    List<FileProfile> files = dependencies.profiles().get(contract.name());
    if (files == null) {
      return SmallSource.absent(contract);
    }
    stage(contract);
    SmallSource source =
        SmallSource.read(
            contract,
            files,
            config.source(contract.name()),
            storage,
            keys(contract, files),
            rules,
            privacy,
            policy);
    files.forEach(file -> Unchanged.require(file.file(), storage));
    small.put(contract.name(), source);
    books.put(contract.name(), source.book());
    return source;
  }

  /** With a panel, a codebook has one row an option and expert; a crosswalk one a code and time. */
  private static List<String> keys(SourceContract contract, List<FileProfile> files) {
    List<String> keys = new ArrayList<>(contract.keys());
    if (contract == SourceContract.PRACTICE_CODEBOOK
        && files.stream().anyMatch(file -> file.header().contains("expert_id"))) {
      keys.add("expert_id");
    }
    if (contract == SourceContract.FACILITY_CROSSWALK
        || contract == SourceContract.NETWORK_CROSSWALK) {
      keys.add("valid_from");
    }
    return keys;
  }

  private void addChecks(SourceContract contract, List<RuleCount> checks) {
    policy.requireThresholds(
        checks.stream().map(check -> RulePolicy.checkId(contract.name(), check.id())).toList());
    books.computeIfPresent(contract.name(), (name, book) -> book.withChecks(checks));
  }

  private void stage(SourceContract contract) {
    progress.stage("Reading " + contract.name(), "Leyendo " + contract.name());
  }

  private List<SourceReport> reports() {
    List<SourceReport> reports = new ArrayList<>();
    for (SourceContract contract : SourceContract.ALL) {
      if (books.containsKey(contract.name())) {
        reports.add(
            new SourceReport(
                contract.name(),
                config.source(contract.name()).dialect(),
                dependencies.profiles().get(contract.name()),
                books.get(contract.name())));
      }
    }
    return List.copyOf(reports);
  }
}

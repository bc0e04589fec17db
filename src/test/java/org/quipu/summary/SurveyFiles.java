package org.quipu.summary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quipu.config.CleaningConfig;
import org.quipu.config.EligibilityConfig;
import org.quipu.config.SourceConfig;
import org.quipu.quality.Privacy;
import org.quipu.quality.RowChecker;
import org.quipu.quality.RowLayout;
import org.quipu.quality.RowView;
import org.quipu.quality.Rule;
import org.quipu.quality.RulePolicy;
import org.quipu.quality.Rules;
import org.quipu.quality.SmallSource;
import org.quipu.registry.FacilityRegistry;
import org.quipu.source.FileProfile;
import org.quipu.source.Formats;
import org.quipu.source.InputFile;
import org.quipu.source.InputFiles;
import org.quipu.source.RecordReader;
import org.quipu.source.SourceContract;
import org.quipu.source.Split;
import org.quipu.source.Storage;
import org.quipu.source.TextRecord;
import org.quipu.survey.Instrument;

/** Reads the files of a staff survey without Spark, for tests of what studies make of it. */
public final class SurveyFiles {
  private static final Storage STORAGE = Storage.plain();
  private static final long WHOLE_FILE = Long.MAX_VALUE;

  private SurveyFiles() {}

  /** At least a year of experience, as the published study asks. */
  public static EligibilityConfig eligibility(String... roles) {
    return new EligibilityConfig(BigDecimal.ONE, List.of(roles));
  }

  /** Answers outside the scale are missing, and nothing else. */
  public static CleaningConfig cleaning() {
    return new CleaningConfig(true, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  public static Instrument instrument(Path file) {
    return Instrument.of(small(SourceContract.INSTRUMENT, file));
  }

  public static FacilityRegistry registry(Path file) {
    return FacilityRegistry.of(small(SourceContract.FACILITY_REGISTRY, file), "PE");
  }

  private static SmallSource small(SourceContract contract, Path file) {
    SourceConfig config = config(contract, file);
    return SmallSource.read(
        contract,
        profiles(config),
        config,
        STORAGE,
        contract.keys(),
        layout -> List.of(),
        Privacy.strict(),
        RulePolicy.none());
  }

  /** A summary of every accepted row, those that are equal taken once. */
  public static SurveySummary survey(
      Path file,
      Instrument instrument,
      FacilityRegistry registry,
      EligibilityConfig eligibility,
      CleaningConfig cleaning) {
    SurveyPlan plan =
        SurveyPlan.of(
            instrument,
            eligibility,
            cleaning,
            SurveyPlan.momentUnits(registry),
            registry.nationalId());
    SurveyReduction reduction =
        new SurveyReduction(
            plan, Set.copyOf(registry.facilityIds()), Privacy.strict().pseudonyms());
    SourceConfig config = config(SourceContract.STAFF_SURVEY, file);
    SurveySummary summary = reduction.empty();
    Set<List<String>> seen = new HashSet<>();
    for (FileProfile profile : profiles(config)) {
      RowLayout layout =
          RowLayout.of(reduction.contract(), reduction.furtherColumns(), profile, config);
      List<Rule> rules =
          new ArrayList<>(
              Rules.ofContract(reduction.contract(), reduction.furtherColumns(), layout));
      rules.addAll(reduction.rules(layout));
      RowChecker checker = new RowChecker(profile, rules, Privacy.strict().of(profile, layout));
      RowView view = new RowView(layout);
      Reduction.Fold<SurveySummary> fold = reduction.fold(layout, profile.file().path());
      for (Split split : profile.splits()) {
        try (RecordReader reader = Formats.records(profile, split, STORAGE)) {
          for (TextRecord next = reader.next(); next != null; next = reader.next()) {
            if (checker.accepts(view.of(next)) && seen.add(view.canonical())) {
              fold.add(summary, view);
            }
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return summary;
  }

  private static SourceConfig config(SourceContract contract, Path file) {
    return new SourceConfig(
        contract.name(),
        List.of(file.toAbsolutePath().toString()),
        "auto",
        "canonical",
        "auto",
        "auto",
        List.of(),
        Map.of());
  }

  private static List<FileProfile> profiles(SourceConfig config) {
    List<FileProfile> profiles = new ArrayList<>();
    for (InputFile file : InputFiles.of(config, STORAGE)) {
      profiles.add(Formats.profile(file, config, STORAGE, WHOLE_FILE));
    }
    return profiles;
  }
}

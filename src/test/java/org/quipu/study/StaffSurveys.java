package org.quipu.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.quipu.config.CleaningConfig;
import org.quipu.config.EligibilityConfig;
import org.quipu.config.StatisticsConfig;
import org.quipu.registry.FacilityRegistry;
import org.quipu.summary.Cleaning;
import org.quipu.summary.SurveyFiles;
import org.quipu.summary.SurveySummary;
import org.quipu.summary.SurveyView;
import org.quipu.survey.Instrument;

/** Inputs of study 2 from files, and its rows by class. */
final class StaffSurveys {
  static final StatisticsConfig STATISTICS = new StatisticsConfig(0.95, 20240827, 999);
  private static final Path SAMPLES = Path.of("data-samples");

  private StaffSurveys() {}

  /** The reconstruction of the published survey. */
  static StaffGovernance.Input sample() {
    return input(
        SAMPLES.resolve("staff-survey.csv"),
        SurveyFiles.instrument(SAMPLES.resolve("instrument.csv")),
        SurveyFiles.registry(SAMPLES.resolve("facility-registry.csv")),
        SurveyFiles.eligibility("administrative", "technical"),
        SurveyFiles.cleaning());
  }

  /** A survey without registry: texts of the files, without eligibility rules. */
  static StaffGovernance.Input national(Path folder, String instrument, String survey) {
    return input(
        write(folder, "survey.csv", survey),
        SurveyFiles.instrument(write(folder, "instrument.csv", instrument)),
        FacilityRegistry.absent("PE"),
        SurveyFiles.eligibility(),
        SurveyFiles.cleaning());
  }

  /** A survey with a registry: texts of the files, without eligibility rules. */
  static StaffGovernance.Input local(
      Path folder, String instrument, String registry, String survey) {
    return local(folder, instrument, registry, survey, SurveyFiles.cleaning());
  }

  static StaffGovernance.Input local(
      Path folder, String instrument, String registry, String survey, CleaningConfig cleaning) {
    return input(
        write(folder, "survey.csv", survey),
        SurveyFiles.instrument(write(folder, "instrument.csv", instrument)),
        SurveyFiles.registry(write(folder, "registry.csv", registry)),
        SurveyFiles.eligibility(),
        cleaning);
  }

  /** The same as {@link #local}, each cleaning rolled up as if the other were not there. */
  static StaffGovernance.Input localApart(
      Path folder, String instrument, String registry, String survey, CleaningConfig cleaning) {
    StaffGovernance.Input input = local(folder, instrument, registry, survey, cleaning);
    Instrument items = input.raw().instrument();
    SurveySummary summary =
        SurveyFiles.survey(
            folder.resolve("survey.csv"),
            items,
            input.registry(),
            input.eligibility(),
            input.cleaning());
    return new StaffGovernance.Input(
        SurveyView.of(summary, items, input.registry(), Cleaning.RAW),
        SurveyView.of(summary, items, input.registry(), Cleaning.CLEAN),
        input.registry(),
        input.statistics(),
        input.eligibility(),
        input.cleaning(),
        input.removals());
  }

  static StaffGovernance.Input input(
      Path survey,
      Instrument instrument,
      FacilityRegistry registry,
      EligibilityConfig eligibility,
      CleaningConfig cleaning) {
    SurveySummary summary = SurveyFiles.survey(survey, instrument, registry, eligibility, cleaning);
    List<SurveyView> views = SurveyView.both(summary, instrument, registry);
    return new StaffGovernance.Input(
        views.get(0),
        views.get(1),
        registry,
        STATISTICS,
        eligibility,
        cleaning,
        summary.removals());
  }

  private static Path write(Path folder, String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of one table that match. */
  static <R extends Record> List<R> rows(List<Record> all, Class<R> table, Predicate<R> which) {
    return all.stream().filter(table::isInstance).map(table::cast).filter(which).toList();
  }

  /** The only row of one table that matches. */
  static <R extends Record> R row(List<Record> all, Class<R> table, Predicate<R> which) {
    List<R> rows = rows(all, table, which);
    if (rows.size() != 1) {
      throw new AssertionError(rows.size() + " rows of " + table.getSimpleName() + ": " + rows);
    }
    return rows.get(0);
  }
}

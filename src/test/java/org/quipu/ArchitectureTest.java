package org.quipu;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house stands as ARCHITECTURE.md draws it. */
@AnalyzeClasses(packages = "org.quipu", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule STATISTICS_KNOW_NO_SPARK_AND_NO_FILES =
      classes()
          .that()
          .resideInAPackage("org.quipu.stats..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "org.quipu.stats..",
                      "java.lang..",
                      "java.math..",
                      "java.util..",
                      "org.apache.commons.statistics..",
                      "org.apache.commons.numbers..",
                      "org.apache.commons.rng..")
                  .or(
                      com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo(
                          java.io.Serializable.class))
                  .or(resideInAnyPackage("")));

  @ArchTest
  static final ArchRule ONLY_REDUCTIONS_AND_RUNS_KNOW_SPARK =
      noClasses()
          .that(
              not(
                  resideInAnyPackage(
                      "org.quipu.summary..",
                      "org.quipu.spark..",
                      "org.quipu.job..",
                      "org.quipu.model..")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.spark..");

  @ArchTest
  static final ArchRule NOTHING_BELOW_THE_COMMAND_LINE_KNOWS_IT =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.quipu.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.quipu.cli..");

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_KNOWS_RUNS =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.quipu.cli..", "org.quipu.job..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.quipu.job..");

  @ArchTest
  static final ArchRule SOURCES_STAND_ON_CONFIGURATION_ALONE = reaches("source", "config");

  @ArchTest
  static final ArchRule QUALITY_STANDS_ON_SOURCES = reaches("quality", "source", "config");

  @ArchTest
  static final ArchRule REGISTRY_STANDS_ON_QUALITY =
      reaches("registry", "quality", "source", "config");

  @ArchTest
  static final ArchRule SURVEY_STANDS_ON_QUALITY = reaches("survey", "quality", "source", "config");

  @ArchTest
  static final ArchRule SUMMARIES_STAND_ON_REGISTRY_AND_SURVEY =
      reaches("summary", "registry", "survey", "quality", "source", "config", "stats");

  @ArchTest
  static final ArchRule MODELS_STAND_ON_STUDIES_AND_SUMMARIES =
      reaches(
          "model", "study", "summary", "registry", "survey", "quality", "config", "stats", "table");

  @ArchTest static final ArchRule TABLES_STAND_ALONE = reaches("table");

  @ArchTest
  static final ArchRule REPORTS_ARE_MADE_FROM_TABLES =
      reaches("report", "table", "config", "stats");

  @ArchTest
  static final ArchRule SYNTHETIC_INPUTS_STAND_ON_CONFIGURATION =
      reaches("synthetic", "config", "table");

  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching("org.quipu.(*)..").should().beFreeOfCycles();

  /** A package depends on those named, of the project's own, and on no other. */
  private static ArchRule reaches(String from, String... to) {
    String[] allowed = new String[to.length + 1];
    allowed[0] = "org.quipu." + from + "..";
    for (int i = 0; i < to.length; i++) {
      allowed[i + 1] = "org.quipu." + to[i] + "..";
    }
    return noClasses()
        .that()
        .resideInAPackage("org.quipu." + from + "..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.quipu..").and(not(resideInAnyPackage(allowed))))
        .as("org.quipu." + from + " uses " + String.join(", ", to));
  }
}

package org.quipu.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layers, paths, and what a job becomes. */
class ConfigsTest {
  @TempDir Path folder;

  @Test
  void withoutAnyLayerTheDefaultsOfReferenceConfHold() {
    JobConfig config = load();

    assertThat(config.studies()).hasSize(1);
    assertThat(config.warehouse()).isEqualTo(folder.resolve("warehouse").toString());
    assertThat(config.goals().period()).isEqualTo(GoalsConfig.Period.YEAR);
    assertThat(config.goals().share()).isEqualByComparingTo("1");
    assertThat(config.groups().thresholdPercent()).isEqualByComparingTo("80");
    assertThat(config.contextIndicators()).containsExactly("infant_mortality");
    assertThat(config.statistics().confidence()).isEqualTo(0.95);
    assertThat(config.quarantine().maxRate()).isEmpty();
    assertThat(config.quarantine().maxRows()).isEmpty();
    assertThat(config.sources())
        .containsOnlyKeys(
            "context-indicator",
            "facility-crosswalk",
            "facility-indicator",
            "facility-registry",
            "goal-attainment",
            "indicator-catalog",
            "instrument",
            "management-survey",
            "network-crosswalk",
            "practice-codebook",
            "published-figures",
            "staff-survey");
    assertThat(config.sources().values()).noneMatch(SourceConfig::isPresent);
  }

  @Test
  void aLaterLayerOverridesAnEarlierOneKeyByKey() throws IOException {
    Path job =
        file("job.conf", "groups { threshold = 70, method = median }, seed = 1, confidence = 0.9");
    Path conf = file("local.conf", "seed = 2, confidence = 0.8");

    JobConfig config = load(List.of(job), Optional.of(conf), "confidence=0.99");

    assertThat(config.groups().thresholdPercent()).isEqualByComparingTo("70");
    assertThat(config.groups().method()).isEqualTo(GroupsConfig.Method.MEDIAN);
    assertThat(config.statistics().seed()).isEqualTo(2);
    assertThat(config.statistics().confidence()).isEqualTo(0.99);
    assertThat(config.practices().majorityShare()).isEqualByComparingTo("0.5");
  }

  @Test
  void theLastSetOfAKeyHolds() {
    assertThat(load("seed=1", "seed=2").statistics().seed()).isEqualTo(2);
  }

  @Test
  void severalJobFilesAreOneRunOfAllTheirStudies() throws IOException {
    Path staff =
        file("staff.conf", "studies = [staff-governance], sources.instrument.path = a.csv");
    Path goals = file("goals.conf", "job = metas, studies = facility-performance, seed = 5");

    JobConfig config = load(List.of(staff, goals), Optional.empty());

    assertThat(config.job()).isEqualTo("staff+metas");
    assertThat(config.studies())
        .containsExactly(StudyName.FACILITY_PERFORMANCE, StudyName.STAFF_GOVERNANCE);
    assertThat(config.source("instrument").isPresent()).isTrue();
    assertThat(config.statistics().seed()).isEqualTo(5);
    assertThat(load(List.of(staff, goals), Optional.empty(), "studies=linkage").studies())
        .containsExactly(StudyName.LINKAGE);
  }

  @Test
  void aJobOfAStudysNameMeansThatStudy() throws IOException {
    Path staff = file("staff-governance.conf", "sources.facility-registry.path = r.csv");
    Path linkage = file("other.conf", "job = linkage, sources.facility-indicator.path = i.csv");
    assertThat(load(List.of(staff), Optional.empty()).studies())
        .containsExactly(StudyName.STAFF_GOVERNANCE);
    assertThat(load(List.of(staff, linkage), Optional.empty()).studies())
        .containsExactly(StudyName.STAFF_GOVERNANCE, StudyName.LINKAGE);
  }

  @Test
  void aJobOfAnotherNameMeansAllStudiesThatItHasTheSourcesOf() throws IOException {
    Path job =
        file(
            "mine.conf",
            "sources { staff-survey.path = s.csv, instrument.path = i.csv, facility-registry.path = r.csv }");
    assertThat(load(List.of(job), Optional.empty()).studies())
        .containsExactly(StudyName.STAFF_GOVERNANCE);
    assertThat(
            load(List.of(job), Optional.empty(), "sources.facility-indicator.path=f.csv").studies())
        .containsExactly(
            StudyName.FACILITY_PERFORMANCE, StudyName.STAFF_GOVERNANCE, StudyName.LINKAGE);
    // Of none it has all: it is told what the nearest lacks.
    assertThatThrownBy(() -> load("sources.staff-survey.path=s.csv").requireSources())
        .hasMessageContaining("staff-governance needs the source instrument");
  }

  @Test
  void aJobIsCalledLikeItsFileUnlessItSaysOtherwise() throws IOException {
    Path job = file("red-lima.conf", "");
    assertThat(load(List.of(job), Optional.empty()).job()).isEqualTo("red-lima");
    assertThat(load(List.of(job), Optional.empty(), "job=otro").job()).isEqualTo("otro");
  }

  @Test
  void aRelativePathStartsAtItsOwnFile() throws IOException {
    Path job = file("jobs/a.conf", "sources.staff-survey.path = [\"../data/*.csv\", /abs/b.csv]");
    Path conf = file("conf/c.conf", "warehouse = tables, sources.instrument.path = i.csv");

    JobConfig config = load(List.of(job), Optional.of(conf));

    assertThat(config.source("staff-survey").paths())
        .containsExactly(folder.resolve("data/*.csv").toString(), "/abs/b.csv");
    assertThat(config.source("instrument").paths())
        .containsExactly(folder.resolve("conf/i.csv").toString());
    assertThat(config.warehouse()).isEqualTo(folder.resolve("conf/tables").toString());
  }

  @Test
  void anIncludedFileHasItsOwnFolder() throws IOException {
    file("shared/sources.conf", "sources.instrument.path = i.csv");
    Path job = file("jobs/a.conf", "include \"../shared/sources.conf\"");

    assertThat(load(List.of(job), Optional.empty()).source("instrument").paths())
        .containsExactly(folder.resolve("shared/i.csv").toString());
  }

  @Test
  void includesMayLeaveTheirEndingOutAndComeTwice() throws IOException {
    file("shared/more.conf", "seed = 7");
    file("shared/sources.conf", "include \"more\"\nsources.instrument.path = i.csv");
    Path more = folder.resolve("shared/more.conf");
    Path job = file("jobs/a.conf", "include \"../shared/sources\"\ninclude file(\"" + more + "\")");

    JobConfig config = load(List.of(job), Optional.empty());
    assertThat(config.statistics().seed()).isEqualTo(7);
    assertThat(config.source("instrument").paths())
        .containsExactly(folder.resolve("shared/i.csv").toString());
  }

  @Test
  void aRelativePathOfTheCommandLineStartsAtTheCurrentDirectory() throws IOException {
    Path job = file("jobs/a.conf", "sources.instrument.path = i.csv");

    assertThat(
            load(List.of(job), Optional.empty(), "sources.instrument.path=i.csv")
                .source("instrument")
                .paths())
        .containsExactly(folder.resolve("i.csv").toString());
  }

  @Test
  void aPathWithASchemeStays() {
    assertThat(load("sources.instrument.path=s3a://bucket/a b.csv").source("instrument").paths())
        .containsExactly("s3a://bucket/a b.csv");
    assertThat(load("warehouse=hdfs:/quipu").warehouse()).isEqualTo("hdfs:/quipu");
    assertThat(load("sources.instrument.path=a:b.csv").source("instrument").paths())
        .as("a colon alone makes no scheme")
        .containsExactly(folder.resolve("a:b.csv").toString());
  }

  @Test
  void aSourceIsLeftOutByNullOrAnEmptyPathAndMayComeBack() throws IOException {
    Path job = file("a.conf", "sources.instrument { path = i.csv, separator = \";\" }");

    for (String set :
        List.of(
            "sources.instrument=null",
            "sources.instrument.path=",
            "sources.instrument.path=null")) {
      assertThat(load(List.of(job), Optional.empty(), set).source("instrument").isPresent())
          .as(set)
          .isFalse();
    }
    SourceConfig back =
        load(
                List.of(job),
                Optional.empty(),
                "sources.instrument=null",
                "sources.instrument.path=/new.csv")
            .source("instrument");
    assertThat(back.paths()).containsExactly("/new.csv");
    assertThat(back.separator()).isEqualTo("auto");
  }

  @Test
  void aSourceKnowsHowItIsWritten() throws IOException {
    Path job =
        file(
            "a.conf",
            """
            missing-codes = [s/d]
            sources.staff-survey {
              path = s.csv, separator = ";", encoding = windows-1252, missing = [99, s/d]
              columns { respondent_id = "N° de encuesta", "i.1" = P1 }
            }
            """);

    SourceConfig source = load(List.of(job), Optional.empty()).source("staff-survey");

    assertThat(source.separator()).isEqualTo(";");
    assertThat(source.encoding()).isEqualTo("windows-1252");
    assertThat(source.missing()).containsExactly("s/d", "99");
    assertThat(source.columns())
        .containsOnly(
            java.util.Map.entry("respondent_id", "N° de encuesta"),
            java.util.Map.entry("i.1", "P1"));
  }

  @Test
  void sparkSettingsMayBeQuotedOrNotAndSecretsAreNotShown() throws IOException {
    Path conf =
        file(
            "cluster.conf",
            """
            spark.conf {
              spark.executor.memory = 8g
              "spark.hadoop.fs.s3a.secret.key" = tiburon
              spark.hadoop.fs.azure.account.key.x = delfin
            }
            """);

    JobConfig config = load(List.of(), Optional.of(conf));

    assertThat(config.spark().conf())
        .containsEntry("spark.executor.memory", "8g")
        .containsEntry("spark.hadoop.fs.s3a.secret.key", "tiburon");
    assertThat(config.toString()).contains("8g").doesNotContain("tiburon").doesNotContain("delfin");
  }

  @Test
  void onlyALocalMasterHasThreadsOfThisProcess() {
    int all = Runtime.getRuntime().availableProcessors();
    assertThat(load().spark().localThreads()).isEqualTo(all);
    assertThat(load("spark.master=\"local[3]\"").spark().localThreads()).isEqualTo(3);
    assertThat(load("spark.master=\"local[*, 2]\"").spark().localThreads()).isEqualTo(all);
    assertThat(load("spark.master=local").spark().localThreads()).isEqualTo(1);
    for (String other : List.of("", "yarn", "local-cluster[2,1,1024]", "spark://local:7077")) {
      assertThat(load("spark.master=\"" + other + "\"").spark().localThreads()).as(other).isZero();
    }
  }

  @Test
  void theLanguageIsTheMachinesUnlessItIsSet() {
    assertThat(Configs.load(List.of(), Optional.empty(), List.of(), folder, Language.ES).language())
        .isEqualTo(Language.ES);
    assertThat(load().language()).isEqualTo(Language.EN);
    assertThat(load("language=es").language()).isEqualTo(Language.ES);
  }

  @Test
  void theCanonicalTextIgnoresWhatCannotChangeAResult() {
    String text = load().canonicalText();

    assertThat(load("warehouse=/elsewhere").canonicalText()).isEqualTo(text);
    assertThat(load("language=es", "spark.master=yarn", "keep-versions=3").canonicalText())
        .isEqualTo(text);
    assertThat(load("groups.threshold=80.0").canonicalText()).isEqualTo(text);
    assertThat(load("groups.threshold=81").canonicalText()).isNotEqualTo(text);
    assertThat(load("missing-codes=[x]", "sources.instrument.path=a").canonicalText())
        .isEqualTo(load("missing-codes=[x]", "sources.instrument.path=b").canonicalText())
        .contains("sources.instrument.missing = [\"x\"]\n");
  }

  @Test
  void decimalsAreExact() {
    assertThat(load("goal-share=0.8").goals().share()).isEqualTo(new BigDecimal("0.8"));
  }

  @Test
  void aStudyWithoutItsSourcesIsNamed() {
    JobConfig config = load("studies=staff-governance", "sources.staff-survey.path=s.csv");

    assertThatThrownBy(config::requireSources)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("staff-governance needs the source instrument")
        .hasMessageContaining("--set sources.instrument.path=FILE");
    load("studies=staff-governance", "sources.staff-survey.path=s", "sources.instrument.path=i")
        .requireSources();
  }

  @Test
  void practicesNeedTheGoalsFromWherePerformanceComes() {
    String[] sets = {
      "studies=management-practices",
      "sources.management-survey.path=m",
      "sources.practice-codebook.path=p",
      "sources.goal-attainment.path=g"
    };
    load(sets).requireSources();
    var computed = new java.util.ArrayList<>(List.of(sets));
    computed.add("performance-source=indicators");
    assertThatThrownBy(() -> load(computed.toArray(String[]::new)).requireSources())
        .hasMessageContaining("facility-registry");
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private JobConfig load(String... sets) {
    return load(List.of(), Optional.empty(), sets);
  }

  private JobConfig load(List<Path> jobs, Optional<Path> conf, String... sets) {
    return Configs.load(jobs, conf, List.of(sets), folder, Language.EN);
  }
}

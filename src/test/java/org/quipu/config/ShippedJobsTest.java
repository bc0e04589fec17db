package org.quipu.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jobs and the local and cluster settings that come with Quipu. */
class ShippedJobsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"facility-performance", "management-practices", "staff-governance", "linkage"})
  void aJobComputesItsOwnStudyWithAllThatItNeeds(String name) {
    JobConfig config = load(name);

    assertThat(config.job()).isEqualTo(name);
    assertThat(config.studies()).extracting(StudyName::id).containsExactly(name);
    config.requireSources();
  }

  @Test
  void nationalComputesAllOfThemOnAllTenSources() {
    JobConfig config = load("national");

    assertThat(config.job()).isEqualTo("national");
    assertThat(config.studies()).containsExactly(StudyName.values());
    assertThat(config.sources().values())
        .filteredOn(source -> !source.name().endsWith("-crosswalk"))
        .hasSize(10)
        .allMatch(SourceConfig::isPresent);
    assertThat(config.source("staff-survey").paths())
        .containsExactly(Path.of("data-samples/staff-survey.csv").toAbsolutePath().toString());
    assertThat(config.eligibility().roles()).containsExactly("administrative", "technical");
    config.requireSources();
  }

  @Test
  void theFourTogetherAreNational() {
    JobConfig four =
        load("facility-performance", "management-practices", "staff-governance", "linkage");

    assertThat(four.canonicalText()).isEqualTo(load("national").canonicalText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "cluster"})
  void theSettingsOfAPlaceChangeNoResult(String place) {
    JobConfig there =
        Configs.load(
            List.of(Path.of("jobs/national.conf")),
            Optional.of(Path.of("conf/" + place + ".conf")),
            List.of());

    assertThat(there.canonicalText()).isEqualTo(load("national").canonicalText());
  }

  private static JobConfig load(String... names) {
    return Configs.load(
        List.of(names).stream().map(name -> Path.of("jobs", name + ".conf")).toList(),
        Optional.empty(),
        List.of());
  }
}

package org.quipu.config;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything that a run is told, checked.
 *
 * @param job the job's name, e.g. {@code national}; several job files joined by {@code +}
 * @param studies what to compute, in the order of {@link StudyName}, at least one
 * @param language of messages
 * @param warehouse absolute folder or URI of the versions of the tables
 * @param keepVersions finished versions that are kept
 * @param keepHours for which a version that is no longer current is kept all the same
 * @param countryUnit unit_id of the national level
 * @param goals when a facility meets its goals
 * @param groups how DIRESAs fall into two groups
 * @param practices when a practice is a majority's, more frequent, good
 * @param contextIndicators confounders that are compared between the groups
 * @param eligibility which respondents count
 * @param cleaning what separates clean from raw
 * @param statistics confidence, seed, permutations
 * @param quarantine gate on quarantined rows
 * @param strict what ends a run with exit code 4
 * @param rules check_id → what the user decides about the check
 * @param privacy what of persons may be kept or shown
 * @param operation what is left for those who watch over runs
 * @param spark where Spark runs
 * @param sources all sources by name; one that is not used has no paths
 */
public record JobConfig(
    String job,
    List<StudyName> studies,
    Language language,
    String warehouse,
    int keepVersions,
    int keepHours,
    String countryUnit,
    GoalsConfig goals,
    GroupsConfig groups,
    PracticesConfig practices,
    List<String> contextIndicators,
    EligibilityConfig eligibility,
    CleaningConfig cleaning,
    StatisticsConfig statistics,
    QuarantineConfig quarantine,
    StrictConfig strict,
    SortedMap<String, RuleConfig> rules,
    PrivacyConfig privacy,
    OperationConfig operation,
    SparkConfig spark,
    SortedMap<String, SourceConfig> sources) {

  public JobConfig {
    studies = List.copyOf(studies);
    contextIndicators = List.copyOf(contextIndicators);
    rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
    sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
  }

  /**
   * One of the sources that reference.conf names, present or not.
   *
   * @throws IllegalArgumentException for any other name
   */
  public SourceConfig source(String name) {
    SourceConfig source = sources.get(name);
    if (source == null) {
      throw new IllegalArgumentException("no source is called " + name);
    }
    return source;
  }

  /** What the user decides about a check; where nothing, the rule as it is. */
  public RuleConfig rule(String checkId) {
    return rules.getOrDefault(checkId, RuleConfig.NONE);
  }

  /** Whether the job computes this study. */
  public boolean runs(StudyName study) {
    return studies.contains(study);
  }

  /**
   * Checks that every study has the sources without which it cannot start.
   *
   * @throws ConfigException naming the study and the first source that it lacks
   */
  public void requireSources() {
    for (StudyName study : studies) {
      List<String> required = study.requiredSources(goals);
      for (String name : required) {
        if (!source(name).isPresent()) {
          String key = "sources." + name + ".path";
          String all = required.stream().collect(Collectors.joining(", "));
          throw new ConfigException(
              key,
              "The study %s needs the source %s, which has no path. Give it one, e.g. --set %s=FILE. The study needs: %s."
                  .formatted(study.id(), name, key, all),
              "El estudio %s necesita la fuente %s, que no tiene ruta. Indíquela, p. ej. --set %s=ARCHIVO. El estudio necesita: %s."
                  .formatted(study.id(), name, key, all));
        }
      }
    }
  }

  /**
   * A stable text of every setting that can change a result, one {@code key = value} a line, sorted
   * by key: the configuration part of a run's identity. Paths, warehouse, Spark and language are
   * left out; equal decimals (80, 80.0) read the same.
   */
  public String canonicalText() {
    return ConfigText.canonical(this);
  }
}

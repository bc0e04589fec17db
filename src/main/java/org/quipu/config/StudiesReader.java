package org.quipu.config;

import com.typesafe.config.ConfigValue;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/** The key {@code studies}: studies by name, or those that a job can only mean. */
record StudiesReader(Settings settings) {
  static final String KEY = "studies";

  /**
   * The study that the job is called after; of a job of another name, all that have their sources.
   */
  static final String AUTO = "auto";

  private static final List<String> KNOWN =
      Stream.of(StudyName.values()).map(StudyName::id).toList();

  /** At least one, in the order of {@link StudyName}. */
  List<StudyName> studies(SortedMap<String, SourceConfig> sources, GoalsConfig goals) {
    Set<StudyName> studies = EnumSet.noneOf(StudyName.class);
    for (String id : settings.texts(KEY)) {
      if (id.equals(AUTO)) {
        studies.addAll(meant(sources, goals));
      } else {
        studies.add(named(id).orElseThrow(() -> unknown(id)));
      }
    }
    if (studies.isEmpty()) {
      throw wrong("", "");
    }
    return List.copyOf(studies);
  }

  static Optional<StudyName> named(String id) {
    return Stream.of(StudyName.values()).filter(study -> study.id().equals(id)).findFirst();
  }

  private Collection<StudyName> meant(SortedMap<String, SourceConfig> sources, GoalsConfig goals) {
    Optional<StudyName> called = named(settings.textOrEmpty("job"));
    if (called.isPresent()) {
      return List.of(called.get());
    }
    List<StudyName> complete =
        Stream.of(StudyName.values())
            .filter(study -> given(study, sources, goals) == study.requiredSources(goals).size())
            .toList();
    return complete.isEmpty() ? List.of(nearest(sources, goals)) : complete;
  }

  /** The one that lacks the fewest sources, which will be told which. */
  private static StudyName nearest(SortedMap<String, SourceConfig> sources, GoalsConfig goals) {
    return Stream.of(StudyName.values())
        .min(
            Comparator.comparingLong(
                study -> study.requiredSources(goals).size() - given(study, sources, goals)))
        .orElseThrow();
  }

  private static long given(
      StudyName study, SortedMap<String, SourceConfig> sources, GoalsConfig goals) {
    return study.requiredSources(goals).stream()
        .filter(name -> sources.get(name).isPresent())
        .count();
  }

  private ConfigException unknown(String id) {
    Optional<String> nearest = NearestKey.of(id, KNOWN);
    return wrong(
        nearest.map(name -> "; did you mean " + name + "?").orElse(""),
        nearest.map(name -> "; ¿quiso decir " + name + "?").orElse(""));
  }

  private ConfigException wrong(String hintEn, String hintEs) {
    ConfigValue value = settings.value(KEY);
    String all = String.join(", ", KNOWN);
    return Settings.wrong(
        KEY,
        value,
        AUTO + ", or a list of at least one of " + all + hintEn,
        AUTO + ", o una lista de al menos uno de " + all + hintEs);
  }
}

package org.quipu.job;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quipu.config.JobConfig;
import org.quipu.config.StudyName;
import org.quipu.quality.QuarantineFolder;
import org.quipu.quality.Sentence;
import org.quipu.quality.SmallSource;
import org.quipu.source.FileProfile;
import org.quipu.source.InputException;
import org.quipu.source.SourceContract;

/**
 * The references that give other rows their meaning: an instrument without items would leave a
 * survey unread, and a registry without facilities every row unknown. A study that has one without
 * a usable row ends the run.
 */
final class RequiredRows {
  private static final List<SourceContract> REFERENCES =
      List.of(
          SourceContract.FACILITY_REGISTRY,
          SourceContract.PRACTICE_CODEBOOK,
          SourceContract.INSTRUMENT);

  private RequiredRows() {}

  /**
   * @param small the sources that were read whole, by name
   * @param folder where rows in quarantine wait that are on disk
   * @throws InputException for the first study, and its first reference, that has no accepted row
   */
  static void check(
      JobConfig config,
      Map<String, List<FileProfile>> profiles,
      Map<String, SmallSource> small,
      QuarantineFolder folder) {
    for (StudyName study : config.studies()) {
      List<String> required = study.requiredSources(config.goals());
      for (SourceContract reference : REFERENCES) {
        SmallSource source = small.get(reference.name());
        if (required.contains(reference.name()) && source != null && source.rows().isEmpty()) {
          throw empty(study, reference.name(), profiles.get(reference.name()), source, folder);
        }
      }
    }
  }

  private static InputException empty(
      StudyName study,
      String source,
      List<FileProfile> files,
      SmallSource read,
      QuarantineFolder folder) {
    String paths = files.stream().map(file -> file.file().path()).collect(Collectors.joining(", "));
    long rows = read.book().total().read();
    Sentence first = read.book().first(folder, row -> true);
    return new InputException(
        "%s: no row of %s can be used (rows: %d), and the study %s needs it."
                .formatted(source, paths, rows, study.id())
            + first.en(),
        "%s: ninguna fila de %s se puede usar (filas: %d), y el estudio %s la necesita."
                .formatted(source, paths, rows, study.id())
            + first.es());
  }
}

package org.quipu.job;

import java.util.ArrayList;
import java.util.List;
import org.quipu.config.SourceConfig;
import org.quipu.quality.Pseudonyms;
import org.quipu.quality.RowLayout;
import org.quipu.quality.RuleCount;
import org.quipu.quality.Sentence;
import org.quipu.quality.Severity;
import org.quipu.registry.FacilityRegistry;
import org.quipu.source.ContractColumn;
import org.quipu.source.FileProfile;
import org.quipu.source.SourceContract;
import org.quipu.summary.SurveySummary;

/** What is said of a staff survey as a whole, beside the rules that its rows are held to. */
final class SurveyChecks {
  private SurveyChecks() {}

  static List<RuleCount> of(
      SurveySummary survey,
      Pseudonyms pseudonyms,
      FacilityRegistry registry,
      List<FileProfile> files,
      SourceConfig config,
      List<ContractColumn> items) {
    List<RuleCount> checks = new ArrayList<>();
    checks.add(pseudonymKey(pseudonyms));
    checks.add(
        check(
            "answers_repeated",
            "A respondent's answers are not all those of another, from ten answers on and where they are not all the same.",
            "Las respuestas de una persona no son todas las de otra, desde diez respuestas y si no son todas iguales.",
            survey.judgedVectors(),
            survey.repeatedVectors()));
    if (registry.isPresent()) {
      checks.add(facilityColumn(files, config, items));
    }
    return checks;
  }

  /** Whether there is a key to call respondents by. */
  private static RuleCount pseudonymKey(Pseudonyms pseudonyms) {
    return check(
        "pseudonym_key",
        "The user has given a key for respondents' pseudonyms (privacy.key-file or privacy.key-env); without one, quarantine does not tell respondents apart.",
        "El usuario ha dado una clave para los seudónimos de las personas encuestadas (privacy.key-file o privacy.key-env); sin ella, la cuarentena no las distingue.",
        1,
        pseudonyms.areShown() ? 0 : 1);
  }

  /** Whether the files say where respondents work. */
  private static RuleCount facilityColumn(
      List<FileProfile> files, SourceConfig config, List<ContractColumn> items) {
    long without =
        files.stream()
            .map(file -> RowLayout.of(SourceContract.STAFF_SURVEY, items, file, config))
            .filter(layout -> !layout.has("facility_id"))
            .count();
    return check(
        "facility_column",
        "A file has the column facility_id; without it, its respondents count for the nation only (rows: files).",
        "Un archivo tiene la columna facility_id; sin ella, sus personas cuentan solo para el nivel nacional (filas: archivos).",
        files.size(),
        without);
  }

  private static RuleCount check(String id, String en, String es, long rows, long failing) {
    return new RuleCount(id, Severity.WARN, new Sentence(en, es), rows, failing);
  }
}

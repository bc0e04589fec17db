package org.quipu.job;

import org.quipu.quality.Pseudonyms;
import org.quipu.quality.RuleCount;
import org.quipu.quality.Sentence;
import org.quipu.quality.Severity;

/** What is said of a staff survey as a whole, beside the rules that its rows are held to. */
final class SurveyChecks {
  private static final Sentence KEY =
      new Sentence(
          "The user has given a key for respondents' pseudonyms (privacy.key-file or privacy.key-env); "
              + "without one, quarantine does not tell respondents apart.",
          "El usuario ha dado una clave para los seudónimos de las personas encuestadas (privacy.key-file o "
              + "privacy.key-env); sin ella, la cuarentena no las distingue.");

  private SurveyChecks() {}

  /** Whether there is a key to call respondents by. */
  static RuleCount pseudonymKey(Pseudonyms pseudonyms) {
    return new RuleCount("pseudonym_key", Severity.WARN, KEY, 1, pseudonyms.areShown() ? 0 : 1);
  }
}

package org.quipu.job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.quipu.config.JobConfig;
import org.quipu.quality.Pseudonyms;

/**
 * Names all that an analysis depends on: the program, all settings that can change a result, what
 * the files of the sources it reads hold and where they lie, and the analyses it builds on. An
 * analysis is a pure function of these, so that the same key means the same rows.
 */
final class AnalysisKeys {
  private AnalysisKeys() {}

  /**
   * The keys of analyses, by name.
   *
   * @param analyses each behind those that it builds on
   */
  static Map<String, String> of(
      List<Analysis> analyses,
      JobConfig config,
      List<SourceReport> sources,
      Pseudonyms pseudonyms) {
    String common =
        String.join(
            "\n",
            ProgramVersion.text(),
            ProgramVersion.code(),
            config.canonicalText(),
            pseudonyms.areShown() ? pseudonyms.keyId() : "");
    Map<String, String> keys = new HashMap<>();
    for (Analysis analysis : analyses) {
      StringJoiner text = new StringJoiner("\n").add(common).add(analysis.name());
      for (SourceReport source : sources) {
        if (!Run.LARGE.contains(source.source()) || analysis.reads().contains(source.source())) {
          text.add(source.source());
          source.files().forEach(file -> text.add(file.file().path()).add(file.sha256()));
        }
      }
      // What it builds on may not be part of this job.
      analysis.after().forEach(name -> text.add(name).add(keys.getOrDefault(name, "")));
      keys.put(analysis.name(), RunIdentity.sha256(text.toString()));
    }
    return keys;
  }
}

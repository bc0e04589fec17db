package org.quipu.job;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.StringJoiner;
import org.quipu.config.JobConfig;
import org.quipu.quality.Pseudonyms;
import org.quipu.source.FileProfile;

/**
 * Names all that a result may depend on: the program, all settings that can change a result, the
 * key of pseudonyms, what the files of the sources hold and where they lie. What is a pure function
 * of these is the same where the name is.
 *
 * @param common what everything depends on, as text
 * @param profiles the files, by source
 */
record Dependencies(String common, SortedMap<String, List<FileProfile>> profiles) {

  static Dependencies of(
      JobConfig config, SortedMap<String, List<FileProfile>> profiles, Pseudonyms pseudonyms) {
    return new Dependencies(
        String.join(
            "\n",
            ProgramVersion.text(),
            ProgramVersion.code(),
            config.canonicalText(),
            pseudonyms.areShown() ? pseudonyms.keyId() : ""),
        profiles);
  }

  /**
   * The name of a result.
   *
   * @param what it is
   * @param large names of the large sources that it depends on, beside all small ones
   * @param further what else it depends on
   */
  String nameOf(String what, Set<String> large, List<String> further) {
    StringJoiner text = new StringJoiner("\n").add(common).add(what);
    profiles.forEach(
        (source, files) -> {
          if (!Run.LARGE.contains(source) || large.contains(source)) {
            text.add(source);
            files.forEach(file -> text.add(file.file().path()).add(file.sha256()));
          }
        });
    further.forEach(text::add);
    return RunIdentity.sha256(text.toString());
  }
}

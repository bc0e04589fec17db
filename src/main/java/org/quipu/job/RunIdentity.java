package org.quipu.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.quipu.config.JobConfig;
import org.quipu.quality.Pseudonyms;
import org.quipu.source.FileProfile;

/**
 * What names a run unless the user does: the same inputs, configuration and program give the same
 * id, so that running them again gives the same tables, byte for byte.
 *
 * @param runId twelve hexadecimal digits
 * @param configurationHash SHA-256 of all settings that can change a result
 */
record RunIdentity(String runId, String configurationHash) {

  static RunIdentity of(
      JobConfig config,
      String version,
      SortedMap<String, List<FileProfile>> files,
      Pseudonyms pseudonyms) {
    String settings = config.canonicalText();
    String inputs =
        files.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + hashes(entry.getValue()))
            .collect(Collectors.joining("\n"));
    // Under another key of the user's, what is shown of respondents differs.
    String key = pseudonyms.areShown() ? "\n" + pseudonyms.keyId() : "";
    return new RunIdentity(
        sha256(version + "\n" + settings + "\n" + inputs + key).substring(0, 12), sha256(settings));
  }

  private static String hashes(Collection<FileProfile> files) {
    return files.stream()
        .map(file -> file.file().name() + ":" + file.sha256())
        .sorted()
        .collect(Collectors.joining(","));
  }

  static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

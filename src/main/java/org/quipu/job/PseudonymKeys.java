package org.quipu.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.quipu.config.ConfigException;
import org.quipu.config.PrivacyConfig;
import org.quipu.quality.Privacy;
import org.quipu.quality.Pseudonyms;
import org.quipu.source.SourceContract;
import org.quipu.source.Storage;
import org.quipu.summary.SummaryStore;

/**
 * Where the key of respondents' pseudonyms comes from: the user's file, the environment, or
 * nowhere.
 */
final class PseudonymKeys {
  private static final int LONGEST = 4096;

  private PseudonymKeys() {}

  /**
   * @param sources those that the run reads
   * @param store whose own key tells respondents apart where the user gives none
   * @throws ConfigException if the user's key cannot be read, or is empty
   */
  static Privacy privacy(
      PrivacyConfig config,
      Map<String, String> environment,
      Storage storage,
      Set<String> sources,
      SummaryStore store) {
    boolean survey = sources.contains(SourceContract.STAFF_SURVEY.name());
    return new Privacy(
        pseudonyms(config, environment, storage, survey ? store : SummaryStore.none()),
        config.dropColumns());
  }

  private static Pseudonyms pseudonyms(
      PrivacyConfig config, Map<String, String> environment, Storage storage, SummaryStore store) {
    if (!config.keyFile().isEmpty()) {
      return Pseudonyms.ofUser(fromFile(config.keyFile(), storage));
    }
    String value = config.keyEnv().isEmpty() ? null : environment.get(config.keyEnv());
    return value == null || value.isBlank()
        ? Pseudonyms.ofNobody(store.key())
        : Pseudonyms.ofUser(value.strip().getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] fromFile(String file, Storage storage) {
    try (InputStream in = storage.fileSystem(file).open(Storage.path(file))) {
      // Editors end a file with a line end; a key has none.
      String key = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
      if (key.isEmpty()) {
        throw unusable(file, "it is empty", "está vacío");
      }
      return key.getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw unusable(file, "it cannot be read", "no se puede leer");
    }
  }

  private static ConfigException unusable(String file, String en, String es) {
    return new ConfigException(
        "privacy.key-file",
        "privacy.key-file = "
            + file
            + ": "
            + en
            + ". It must hold the key of pseudonyms, one line.",
        "privacy.key-file = "
            + file
            + ": "
            + es
            + ". Debe contener la clave de los seudónimos, una línea.");
  }
}

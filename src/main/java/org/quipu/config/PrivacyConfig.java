package org.quipu.config;

import java.util.List;

/**
 * What of persons may be kept or shown. The key itself never stands in a configuration.
 *
 * @param keyFile absolute path or URI of the file with the key of pseudonyms; empty: none
 * @param keyEnv name of the environment variable with the key, asked where there is no file
 * @param dropColumns names of columns with direct identifiers, {@code *} for any characters
 */
public record PrivacyConfig(String keyFile, String keyEnv, List<String> dropColumns) {

  public PrivacyConfig {
    dropColumns = List.copyOf(dropColumns);
  }
}
